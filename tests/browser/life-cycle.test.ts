// A controller reads what is proposed for a system and why, chooses something else with a reason, and changes a threshold's ground.
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('life-cycle');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a choice stands with its reason, and what falls due comes by kronor', async () => {
	const page = await visits.open('/systemkarta/livscykel', { visitor: 'controller' });
	const list = page.getByRole('region', { name: 'System med val och förslag' });
	await list.waitFor();
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/^Inget av \d+ system har ett val\. För \d+ räcker uppgifterna till ett förslag\./
	);
	const row = list.getByRole('row', { name: /^Lärstigen/ });
	expect(plain(await row.textContent())).toContain('nvändarna ger bara 2,9');
	await row.getByRole('button', { name: 'Välj för Lärstigen' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Bedömning').selectOption({ label: 'Migrera' });
	await dialog.getByLabel('Varför').fill('Avtalet går ut och betyget är lågt');
	await dialog.getByRole('button', { name: 'Spara bedömningen' }).click();
	await page.getByText('Bedömningen av Lärstigen är sparad.').waitFor();
	expect(plain(await row.textContent())).toMatch(
		/Migrera.*Avtalet går ut och betyget är lågt \(Migrera, controller/
	);
	await page.getByRole('region', { name: 'Beslut inom 24 månader' }).waitFor();
	await page.getByText('Så föreslås ett val').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.setViewportSize({ width: 390, height: 844 });
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
	await page.close();
});
