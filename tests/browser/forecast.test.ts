// The controller looks where the year lands, sets another forecast with a reason, and takes it back.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('forecast');
const path = '/budget/2026/t2/prognos';
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

async function open(visitor: 'controller' | 'reader' | 'scoped', to = path, width = 1440): Promise<Page> {
	const page = await visits.open(to, { visitor, width });
	await page
		.getByRole('region', { name: /^(Prognos per nämnd|Budgetuppföljning)/ })
		.first()
		.waitFor();
	return page;
}
const board = (page: Page, name: RegExp) =>
	page.getByRole('region', { name: /^Prognos per nämnd/ }).getByRole('row', { name });

test('a controller sets a forecast with a reason, sees it hold, and takes it back', async () => {
	const page = await open('controller');
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/^Året väntas landa på \d+ mnkr, mellan \d+ och \d+ mnkr\. Det är [\d,]+ mnkr (mer|mindre) än budget\. Nämnderna räknar själva med \d+ mnkr\.$/
	);
	const row = board(page, /^Kulturnämnden/);
	expect(plain(await row.textContent())).toMatch(/Nämndens.*säsong från 2023–2025/);

	await row.getByRole('button', { name: 'Sätt prognos, Kulturnämnden' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByText(/Beräknad: .*Nämndens egen: /).waitFor();
	await dialog.getByRole('button', { name: 'Spara prognosen' }).click();
	await dialog.getByText('Skriv ett belopp i kronor.').waitFor();
	await dialog.getByLabel('Prognos för helåret, kronor').fill('9,5 mnkr');
	await dialog.getByRole('button', { name: 'Spara prognosen' }).click();
	await dialog.getByText('Skriv varför, med minst tio tecken.').waitFor();
	await dialog.getByLabel('Varför').fill('Biblioteken byter system i oktober');
	// A lost connection loses nothing that was written.
	await page.context().setOffline(true);
	await dialog.getByRole('button', { name: 'Spara prognosen' }).click();
	await dialog.getByText(/Ingen kontakt med servern/).waitFor();
	await page.context().setOffline(false);
	expect(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Spara prognosen' }).click();
	await dialog.waitFor({ state: 'detached' });
	await page.getByText(/^Prognosen för Kulturnämnden är nu 9\s500\s000\skr\./).waitFor();
	expect(plain(await row.textContent())).toMatch(/9,50 controller, \d{4}-\d\d-\d\d ÄndraSatt 9,50/);

	// The follow-up counts with it: its row and the line under the table say so.
	const followUp = await open('reader', '/budget/2026/t2');
	const table = followUp.getByRole('region', { name: /^Budgetuppföljning/ });
	expect(plain(await table.getByRole('row', { name: /^Kulturnämnden/ }).textContent())).toContain('9,50');
	await followUp
		.getByText(/^Kulturnämnden: 9,50\smnkr \(.*: Biblioteken byter system i oktober\)$/)
		.waitFor();
	await followUp.close();

	// Another who looks sees who, when and why.
	await row.getByRole('button', { name: 'Ändra, Kulturnämnden' }).click();
	await page.getByRole('dialog').getByText('Biblioteken byter system i oktober').waitFor();
	await page.getByRole('dialog').getByLabel('Varför').fill('Bytet skjuts upp');
	await page.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka' }).click();
	await page
		.getByText(/^Den satta prognosen för Kulturnämnden är tillbakatagen\. Nu gäller nämndens/)
		.waitFor();
	expect(plain(await row.textContent())).toContain('Nämndens');
	// And what was taken back is brought back, and away again.
	await page.getByRole('button', { name: 'Ångra' }).click();
	await row.getByText('Satt', { exact: true }).waitFor();
	await row.getByRole('button', { name: 'Ändra, Kulturnämnden' }).click();
	await page.getByRole('dialog').getByLabel('Varför').fill('Prövningen är klar');
	await page.getByRole('dialog').getByRole('button', { name: 'Ta tillbaka' }).click();
	await row.getByText('Nämndens', { exact: true }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
}, 60_000);

test('the table opens to kostnadsslag that sum to the nämnd, and leaves as a file with its stamp', async () => {
	const page = await open('reader');
	const unit = board(page, /^Kulturnämnden/);
	const name = unit.getByRole('button', { name: 'Kulturnämnden', exact: true });
	await name.focus();
	await page.keyboard.press('Enter');
	expect(await name.getAttribute('aria-expanded')).toBe('true');
	await board(page, /^Licens\/SaaS/).waitFor();
	// Nobody may set anything here, and nothing has been set.
	expect(await page.getByRole('button', { name: /^Sätt prognos/ }).count()).toBe(0);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Exportera som visas' }).click()
	]);
	expect(download.suggestedFilename()).toBe('prognos_t2_2026.csv');
	const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
	expect(lines[0]).toMatch(
		/^\ufeffnamnd;kostnadsslag;utfall;beraknad_lag;.*;skal;utgava;regelversion;avstamd$/
	);
	const ore = (cell = '') => Math.round(Number(cell.replace(',', '.')) * 100);
	const cells = lines.slice(1).map((line) => line.split(';'));
	const units = cells.filter(([of, kind]) => of !== 'Summa' && kind === '');
	const total = cells.find(([of]) => of === 'Summa');
	for (const column of [2, 4]) {
		const sum = (rows: string[][]) => rows.reduce((all, row) => all + ore(row[column]), 0);
		expect(sum(units)).toBe(ore(total?.[column]));
		for (const [of] of units)
			expect(sum(cells.filter(([whose, kind]) => whose === of && kind !== ''))).toBe(
				sum(units.filter(([whose]) => whose === of))
			);
	}

	// What is known of the months left leads to its contract.
	const events = page.getByRole('region', { name: 'Kända händelser under resten av året' });
	expect(await events.getByRole('link', { name: 'Elevregistret' }).getAttribute('href')).toBe(
		'/avtal/A-2020-052'
	);
	await page
		.getByRole('region', { name: 'Prognossäkerhet T2' })
		.getByRole('row', { name: /^Summa/ })
		.waitFor();
	await page.getByRole('heading', { name: /^Vid T2 2023–2025 låg nämndernas prognoser/ }).waitFor();
}, 60_000);

test('who sees one nämnd sees that one, and a year that has not begun says so, on a phone too', async () => {
	const scoped = await open('scoped', path, 390);
	expect(plain(await scoped.locator('.lead').textContent())).toMatch(
		/^Utbildningsnämndens it väntas landa på/
	);
	expect(await scoped.getByRole('button', { name: /^Sätt prognos/ }).count()).toBe(1);
	expect(await scoped.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(scoped)).toEqual([]);
	const page = await visits.open('/budget/2027/t1/prognos', { visitor: 'reader' });
	await page.getByText('2027 har inte börjat i huvudboken').waitFor();
}, 60_000);
