import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('rangordning');

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a member composes a ranking, sends the link, and takes it out as it is shown', async () => {
	const page = await visits.open('/beroende/rangordning');
	const main = page.getByRole('main');
	const order = main.getByRole('list', { name: /^Leverantörer efter det som säkert binder/ });
	await order.getByRole('listitem').first().waitFor();
	expect(plain(await main.locator('.lead').textContent())).toMatch(
		/^Vägt med förvalet binder Nordvinge Data AB, Kvistrona Licens AB och Omsorgslinden System AB mest.*Din egen sammanvägning, inget betyg\.$/
	);
	await main.getByText(/^Förvalet: kronorna väger hälften/).waitFor();
	const first = async () => plain(await order.getByRole('listitem').first().textContent());
	expect(await first()).toMatch(/^Plats: 1(–\d+)? ?Nordvinge Data AB/);
	// Answers are missing, so that there are intervals.
	expect(plain(await order.textContent())).toMatch(/0,\d\d–0,\d\d/);

	await main.getByLabel('Kostnad', { exact: true }).selectOption({ label: 'Inte med' });
	await main.getByLabel('Ettanbud', { exact: true }).selectOption({ label: 'Inte med' });
	await main.getByLabel('Kompetensberoende', { exact: true }).selectOption({ label: 'Vikt 3' });
	await page.waitForURL((url) => url.searchParams.getAll('vikt').join() === 'exitberedskap:1,kompetens:3');

	const part = main
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: /^Leverantörer efter/ }) });
	await part.getByRole('button', { name: 'Visa som tabell' }).click();
	expect((await part.getByRole('columnheader').allTextContents()).map(plain)).toEqual([
		'Leverantör',
		'Plats',
		'Summa',
		'Brister i exitberedskap × 1',
		'Kompetensberoende × 3',
		'mnkr'
	]);
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		part.getByRole('button', { name: /^CSV/ }).click()
	]);
	const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
	expect(lines[0]).toMatch(
		/^\ufeffplats_hogst;plats_lagst;leverantor;organisationsnummer;kostnad;summa_min;summa_max;brister_exitberedskap_min;brister_exitberedskap_max;kompetens_min;kompetens_max;vikter;utgava;regelversion;avstamd$/
	);
	expect(lines[1]).toContain('brister_exitberedskap 1, kompetens 3');
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.goBack();
	await page.waitForURL((url) => !url.searchParams.getAll('vikt').includes('kompetens:3'));
	await main.getByRole('button', { name: 'Återställ' }).click();
	await main.getByRole('group', { name: 'Rangordna' }).getByRole('button', { name: 'Koncerner' }).click();
	await main.getByText(/^Vägt med förvalet binder .*Kvistronagruppen/).waitFor();
	expect(new URL(page.url()).searchParams.get('av')).toBe('koncern');
	await main.getByRole('group', { name: 'Rangordna' }).getByRole('button', { name: 'System' }).click();
	await main.getByRole('heading', { name: /^System efter det som säkert binder/ }).waitFor();
	expect(new URL(page.url()).searchParams.get('av')).toBe('system');
});

test('a supplier’s page says what binds to it, and where to read more', async () => {
	const page = await visits.open('/leverantorer/559900-0014', { width: 390 });
	const card = page
		.getByRole('main')
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: 'Vad som binder' }) });
	await card.waitFor();
	const told = plain(await card.textContent());
	expect(told).toMatch(/Plats efter kronor ?\d+ av \d+/);
	expect(told).toMatch(/Exitberedskap ?\d+(–\d+)? %/);
	for (const name of ['Rangordning', 'Konkurrens', 'Exit', 'Delar'])
		expect(await card.getByRole('link', { name }).count(), name).toBeGreaterThan(0);
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content).toBeLessThanOrEqual(window ?? 0);
	expect(await accessibilityFaults(page)).toEqual([]);
});
