// The gaps between ledger and register on the demo city: found from Avtal, opened down to their rows, taken out as a file.
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('luckor');

const openPage = (path: string, width = 1440, visitor: 'member' | 'scoped' = 'member') =>
	visits.open(path, { visitor, width });

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true }).first();
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a member comes from Avtal to the gaps, and by keyboard to the rows that sum to one', async () => {
	const page = await openPage('/avtal?enhet=kr');
	await page.getByRole('link', { name: 'Luckor mot huvudboken' }).click();
	await page
		.getByText(/it-kostnad saknar känt avtal\./)
		.first()
		.waitFor();
	expect(new URL(page.url()).pathname).toBe('/avtal/luckor');
	await page.getByText(/En lucka är en fråga att ställa, inte ett fel som är funnet/).waitFor();

	const table = card(page, 'Kostnad utan avtal').getByRole('table');
	const row = table.getByRole('row').nth(1);
	const amount = plain(await row.getByRole('button').first().textContent());
	expect(amount).toMatch(/^\d[\d ]+$/);
	await row.getByRole('button').first().focus();
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog');
	await drawer
		.getByText(new RegExp(`${amount.replaceAll(' ', '\\s')}(,\\d\\d)?\\skr`))
		.first()
		.waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(
		await row
			.getByRole('button')
			.first()
			.evaluate((button) => button === document.activeElement)
	).toBe(true);
});

test('a contract in a gap leads to the contract itself', async () => {
	const page = await openPage('/avtal/luckor');
	const link = card(page, 'Takvolymer').getByRole('table').getByRole('link').first();
	const title = plain(await link.textContent());
	await link.click();
	await page.getByRole('heading', { level: 1, name: title }).waitFor();
	expect(new URL(page.url()).pathname).toMatch(/^\/avtal\/.+/);
});

test('a contract bought beside a framework of its class stands there with the framework', async () => {
	const page = await openPage('/avtal/luckor');
	const twins = page.locator('#vid-sidan');
	await twins.getByText(/^1\savtal köptes vid sidan av ett ramavtal, .+ fakturerat$/).waitFor();
	const row = twins.getByRole('row').filter({ hasText: 'Elevguiden' });
	expect(plain(await row.textContent())).toMatch(/direktupphandling\s*7240\s*Molntjänster, Molnhamra AB/);
	expect(await row.getByRole('link', { name: 'Molntjänster' }).getAttribute('href')).toMatch(
		/^\/avtal\/A-2023-029/
	);
});

test('the file has every gap, and its kronor without contract are those of the page', async () => {
	const page = await openPage('/avtal/luckor?enhet=kr');
	const lead = plain(
		await page
			.getByText(/it-kostnad saknar känt avtal\./)
			.first()
			.textContent()
	);
	const shown = /^([\d ]+) kr/.exec(lead)?.[1]?.replaceAll(' ', '');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Exportera CSV' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^avtalsluckor_\d{4}-\d\d-\d\d\.csv$/);
	const text = (await readFile(await download.path(), 'utf8')).replace(/^\ufeff/, '');
	const { data } = Papa.parse<Record<string, string>>(text, {
		header: true,
		delimiter: ';',
		skipEmptyLines: true
	});
	expect(Object.keys(data[0] ?? {})).toEqual([
		...['typ', 'avtals_id', 'leverantor', 'organisationsnummer', 'belopp', 'orsak', 'avfardad'],
		...['utgava', 'regelversion', 'avstamd']
	]);
	const ore = data
		.filter(({ typ }) => typ === 'kostnad_utan_avtal')
		.reduce((sum, { belopp }) => sum + Number((belopp ?? '').replace(',', '')), 0);
	expect(String(Math.round(ore / 100))).toBe(shown);
});

test('somebody who sees one nämnd sees the gaps of that one', async () => {
	const page = await openPage('/avtal/luckor', 1440, 'scoped');
	await page
		.getByText(/it-kostnad saknar känt avtal\./)
		.first()
		.waitFor();
	// What others have been invoiced is not known here, so none of their contracts is called unused.
	await page.getByRole('heading', { name: 'Alla avtal som gällde har fakturerats' }).waitFor();
	const whole = await openPage('/avtal/luckor');
	await card(whole, 'Avtal utan kostnad').getByRole('cell', { name: 'Kommunstyrelsen' }).waitFor();
});

test.each([
	[1440, 'light'],
	[390, 'dark']
])(
	'the page at %i px, %s, has no faults that axe finds and does not scroll sideways',
	async (width, theme) => {
		const page = await openPage('/avtal/luckor', Number(width));
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
		await page
			.getByText(/it-kostnad saknar känt avtal\./)
			.first()
			.waitFor();
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			Number(width)
		);
	}
);
