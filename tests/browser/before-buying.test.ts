// Somebody who wants to buy a way to book rooms sees what the municipality already has, why, and what nobody knows.
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('before-buying');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a need in words finds systems, contracts and needs, each with why, and the address holds it', async () => {
	const page = await visits.open('/systemkarta/fore-kop', { visitor: 'controller' });
	await page.getByLabel('Vad behövs, med egna ord').fill('Bokning av lokaler');
	await page.getByRole('button', { name: 'Sök', exact: true }).click();
	const systems = page.getByRole('region', { name: /^\d+\ssystem$/ });
	const row = systems.getByRole('row', { name: /^Fritidsbokning/ });
	await row.waitFor();
	expect(plain(await row.textContent())).toMatch(/amnet har bokning/);
	expect(plain(await row.textContent())).toContain('Lokalt: fråga Fritidsnämnden');
	expect(new URL(page.url()).searchParams.get('behov')).toBe('Bokning av lokaler');
	await page.getByText(/Sökt efter bokning och lokaler i namn/).waitFor();
	await page.getByRole('heading', { name: 'Vad vi inte vet' }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByLabel('Vad behövs, med egna ord').fill('rymdfärder');
	await page.getByRole('button', { name: 'Sök', exact: true }).click();
	await page.getByText('Inget av det som är inläst nämner det som behövs.').waitFor();
	// A förmåga alone is enough.
	await page.getByLabel('Vad behövs, med egna ord').fill('');
	await page.getByLabel('Eller välj en förmåga').selectOption({ label: 'Lärplattform' });
	await page.getByRole('button', { name: 'Sök', exact: true }).click();
	await systems.getByRole('row', { name: /^Lärstigen Har förmågan som valdes/ }).waitFor();
	await page.setViewportSize({ width: 390, height: 844 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
	await page.close();
});
