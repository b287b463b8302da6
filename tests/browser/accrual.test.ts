// Kostnader counted accrued: the switch, the reconciliation with what is booked, and the rows behind each figure.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('periodisering');

async function open(path: string, width = 1440): Promise<Page> {
	const page = await visits.open(path, { visitor: 'controller', width });
	return page;
}

const plain = (text: string) => text.replace(/\u00a0/g, ' ').replace('−', '-');
/** "1 234,50 kr" as öre. */
const oreOf = (text: string) => Number(plain(text).replace(/[^\d-]/g, ''));
const line = (page: Page) => page.getByRole('status').filter({ hasText: 'Periodiserat' });

/** The four exact sums under "Så räknas det": booked, later, earlier, accrued. */
async function exactSums(page: Page): Promise<number[]> {
	const how = page.locator('summary', { hasText: 'Så räknas det' });
	await how.waitFor();
	if (!(await page.locator('details dd').first().isVisible())) await how.click();
	return (await page.locator('details dd').allInnerTexts()).map(oreOf);
}

async function drawerTotal(page: Page): Promise<number> {
	const total: Locator = page.getByRole('dialog').locator('tfoot td.end');
	await total.waitFor();
	return oreOf(await total.innerText());
}

test('what is accrued is what is booked, less what falls later, and what was booked earlier, to the öre and to its rows', async () => {
	const page = await open('/kostnader');
	await page.getByRole('button', { name: 'Periodiserat', exact: true }).focus();
	await page.keyboard.press('Enter');
	await line(page).waitFor();
	expect(new URL(page.url()).search).toBe('?bas=periodiserat');
	expect(plain(await page.locator('h1 + p').innerText())).toContain('periodiserat');
	const [booked = 0, later = 0, earlier = 0, accrued = 0] = await exactSums(page);
	expect(later).toBeLessThan(0);
	expect(earlier).toBeGreaterThan(0);
	expect(booked + later + earlier).toBe(accrued);
	const figures = [accrued, booked, -later, earlier];
	for (const [index, figure] of figures.entries()) {
		await line(page).getByRole('button').nth(index).click();
		expect(await drawerTotal(page)).toBe(figure);
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
	}
	await page.getByRole('button', { name: 'Bokfört', exact: true }).click();
	await page.waitForURL((url) => url.search === '');
	await line(page).waitFor({ state: 'detached' });
});

test('a filter keeps the sums in agreement, clearing it keeps the basis, and the drawer tells of the whole row', async () => {
	const page = await open('/kostnader?bas=periodiserat&namnd=Socialn%C3%A4mnden&fran=2026-02&till=2026-05');
	await line(page).waitFor();
	const [booked = 0, later = 0, earlier = 0, accrued = 0] = await exactSums(page);
	expect(booked + later + earlier).toBe(accrued);
	await line(page).getByRole('button').nth(3).click();
	const drawer = page.getByRole('dialog');
	expect(await drawerTotal(page)).toBe(earlier);
	await drawer.getByText(/delar i feb–maj 2026 av årslicenser som är bokförda tidigare/).waitFor();
	await drawer.getByRole('columnheader', { name: 'Hela raden' }).waitFor();
	await drawer.getByRole('button', { name: 'Varför?' }).first().click();
	await drawer.getByText(/^Årslicens, del \d+ av 12: raden är bokförd 202[56]-/).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Rensa filter' }).first().click();
	await page.waitForURL(
		(url) => url.searchParams.get('bas') === 'periodiserat' && !url.searchParams.has('namnd')
	);
});

test('the pivot counts the same, and what is taken out says how it is counted', async () => {
	const page = await open('/kostnader/pivot?bas=periodiserat');
	const [, , , accrued = 0] = await exactSums(page);
	await page.locator('h1 + p').getByRole('button').click();
	expect(await drawerTotal(page)).toBe(accrued);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click()
	]);
	expect(file.suggestedFilename()).toContain('periodiserat');
	const [head = '', ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	const names = head.split(';');
	expect(names).toContain('periodiserad_del');
	const at = names.indexOf('belopp');
	expect(lines.reduce((ore, row) => ore + Number(row.split(';')[at]?.replace(',', '')), 0)).toBe(accrued);
});

test('a page that cannot be counted accrued shows what is booked, and no link asks it to', async () => {
	const page = await open('/kostnader?bas=periodiserat');
	await line(page).waitFor();
	await page.getByRole('button', { name: 'Fler sätt' }).click();
	await page.getByRole('link', { name: 'Pivot' }).waitFor();
	const hrefs = await page
		.locator('a[href]')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	const asking = hrefs.filter((href) => href.includes('bas=')).map((href) => href.split('?')[0]);
	expect(asking.every((path) => path === '/kostnader/pivot' || path === '/kostnader')).toBe(true);
	expect(asking).toContain('/kostnader/pivot');
});

test.each([
	[1440, 'light'],
	[390, 'dark']
])(
	'the page at %i px, %s, has no faults that axe finds and does not scroll sideways',
	async (width, theme) => {
		const page = await open('/kostnader?bas=periodiserat&fran=2024-01&till=2024-08', Number(width));
		await exactSums(page);
		await page.getByText(/Bokningar före januari 2023 är inte inlästa/).waitFor();
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			Number(width)
		);
	}
);
