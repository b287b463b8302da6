// A controller says why Utbildningsnämnden deviates at T1, meets the note again at T2, and closes it with what came of it.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import { openTableFile } from '$lib/read/table-file';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('avvikelse');
const spoken = async (text: Promise<string | null>) => (await text)?.replace(/\s+/g, ' ').trim();
const unit = 'Utbildningsnämnden';
const tag = (page: Page) => page.getByRole('button', { name: `visa kommentaren för ${unit}` });
const card = (page: Page) => page.locator('#kommentar');
const report = (page: Page) =>
	page.locator('section', { has: page.getByRole('heading', { name: 'Text till rapporten' }) });

test('a note is written at T1, carried to T2 and closed there', async () => {
	const page = await visits.open('/budget/2026/t1', { visitor: 'controller' });
	await tag(page).waitFor();
	expect(await spoken(tag(page).textContent())).toBe('Kommentar saknas');
	await page.getByText(/går mer än 2\s% och mer än 100\stkr över sin årsbudget/).waitFor();
	await tag(page).click();
	await page.waitForURL(/kommentar=Utbildningsn/);
	await card(page).getByRole('button', { name: 'Skriv en kommentar' }).click();

	// What is missing is said, and the focus is led there.
	const cause = card(page).getByRole('textbox', { name: 'Orsak' });
	expect(await cause.evaluate((field) => field === document.activeElement)).toBe(true);
	await card(page).getByRole('button', { name: 'Spara kommentar' }).click();
	await card(page).getByText('Skriv vad avvikelsen beror på.').waitFor();
	await page.keyboard.type('Priset på skolans kontorspaket höjdes.');
	await card(page).getByRole('textbox', { name: 'Åtgärd' }).fill('604 oanvända licenser sägs upp.');
	await card(page).getByRole('textbox', { name: 'Ansvarig' }).fill('Anna Berglund');
	await card(page).getByRole('textbox', { name: 'Klart' }).fill('2026-12-15');
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Enter');
	await card(page).getByText(`Kommentaren om ${unit} är sparad.`).waitFor();
	expect(await spoken(tag(page).textContent())).toBe('Kommenterad');
	await card(page).getByText('Följs upp i T2 2026').waitFor();
	await page.getByRole('region', { name: 'Öppna kommentarer' }).getByText('604 oanvända').waitFor();
	expect(await spoken(report(page).textContent())).toContain(
		'Orsak: Priset på skolans kontorspaket höjdes. Åtgärd: 604 oanvända licenser sägs upp. Ansvarig: Anna Berglund, klart 15 december 2026.'
	);

	// The files have what was written, and the workbook opens its own view again.
	const takeOut = async (button: string) => {
		await page.getByRole('button', { name: 'Exportera', exact: true }).click();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: button }).click()
		]);
		return download.path();
	};
	const csv = await readFile(await takeOut('Tabellen som CSV'), 'utf8');
	expect(csv.split('\r\n').find((line) => line.startsWith(unit))).toContain(
		';Orsak: Priset på skolans kontorspaket höjdes. Åtgärd: 604 oanvända licenser sägs upp. Ansvarig: Anna Berglund, klart 15 december 2026.;2026-T1;'
	);
	const workbook = await readFile(await takeOut('Tabellen som Excel'));
	const opened = await openTableFile(bytesSource('uttag.xlsx', new Uint8Array(workbook)));
	if ('problem' in opened) throw new Error(opened.problem.message);
	expect(opened.tables.map(({ sheet }) => sheet)).toEqual(['Uppföljning', 'Kommentarer', 'Om uttaget']);
	await page.locator('input[type=file]').setInputFiles({
		name: 'uttag.xlsx',
		mimeType: 'application/octet-stream',
		buffer: workbook
	});
	await page.getByText('alla är lika med tabellen').waitFor();
	await page.getByRole('button', { name: 'Stäng jämförelsen' }).click();

	await page.getByRole('link', { name: /^T2/ }).click();
	await page.waitForURL('**/budget/2026/t2*');
	await tag(page).waitFor();
	expect(await spoken(tag(page).textContent())).toBe('Följs upp från T1 2026');
	await card(page).getByText('Inget är sagt i T2 2026 än.').waitFor();
	await card(page).getByRole('button', { name: 'Avsluta' }).click();
	await page.keyboard.type('Kostnaden sjönk med 0,2 mnkr.');
	await card(page).getByRole('button', { name: 'Avsluta kommentaren' }).click();
	await card(page).getByText(`Kommentaren om ${unit} är avslutad.`).waitFor();
	await card(page).getByText('Kostnaden sjönk med 0,2 mnkr.').first().waitFor();
	await card(page).getByText('Historik, 2').click();
	await card(page)
		.getByText(/^T1 2026, .*, controller$/)
		.waitFor();
	expect(await spoken(tag(page).textContent())).toBe('Kommenterad');
	await page.getByText('Ingen kommentar är öppen.').waitFor();
});

test('the bridge sums to the deviation of the table, and its bars open their rows', async () => {
	const page = await visits.open('/budget/2026/t2', { visitor: 'reader' });
	const bridge = page.locator('section', { hasText: 'Från budget (noll) till prognos' });
	await bridge.getByRole('button', { name: 'Tabell' }).first().click();
	const rows = await bridge.locator('tbody tr').all();
	expect(rows.length).toBeGreaterThan(4);
	const total = await spoken(bridge.locator('tfoot td').first().textContent());
	const inTable = await spoken(
		page
			.getByRole('region', { name: 'Budgetuppföljning T2 2026 per nämnd' })
			.getByRole('row', { name: /^Summa/ })
			.locator('td')
			.filter({ hasText: /^[−+]/ })
			.nth(1)
			.textContent()
	);
	expect(total).toBe(inTable);
	await bridge
		.getByRole('row', { name: /^Drift/ })
		.getByRole('button')
		.click();
	await page.getByRole('dialog').waitFor();
	expect(new URLSearchParams(new URL(page.url()).searchParams.get('rader') ?? '').get('slag')).toBe('Drift');
	await page.keyboard.press('Escape');
});

test('who only reads sees the notes and writes none, and it fits a telephone', async () => {
	const page = await visits.open(`/budget/2026/t1?kommentar=${unit}`, { visitor: 'reader', width: 390 });
	await card(page).getByText('Priset på skolans kontorspaket höjdes.', { exact: true }).waitFor();
	expect(await card(page).getByRole('button').count()).toBe(0);
	await card(page).getByRole('link', { name: 'Den har uppdaterats i T2 2026.' }).waitFor();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(page)).toEqual([]);
});
