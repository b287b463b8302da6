// What a file changes is told before it is sent, and rejected rows are mended in the page; nothing leaves the browser.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, csv, expectAccessible, expectNoSidewaysScroll, fileNamed, visitImport } from './import-page';

const openPage = visitImport();
const header = 'datum;namnd;konto;leverantor;verifikationsnummer;text;belopp';
const first = [
	header,
	'2026-03-10;Utbildningsnämnden;74310;Effekt AB;E1;Drift;1000,00',
	'2026-03-11;Utbildningsnämnden;74310;Effekt AB;E2;Drift;200,00',
	'2026-03-12;Kulturnämnden;50100;Lokal AB;E3;Hyra;50,00'
];
const second = [
	header,
	'2026-03-12;Kulturnämnden;50100;Lokal AB;E3;Hyra;50,00',
	'2026-03-10;Utbildningsnämnden;74310;Effekt AB;E1;Drift;1000,00',
	'2026-03-11;Utbildningsnämnden;74310;Effekt AB;E2;Drift;250,00',
	'2026-03-13;Kulturnämnden;50100;Lokal AB;E4;Hyra;30,00'
];

const title = (page: Page, words: string | RegExp) => page.getByRole('heading', { level: 2, name: words });

async function load(page: Page, name: string, lines: readonly string[]): Promise<void> {
	await choose(page, csv(name, ...lines));
	await fileNamed(page, name).click();
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByText('Servern läste filen likadant').waitFor();
}

async function replace(page: Page, name: string, lines: readonly string[]): Promise<void> {
	await page.reload();
	await choose(page, csv(name, ...lines));
	await page.getByRole('button', { name: /^Ja, ersätt den/ }).click();
}

test('an added file says what it adds; a corrected one what it changes, row by row and month by month', async () => {
	const { page, sent } = await openPage();
	await choose(page, csv('effekt.csv', ...first));
	await title(page, /^Filen lägger till 3\srader, 1\s250,00\skr, varav it 1\s200,00\skr$/).waitFor();
	await page.getByRole('region', { name: '1 månad ändras' }).waitFor();
	expect(sent).toEqual([]);
	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByText('Servern läste filen likadant').waitFor();
	const before = sent.length;

	await replace(page, 'effekt.csv', [header, ...first.slice(1).reverse()]);
	await title(page, 'Filen innehåller samma rader som den inlästa. Inget ändras.').waitFor();
	await page.getByText('Den inlästa filen ingår inte i utgåvan').waitFor();

	await replace(page, 'effekt.csv', second);
	await title(page, /^Filen ändrar 2\srader och summan med \+80,00\skr$/).waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Visa ändrade rader' }).click();
	const drawer = page.getByRole('dialog', { name: '1 ändrad rad' });
	await drawer.getByText('belopp:').waitFor();
	expect((await drawer.getByRole('row').nth(1).innerText()).replace(/\s+/g, ' ')).toBe(
		'4 3 verifikationsnummer E2, konto 74310, leverantor Effekt AB, namnd Utbildningsnämnden belopp: 200,00 → 250,00'
	);
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'It-kostnad' }).click();
	await page.getByRole('region', { name: '1 nämnd ändras' }).getByText('Utbildningsnämnden').waitFor();
	await page.setViewportSize({ width: 390, height: 800 });
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	expect(sent).toHaveLength(before);
});

test('when the loaded file is out of reach the card says so, and the file can be loaded all the same', async () => {
	const { page } = await openPage();
	// The same bytes under another name are the same file.
	const [own, ownCorrected] = [first, second].map((lines) =>
		lines.map((line) => line.replace('Effekt AB', 'Fjärran AB'))
	);
	await load(page, 'utan.csv', own ?? []);
	await page.route('**/original', (route) => route.fulfill({ status: 410, body: '{}' }));
	await replace(page, 'utan.csv', ownCorrected ?? []);
	await page.getByText('Servern lämnade inte ut den inlästa filen (svar 410).').waitFor();
	expect(await page.getByRole('button', { name: 'Läs in som ej avstämd' }).isEnabled()).toBe(true);
	await page.unroute('**/original');
	await page.getByRole('button', { name: 'Försök igen' }).click();
	await title(page, /^Filen ändrar 2\srader/).waitFor();
});

test('rejected rows are mended by keyboard and become a file of their own', async () => {
	const { page, sent } = await openPage();
	await choose(
		page,
		csv(
			'trasig.csv',
			header,
			'2026-03-10;Utbildningsnämnden;74310;Effekt AB;M1;Drift;1000,00',
			'2026-03-11;Utbildningsnämnden;74310;Effekt AB;M2;Drift;tvåhundra',
			';Kulturnämnden;50100;Lokal AB;M3;Hyra;50,00',
			'2026-03-12;Kulturnämnden;50100;Lokal; Hus AB;M4;Hyra;70,00'
		)
	);
	await page.getByRole('button', { name: /^Rätta/ }).click();
	await title(page, 'Rätta 3 avvisade rader').waitFor();
	const amount = page.getByRole('group', { name: /^Rad\s3/ }).getByLabel('belopp');
	await amount.waitFor();
	await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
	expect(await amount.evaluate((input) => input === document.activeElement)).toBe(true);
	await expectAccessible(page);
	await page.keyboard.press('Control+A');
	await page.keyboard.type('2oo,00');
	await page.getByText('”2oo,00” är inget belopp.').waitFor();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('200,00');
	await page.getByText('1 av 3 rader är rättade.').waitFor();
	await page
		.getByRole('group', { name: /^Rad\s4/ })
		.getByLabel('datum')
		.fill('2026-03-31');
	await page.getByText('2 av 3 rader är rättade.').waitFor();
	await page.getByRole('button', { name: /^Ångra ändringarna på rad\s4/ }).click();
	await page.getByText('1 av 3 rader är rättade.').waitFor();
	const wide = page.getByRole('group', { name: /^Rad\s5/ });
	for (const [label, value] of [
		['leverantor', 'Lokal; Hus AB'],
		['verifikationsnummer', 'M4'],
		['text', 'Hyra'],
		['belopp', '70,00'],
		['Överskjutande värde 1', '']
	] as const) {
		await wide.getByLabel(label).fill(value);
	}
	await page.getByText('2 av 3 rader är rättade.').waitFor();
	await page.setViewportSize({ width: 390, height: 800 });
	await expectNoSidewaysScroll(page);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Lägg till 2 rättade rader' }).click();
	await fileNamed(page, 'rattade_rader_trasig.csv').waitFor();
	await title(page, /^Filen lägger till 2\srader, 270,00\skr, varav it 200,00\skr$/).waitFor();
	expect(sent).toEqual([]);
});
