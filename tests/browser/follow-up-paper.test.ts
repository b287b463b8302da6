// The controller prints T2: the whole table on one sheet, or a page for each nämnd to take to its meeting.
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('papper');
const spoken = (text: string | null) => text?.replace(/\s+/g, ' ').trim();

test('the whole table is on one lying A4, with what it is of, and no column is cut', async () => {
	const page = await visits.open('/budget/2026/t2', { visitor: 'reader' });
	await page.getByRole('button', { name: 'Exportera', exact: true }).click();
	await page.getByRole('link', { name: 'Skriv ut …' }).click();
	await page.waitForURL('**/budget/2026/t2/utskrift');
	const sheet = page.locator('.sheet');
	await sheet.waitFor();
	expect(spoken(await sheet.locator('header').textContent())).toMatch(
		/Budgetuppföljning T2 2026 Alla nämnder .*Januari–augusti 2026, räknat från januari · Utgåva 1 · Regelversion 1 · Avstämd · T2 2026 är öppen · Filter: inget · Data t\.o\.m\. 2026-08 · Utskriven \d{4}-\d\d-\d\d/
	);
	expect(await accessibilityFaults(page)).toEqual([]);

	// A lying A4 less its margins is 271 mm, 1 024 px.
	await page.setViewportSize({ width: 1024, height: 700 });
	await page.emulateMedia({ media: 'print' });
	expect(await page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf).toMatch(/\/MediaBox\s*\[0 0 84\d(\.\d+)? 59\d/);
	await page.emulateMedia({ media: null });
});

test('every nämnd has one page with its lines, which sum to its line of the table, and the way from its budget', async () => {
	const page = await visits.open('/budget/2026/t2/utskrift?sidor=namnd', { visitor: 'reader' });
	const sheets = page.locator('.sheet');
	await sheets.first().waitFor();
	const count = await sheets.count();
	expect(count).toBe(17);
	const first = page.locator('.sheet', { has: page.getByRole('heading', { name: 'Utbildningsnämnden' }) });
	await first.getByText('Utbildningsnämnden: it kostade').waitFor();
	const total = spoken(await first.locator('tfoot').textContent());
	await first.getByRole('heading', { name: 'Från budget till prognos' }).waitFor();
	await first.getByText(/Tillsammans −2\s421\stkr/).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(count);
	await page.emulateMedia({ media: null });

	await page.getByRole('link', { name: 'Till uppföljningen' }).click();
	await page.waitForURL('**/budget/2026/t2');
	const row = page.getByRole('row', { name: /^Utbildningsnämnden/ });
	for (const figure of ['−1,76', '−2,42']) {
		expect(total).toContain(figure);
		expect(spoken(await row.textContent())).toContain(figure);
	}
});

test('it keeps the nämnder that the page is filtered to, and fits a telephone', async () => {
	const page = await visits.open('/budget/2026/t2/utskrift?namnd=Kulturn%C3%A4mnden&sidor=namnd', {
		visitor: 'reader',
		width: 390
	});
	await page.locator('.sheet').waitFor();
	expect(await page.locator('.sheet').count()).toBe(1);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(page)).toEqual([]);
});
