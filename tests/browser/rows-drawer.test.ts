// The rows behind the whole cost of the demo city: to the last of them, in another order, found by words, and on to the supplier.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('rader');
const whole = encodeURIComponent('fran=2026-01&till=2026-08&steg=It-kostnad');

async function openRows(
	visitor: 'controller' | 'reader' = 'controller',
	width = 1440
): Promise<{ page: Page; drawer: Locator }> {
	const page = await visits.open(`/kostnader?rader=${whole}`, { visitor, width });
	const drawer = page.getByRole('dialog');
	await why(drawer).first().waitFor();
	return { page, drawer };
}

const why = (drawer: Locator) => drawer.getByRole('button', { name: 'Varför?', exact: true });
const box = (drawer: Locator) => drawer.getByRole('region', { name: 'Rader', exact: true });
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const oreOf = (text: string) => Number(text.replace(/[^\d]/g, ''));

/** The cells of the rows that are drawn, from the head of the column. */
async function column(drawer: Locator, head: string): Promise<string[]> {
	const heads = await drawer.getByRole('columnheader').allInnerTexts();
	const at = heads.findIndex((text) => text.startsWith(head));
	const rows = await box(drawer).locator('tbody[data-index] > tr:first-child').all();
	return Promise.all(rows.map(async (row) => plain(await row.locator('th, td').nth(at).textContent())));
}

async function noFaults(page: Page) {
	expect(await accessibilityFaults(page)).toEqual([]);
}

test('two thousand rows are scrolled to the last by keyboard, with few of them in the page and the total in sight', async () => {
	const { page, drawer } = await openRows();
	const table = drawer.getByRole('table');
	const count = Number(await table.getAttribute('aria-rowcount')) - 2;
	expect(count).toBeGreaterThan(2000);
	await box(drawer).focus();
	await page.keyboard.press('End');
	const last = drawer.locator(`[aria-rowindex="${count + 1}"]`);
	await last.getByRole('button').waitFor();
	await expect
		.poll(() => box(drawer).evaluate((e) => Math.round(e.scrollHeight - e.clientHeight - e.scrollTop)))
		.toBeLessThanOrEqual(1);
	// Largest first: a credit is last.
	expect(plain(await last.textContent())).toContain('−');
	expect(await drawer.locator('tbody[data-index]').count()).toBeLessThan(60);
	const total = drawer.locator('tfoot');
	expect(plain(await total.textContent())).toMatch(/^Summa 2 015 rader\s*162 083 402,23/);
	const [foot, area] = await Promise.all([total.boundingBox(), box(drawer).boundingBox()]);
	expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBeLessThanOrEqual((area?.y ?? 0) + (area?.height ?? 0) + 1);
	await page.keyboard.press('PageUp');
	await drawer
		.locator(`[aria-rowindex="${count - 15}"]`)
		.getByRole('button')
		.waitFor();
	await page.keyboard.press('Home');
	await drawer.locator('[aria-rowindex="2"]').getByRole('button').waitFor();
	await noFaults(page);
});

test('a press on a head sorts all rows, and a row leads on to its supplier', async () => {
	const { page, drawer } = await openRows();
	const head = drawer.getByRole('columnheader', { name: 'Leverantör' });
	await head.getByRole('button').click();
	expect(await head.getAttribute('aria-sort')).toBe('ascending');
	await why(drawer).first().waitFor();
	const names = (await column(drawer, 'Leverantör')).filter(Boolean);
	expect(names[0]).toBe('Akthamra Programvara AB');
	expect(names).toEqual(names.toSorted(new Intl.Collator('sv').compare));
	await why(drawer).first().click();
	await drawer.getByText('Alla fält').waitFor();
	expect(plain(await drawer.locator('dl').innerText())).toMatch(/Fil kostnader_2026.csv .*Rad i filen \d+/);
	await noFaults(page);
	await drawer.getByRole('link', { name: 'Akthamra Programvara AB' }).click();
	await page.waitForURL(/\/leverantorer\/559900-0139/);
	await page
		.getByRole('heading', { name: /Akthamra Programvara AB/ })
		.first()
		.waitFor();
});

test('a search says what it found beside the whole, its rows sum to it, and its file says what it holds', async () => {
	const { page, drawer } = await openRows();
	const field = drawer.getByLabel('Sök i raderna');
	await field.fill('kvistrona socialnämnden 7431');
	const told = drawer.getByText(/hittade$/);
	await told.waitFor();
	const [, count = '', sum = ''] =
		/^([\d ]+) av 2 015 rader, ([\d ,−]+) kr av 162 083 402,23 kr hittade$/.exec(
			plain(await told.textContent())
		) ?? [];
	expect(Number(count)).toBeGreaterThan(0);
	expect(await drawer.getByRole('table').getAttribute('aria-rowcount')).toBe(String(Number(count) + 2));
	await why(drawer).first().waitFor();
	expect(new Set(await column(drawer, 'Leverantör'))).toEqual(new Set(['Kvistrona Licens AB']));
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		drawer.getByRole('button', { name: 'CSV, hittade rader' }).click()
	]);
	expect(file.suggestedFilename()).toBe(
		'rader_it-kostnad_sökt_kvistrona_socialnämnden_7431_2026-01_2026-08.csv'
	);
	const [heads = '', ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	const at = heads.split(';').indexOf('belopp');
	expect(lines).toHaveLength(Number(count));
	expect(lines.reduce((ore, line) => ore + Number(line.split(';')[at]?.replace(',', '')), 0)).toBe(
		oreOf(sum)
	);

	const largest = '3 893 572,49';
	await field.fill(largest);
	await drawer.getByText(/^1 av 2\s015\srader/).waitFor();
	await field.fill('100% saknas_');
	await drawer.getByText('Ingen rad innehåller ”100% saknas_”').waitFor();
	await noFaults(page);
	// The first Escape empties the field, the next one closes.
	await field.press('Escape');
	await why(drawer).first().waitFor();
	expect(await field.inputValue()).toBe('');
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
});

test('columns are chosen for the visit, and the drawer grows with them', async () => {
	const { page, drawer } = await openRows();
	expect((await drawer.boundingBox())?.width).toBe(760);
	await drawer.getByRole('button', { name: 'Kolumner' }).click();
	for (const name of ['System', 'Avtal', 'Taggat av', 'Fil', 'Rad i filen', 'Kontotext']) {
		await page.getByRole('checkbox', { name, exact: true }).check();
	}
	await noFaults(page);
	await page.keyboard.press('Escape');
	await drawer.waitFor();
	expect((await drawer.boundingBox())?.width).toBeGreaterThan(1000);
	expect(await drawer.getByRole('columnheader', { name: 'Rad i filen' }).count()).toBe(1);
	await page.reload();
	await why(drawer).first().waitFor();
	expect((await column(drawer, 'Fil'))[0]).toBe('kostnader_2026.csv');
});

test('a reader on a phone has no text column, scrolls the table within its box, and prints what is fetched', async () => {
	const { page, drawer } = await openRows('reader', 390);
	expect(await drawer.getByRole('columnheader', { name: 'Text' }).count()).toBe(0);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await why(drawer).first().click();
	await drawer.getByText('Alla fält').waitFor();
	await noFaults(page);
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	const words = plain(await drawer.textContent());
	expect(words).toMatch(/50 av 2 015 rader är utskrivna\. 1 965 rader, [\d ,]+ kr, är inte utskrivna\./);
	expect(await drawer.locator('tbody tr').count()).toBe(50);
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await why(drawer).first().waitFor();
});
