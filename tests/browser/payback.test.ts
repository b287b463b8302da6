// A controller looks for a development that is over, sees whether it has paid for itself, and counts a part of it.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('payback');
const path = '/budget/inriktning/aterbetalning';
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const list = (page: Page) => page.getByRole('region', { name: 'Projekt i huvudboken' });
const lead = async (page: Page) => plain(await page.locator('.lead').textContent());

test('a project that is over is dearer to run, and its figures open their rows', async () => {
	const page = await visits.open(path, { visitor: 'controller', width: 1440 });
	await list(page).waitFor();
	expect(await lead(page)).toBe(
		'Av 28 utvecklingsprojekt har sju ett år av drift både före och efter. Inget av dem har fått billigare drift.'
	);
	expect(await accessibilityFaults(page)).toEqual([]);
	await list(page).getByRole('link', { name: 'P2412' }).click();
	await page.getByText('Så räknas P2412').waitFor();
	expect(await lead(page)).toMatch(
		/^Projekt P2412 kostade 2,0 mnkr jan–dec 2024\. Driften av Omsorgsjournalen är [\d,]+ mnkr om året dyrare efter än före, så den har inte betalat sig\.$/
	);
	await page.getByText(/På samma system har all utveckling jan 2023 – dec 2025 kostat/).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);

	// The chart has its table, and the cost its rows.
	await page.getByRole('button', { name: 'Visa som tabell' }).click();
	await page.getByRole('row', { name: /^Juli 2026/ }).waitFor();
	await page
		.getByRole('button', { name: /2,00\smnkr/ })
		.first()
		.click();
	await page
		.getByRole('dialog')
		.getByText(/2\s004\s399\skr/)
		.first()
		.waitFor();
	await page.keyboard.press('Escape');

	// A part of it is a choice that the address keeps.
	await page.getByLabel('Till och med').selectOption('juni 2024');
	await page.getByText(/av utvecklingen ligger utanför det som du har valt/).waitFor();
	expect(new URL(page.url()).searchParams.get('slut')).toBe('2024-06');
	await page.getByLabel('Jämför').selectOption('24 månader före och efter');
	await page
		.getByText(/Huvudboken når inte tillbaka|huvudboken når inte tillbaka/)
		.first()
		.waitFor();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page
			.locator('section.card')
			.filter({ has: list(page) })
			.getByRole('button', { name: /^CSV/ })
			.click()
	]);
	expect(download.suggestedFilename()).toBe('aterbetalning_projekt.csv');
	const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
	expect(lines).toHaveLength(29);
	expect(lines[0]).toMatch(
		/^\ufeffutveckling;nyckel;system;ersatta_system;leverantor;.*;lage;utgava;regelversion;avstamd$/
	);
}, 60_000);

test('what goes on, what is too early and what is unknown say so, on a phone too', async () => {
	const page = await visits.open(`${path}?utveckling=projekt:P2612`, { visitor: 'reader', width: 390 });
	await list(page).waitFor();
	expect(await lead(page)).toMatch(/^Projekt P2612 har kostat [\d,]+ mnkr sedan januari 2026 och pågår\./);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(page)).toEqual([]);

	const early = await visits.open(`${path}?utveckling=projekt:P2512`, { visitor: 'controller' });
	await list(early).waitFor();
	expect(await lead(early)).toMatch(/det vet man när december 2026 är slut\.$/);
	const none = await visits.open(`${path}?utveckling=projekt:P9999`, { visitor: 'controller' });
	await none.getByText('Utvecklingen finns inte').waitFor();
	await none.getByRole('combobox', { name: /^Visa/ }).selectOption('All utveckling per system');
	await none.getByRole('region', { name: 'All utveckling per system' }).waitFor();
}, 60_000);

test('who sees one nämnd sees the developments of that one', async () => {
	const page = await visits.open(path, { visitor: 'scoped' });
	await list(page).waitFor();
	expect(await list(page).getByRole('link', { name: 'P2411' }).count()).toBe(1);
	expect(await list(page).getByRole('link', { name: 'P2412' }).count()).toBe(0);
}, 60_000);
