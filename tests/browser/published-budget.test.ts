// A municipality's published budget states its own deviation: the controller sees what it says beside what its rows give.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, csv, expectAccessible, expectNoSidewaysScroll, visitImport } from './import-page';

const openPage = visitImport();
const cells = async (row: Locator) =>
	(await row.locator('th, td').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
const published = csv(
	'driftredovisning_2025.csv',
	'verksamhet;utfall_2025_tkr;budget_2025_tkr;budgetavvikelse_tkr',
	'Bibliotek;-900;-1000;100',
	'Museum;-500;-450;-51',
	'Tillsyn;1;;1',
	'Summa totalt;-1409;-1450;50'
);
const finding = /^Summaraden säger avvikelsen \+50\stkr, men dess budget och utfall ger \+41\stkr$/;

test('a published deviation is kept beside the sums of the rows, when the file is read and in Avstämning', async () => {
	const { page } = await openPage();
	await choose(page, published);
	await page.getByRole('button', { name: 'Med minus' }).click();
	await page.getByText('1 rad har ett tomt belopp som filen räknar som noll').waitFor();
	const card = page.locator('.card', { has: page.getByRole('heading', { name: finding }) });
	await card.waitFor();
	expect(await cells(card.getByRole('row', { name: /^utfall_2025_tkr/ }))).toEqual([
		'utfall_2025_tkr',
		'−1 409',
		'−1 399',
		'−10'
	]);
	expect(await cells(card.getByRole('row', { name: /^Räknad avvikelse/ }))).toEqual([
		'Räknad avvikelse: utfall minus budget',
		'+41',
		'+51',
		'−10'
	]);
	expect(await cells(card.getByRole('row', { name: /Museum/ }))).toEqual(['3', 'Museum', '−51', '−50', '−1']);
	await card
		.getByText(
			/Skillnaden \+9\stkr är \+10\stkr för att summaradens budget och utfall inte är radernas och −1\stkr/
		)
		.waitFor();
	await expectAccessible(page);
	await page.setViewportSize({ width: 390, height: 800 });
	await expectNoSidewaysScroll(page);
	await page.setViewportSize({ width: 1280, height: 900 });

	await page.getByRole('button', { name: 'Läs in som ej avstämd' }).click();
	await page.getByText('Servern läste filen likadant som din webbläsare.').waitFor();
	await page.goto(new URL('/avstamning', page.url()).href);
	const kept = page.locator('.card', { has: page.getByRole('heading', { name: finding }) });
	await kept.getByText('driftredovisning_2025.csv').waitFor();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Ta bort driftredovisning_2025.csv' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'Ta bort' }).click();
	await kept.waitFor({ state: 'detached' });
});
