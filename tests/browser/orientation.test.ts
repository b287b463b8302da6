// A controller asks how much is utveckling, year by year and per system, opens the rows, and takes the table out.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('orientation');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const years = (page: Page) => page.getByRole('region', { name: 'Inriktning år för år' });

test('the years, the same months, one year per system, its rows and its file', async () => {
	const page = await visits.open('/budget/inriktning', { visitor: 'controller', width: 1440 });
	await years(page).waitFor();
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/^Av [\d,]+ mnkr it-kostnad jan–jul 2026 är [\d,]+ % förvaltning, [\d,]+ % utveckling och [\d,]+ % avveckling\. Utvecklingens andel är [\d,]+ procentenheter (högre|lägre) än samma månader 2025\.$/
	);
	await page.getByText(/2026 är bara jan–jul 2026/).waitFor();
	await page.getByText(/är bokfört efter den, i månader som inte är hela/).waitFor();
	await page
		.getByText(/Budgeten är inte delad på inriktning i filen\. Hela budgeten 2026, 206,0\smnkr/)
		.waitFor();
	expect(await page.getByRole('link', { name: 'Öppna arbetslistan i Taggning' }).getAttribute('href')).toBe(
		'/taggning#otaggat'
	);
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.getByRole('button', { name: 'Jämför samma månader' }).click();
	await years(page)
		.getByRole('row', { name: /^Jan–jul 2025/ })
		.waitFor();
	expect(new URL(page.url()).searchParams.get('manader')).toBe('samma');
	await page.getByLabel('Delat på').selectOption('System');
	const systems = page.getByRole('region', { name: 'Inriktning per system jan–jul 2026' });
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('section.card').filter({ has: systems }).getByRole('button', { name: /^CSV/ }).click()
	]);
	expect(download.suggestedFilename()).toBe('inriktning_system_2026-01_2026-07.csv');
	const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
	expect(lines[0]).toMatch(/^\ufeffsystem;nyckel;ar;fran;till;forvaltning;forvaltning_andel;.*;avstamd$/);
	const line = lines.find((each) => each.startsWith('Omsorgsjournalen;S-007;2026;2026-01;2026-07;'));
	const [, , , , , , , , development = ''] = (line ?? '').split(';');

	// The figure's rows sum to it.
	const row = systems.getByRole('row', { name: /^Omsorgsjournalen/ });
	await row.getByRole('button').nth(1).click();
	const drawer = page.getByRole('dialog');
	await drawer.getByText('Omsorgsjournalen').first().waitFor();
	const kronor = String(Math.round(Number(development.replace(',', '.'))));
	const grouped = kronor.replace(/\B(?=(\d{3})+$)/g, '\\s');
	await drawer
		.getByText(new RegExp(`${grouped}\\skr`))
		.first()
		.waitFor();
}, 60_000);

test('a filter says what is shown, and who sees one nämnd sees that one, on a phone too', async () => {
	const page = await visits.open('/budget/inriktning?leverantor=Finns%20inte', { visitor: 'reader' });
	await page.getByText('Ingen it-kostnad passar filtret').waitFor();
	await page.getByRole('button', { name: 'Rensa filter' }).last().click();
	await years(page).waitFor();
	expect(await page.getByRole('link', { name: 'Öppna arbetslistan i Taggning' }).count()).toBe(0);

	const scoped = await visits.open('/budget/inriktning', { visitor: 'scoped', width: 390 });
	const boards = scoped.getByRole('region', { name: /^Inriktning per nämnd/ });
	await boards.waitFor();
	expect(await boards.getByRole('rowheader').count()).toBe(2);
	expect(await scoped.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(scoped)).toEqual([]);
}, 60_000);
