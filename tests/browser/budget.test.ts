// The controller follows up T2: who deviates, by how much, and which rows say so.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('budget');
let page: Page;

async function openAs(
	visitor: 'reader' | 'scoped' | 'controller',
	path: string,
	width = 1440
): Promise<void> {
	page = await visits.open(path, { visitor, width });
	await page
		.getByRole('row', { name: /^Summa/ })
		.first()
		.waitFor();
}

const spoken = async (text: Promise<string | null>) => (await text)?.replace(/\s+/g, ' ').trim();
const lead = () => spoken(page.locator('.lead').textContent());

test('the address leads to the latest follow-up, which opens with its answer', async () => {
	await openAs('reader', '/budget');
	expect(new URL(page.url()).pathname).toBe('/budget/2026/t2');
	expect(await lead()).toBe(
		'Nämnderna räknar med 209,1 mnkr för helåret, 3,1 mnkr mer än budget. Två nämnder står för mer än hela underskottet.'
	);
	const [first] = await page.locator('tbody tr').all();
	expect(await first?.textContent()).toMatch(/Utbildningsnämnden.*−2,42/s);
	await page.getByText('plus är bättre än budget').first().waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('a budget figure opens rows that sum to it, and closing gives the focus back', async () => {
	await openAs('reader', '/budget/2026/t2');
	const row = page.getByRole('row', { name: /^Utbildningsnämnden/ });
	const forecast = row.getByRole('button').nth(4);
	const figure = await spoken(forecast.textContent());
	await forecast.focus();
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog');
	await drawer.getByText('1 budgetrad').waitFor();
	const sum = await spoken(drawer.getByRole('heading').textContent());
	expect(Number(sum?.replace(/ kr$/, '').replaceAll(' ', '').replace(',', '.')) / 1e6).toBeCloseTo(
		Number(figure?.replace(',', '.')),
		2
	);
	await drawer.getByRole('row', { name: /budget\.csv, rad \d+/ }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(await forecast.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('an outcome figure opens the ledger', async () => {
	await openAs('reader', '/budget/2026/t2');
	await page
		.getByRole('row', { name: /^Miljönämnden/ })
		.getByRole('button')
		.nth(1)
		.click();
	await page.getByRole('dialog').waitFor();
	const rows = new URLSearchParams(new URL(page.url()).searchParams.get('rader') ?? '');
	expect(rows.get('namnd')).toBe('Miljönämnden');
	expect([rows.get('fran'), rows.get('till')]).toEqual(['2026-01', '2026-08']);
});

test('the year and the follow-up are links, and VB sets the outcome against the budget', async () => {
	await openAs('reader', '/budget/2026/t2');
	await page.getByRole('link', { name: '2025' }).click();
	await page.waitForURL('**/budget/2025/t2');
	await page.getByRole('link', { name: /^VB/ }).click();
	await page.waitForURL('**/budget/2025/vb');
	await page.locator('.lead', { hasText: 'It kostade' }).waitFor();
	expect(await lead()).toMatch(/^It kostade 200,1 mnkr 2025, 0,2 mnkr mer än budget\./);
});

test('a year that is not over cannot be followed up, and says so', async () => {
	await openAs('reader', '/budget/2026/vb');
	expect(await lead()).toBe(
		'Januari–december 2026 går inte att följa upp än. Huvudboken räcker till augusti 2026.'
	);
});

async function takeOut(button: string) {
	await page.getByRole('button', { name: 'Exportera', exact: true }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: button }).click()
	]);
	return download;
}

test('the table is exported as shown, with its stamp, and one figure a row for the finance system', async () => {
	await openAs('reader', '/budget/2026/t2?namnd=Kulturn%C3%A4mnden');
	const download = await takeOut('Tabellen som CSV');
	expect(download.suggestedFilename()).toBe('budgetuppfoljning_t2_2026_kulturnämnden.csv');
	const [head, first, total] = (await readFile(await download.path(), 'utf8')).split('\r\n');
	expect(head).toBe(
		'\ufeffnamnd;budget_period;utfall_period;avvikelse_period;budget_helar;prognos_helar;avvikelse_helar;utfall_period_forra_aret;utfall_forra_aret;kommentar;period;vy;utgava;regelversion;avstamd'
	);
	expect(first).toMatch(/^Kulturnämnden;(-?\d+,\d\d;){8};2026-T2;/);
	expect(total).toMatch(/^Summa;/);
	const rows = (await readFile(await (await takeOut('En siffra per rad')).path(), 'utf8')).split('\r\n');
	expect(rows[0]).toMatch(/^\ufeffperiod;namnd;kostnadsslag;inriktning;system_id;matt;belopp;vy;/);
	expect(rows[1]).toMatch(/^2026-T2;Kulturnämnden;;;;budget_period;\d+,\d\d;/);
});

test('a workbook that was taken out opens its own view again, and every figure is equal or said to differ', async () => {
	await openAs('reader', '/budget/2026/t2?per=namnd,slag&namnd=Kulturn%C3%A4mnden');
	const workbook = await (await takeOut('Tabellen som Excel')).path();
	const csv = await readFile(await (await takeOut('Tabellen som CSV')).path(), 'utf8');
	await page.getByRole('link', { name: '2025' }).click();
	await page.waitForURL('**/budget/2025/t2**');
	const input = page.locator('input[type=file]');
	await input.setInputFiles({
		name: 'uttag.xlsx',
		mimeType: 'application/octet-stream',
		buffer: await readFile(workbook)
	});
	await page.getByText('alla är lika med tabellen').waitFor();
	const now = new URL(page.url());
	expect([now.pathname, now.searchParams.get('per'), now.searchParams.get('namnd')]).toEqual([
		'/budget/2026/t2',
		'namnd,slag',
		'Kulturnämnden'
	]);
	const changed = csv.replace(
		/^(Summa;;)(\d+)/m,
		(_, line: string, kronor: string) => `${line}${Number(kronor) - 100}`
	);
	expect(changed).not.toBe(csv);
	await input.setInputFiles({ name: 'uttag.csv', mimeType: 'text/csv', buffer: Buffer.from(changed) });
	const row = page.getByRole('row', { name: /^Summa Budget perioden/ });
	expect(await spoken(row.textContent())).toMatch(/\+100,00 kr/);
	expect(await accessibilityFaults(page)).toEqual([]);

	// A file of another edition offers that one, in the same view.
	const older = csv.replace(/;1;(\d+);avstämd\r$/gm, ';99;$1;avstämd\r');
	expect(older).not.toBe(csv);
	await input.setInputFiles({ name: 'uttag.csv', mimeType: 'text/csv', buffer: Buffer.from(older) });
	await page.getByText('Underlaget är från utgåva 99, tabellen visar utgåva 1.').waitFor();
	const then = await page.getByRole('link', { name: 'Visa utgåva 99' }).getAttribute('href');
	const search = new URL(then ?? '', page.url()).searchParams;
	expect([search.get('utgava'), search.get('per'), search.get('namnd')]).toEqual([
		'99',
		'namnd,slag',
		'Kulturnämnden'
	]);
});

test('a controller saves the order of columns that the city has, and what is taken out follows it', async () => {
	await openAs('controller', '/budget/2026/t2?namnd=Kulturn%C3%A4mnden');
	await page.getByRole('button', { name: 'Exportera', exact: true }).click();
	await page.getByRole('button', { name: 'Egen ordning …' }).click();
	const dialog = page.getByRole('dialog', { name: 'Egen ordning på kolumner' });
	await dialog.getByLabel('Namn', { exact: true }).fill('Tertialtabell');
	await dialog.getByLabel('Rubrik för Utfall perioden', { exact: true }).fill('Utfall t.o.m. augusti');
	const later = dialog.getByRole('button', { name: 'Flytta Nämnd senare' });
	for (let place = 0; place < 12; place++) {
		await later.focus();
		await page.keyboard.press('Enter');
	}
	expect(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Spara' }).click();
	await dialog.waitFor({ state: 'detached' });
	const path = await (await takeOut('Tabellen som CSV')).path();
	const [head] = (await readFile(path, 'utf8')).split('\r\n');
	expect(head).toBe(
		'\ufeffbudget_period;Utfall t.o.m. augusti;avvikelse_period;budget_helar;prognos_helar;avvikelse_helar;utfall_period_forra_aret;utfall_forra_aret;namnd;kommentar;period;vy;utgava;regelversion;avstamd'
	);
	await page.locator('input[type=file]').setInputFiles(path);
	await page.getByText('alla är lika med tabellen').waitFor();
});

test('somebody who may see one nämnd sees that one', async () => {
	await openAs('scoped', '/budget/2026/t2');
	const table = page.getByRole('region', { name: 'Budgetuppföljning T2 2026 per nämnd' });
	expect(await table.locator('tbody tr').count()).toBe(1);
	expect(await lead()).toMatch(/^Utbildningsnämnden räknar med/);
});

test('it fits a telephone', async () => {
	await openAs('reader', '/budget/2026/t2', 390);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(page)).toEqual([]);
});
