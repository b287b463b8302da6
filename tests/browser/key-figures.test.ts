// The controller asks whether it is much or little here: reads a figure, opens its rows, takes the nämnder out as a file, says the users.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('key-figures');
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

async function open(
	visitor: 'controller' | 'reader' | 'scoped',
	path = '/budget/nyckeltal',
	width = 1440
): Promise<Page> {
	const page = await visits.open(path, { visitor, width });
	await page.getByRole('heading', { name: 'Så räknas nyckeltalen' }).waitFor();
	return page;
}
const item = (page: Page, name: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
const ore = (cell = '') => Math.round(Number(cell.replace(',', '.')) * 100);

test('a controller reads the share, opens both sides of it, and takes every nämnd out as a file', async () => {
	const page = await open('controller');
	expect(plain(await page.locator('.lead').textContent())).toMatch(
		/^It står för [\d,]+ % av verksamhetens kostnad januari–augusti 2026, .+ samma månader 2025\. Det är [\d ]+ kr per anställd\.$/
	);
	const share = item(page, 'It-kostnadens andel');
	await share.getByText('Statliga myndigheter, medel 2017: 9,5 %. Inte kommuner.').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await share.getByRole('button', { name: /så räknades talet$/ }).click();
	const explained = page.getByLabel(/^Så räknades/);
	expect(plain(await explained.textContent())).toMatch(
		/Täljare [\d,]+ mnkr it-kostnad på kostnadskonton.*verksamhetens kostnad.*Känd del [\d,]+ %.*Period jan–aug 2026.*Utgåva, regler/
	);
	await explained.getByRole('button', { name: 'Öppna täljarens rader' }).click();
	// The sum of the rows is the numerator, to the krona.
	const rows = page.getByRole('dialog');
	await rows.getByText(/\d\srader, jan–aug 2026\. Raderna summerar till siffran/).waitFor();
	const [numerator = ''] = /[\d,]+\smnkr/.exec((await share.textContent()) ?? '') ?? [];
	const [summed = ''] =
		/[\d\s]+\skr/.exec((await rows.getByRole('heading').first().textContent()) ?? '') ?? [];
	expect((Number(summed.replace(/\D/g, '')) / 1_000_000).toFixed(1).replace('.', ',')).toBe(
		numerator.replace(/\smnkr/, '')
	);
	await page.keyboard.press('Escape');
	await rows.waitFor({ state: 'detached' });

	// Each year as a table, with what it is made of.
	const list = page
		.locator('.card')
		.filter({ has: page.getByRole('heading', { name: 'Nyckeltal år för år' }) });
	await list.getByRole('button', { name: 'Visa som tabell' }).click();
	expect(await list.getByRole('row', { name: /^jan–aug 2023/ }).count()).toBe(10);
	expect(await accessibilityFaults(page)).toEqual([]);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Exportera CSV' }).click()
	]);
	expect(download.suggestedFilename()).toBe('nyckeltal_2023-01_2026-08.csv');
	const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
	expect(lines[0]).toBe(
		'\ufeffnyckeltal;namnd;fran;till;enhet;varde;lagst;hogst;taljare;namnare;okant;andel_kand;inte_med;skal;utgava;regelversion;avstamd'
	);
	const cells = lines.slice(1).map((line) => line.split(';'));
	const of = (key: string, from: string) => cells.filter(([name, , first]) => name === key && first === from);
	for (const key of ['it_andel', 'kopt_andel', 'sakerstalla_andel']) {
		const [whole, ...units] = of(key, '2026-01');
		for (const column of [8, 9])
			expect(
				units.reduce((sum, line) => sum + ore(line[column]), 0),
				key
			).toBe(ore(whole?.[column]));
	}
	expect(cells.filter(([, unit]) => unit === 'staten').length).toBe(5);
}, 60_000);

test('one figure is shown per nämnd, sorted, and whole years are compared with whole years', async () => {
	const page = await open('reader');
	await item(page, 'Konsulter')
		.getByRole('button', { name: /^Per nämnd/ })
		.click();
	const table = page.getByRole('region', { name: 'Konsulter per nämnd' });
	await table.waitFor();
	expect(page.url()).toContain('nyckeltal=konsult_andel');
	const figures = await table.locator('tbody tr .number').allTextContents();
	const shares = figures.map((text) => Number(text.replace(',', '.').replace(/\s%/, '')));
	expect(shares.length).toBeGreaterThan(10);
	expect(shares).toEqual(shares.toSorted((a, b) => b - a));
	await page.getByRole('button', { name: 'Hela år' }).click();
	await page.getByText('Hela år, 2023–2025.').waitFor();
	await page
		.getByText(/^It står för .* än 2024\.|^It står för .* 2024\. Det är/)
		.first()
		.waitFor();
	// Nobody here may say how many use IT.
	await item(page, 'It-kostnad per användare').getByRole('button', { name: 'Visa It-användare' }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
}, 60_000);

test('the number of users is unknown until the controller says it, a number a year, with its source', async () => {
	const page = await open('controller');
	const users = item(page, 'It-kostnad per användare');
	await users.getByText('Ingen har sagt hur många som använder it det här året.').waitFor();
	await users
		.getByText(/användare av .* \(systemregistret, gemensamt system\)/)
		.first()
		.waitFor();
	await users.getByRole('button', { name: 'Ändra It-användare' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Namn').fill('Konton i katalogen');
	await dialog.getByLabel('Tal per år').fill('2026 10000');
	await dialog.getByLabel(/^Varför/).fill('Räknat av it-avdelningen i augusti');
	await dialog.getByRole('button', { name: 'Spara antagandet' }).click();
	await dialog.waitFor({ state: 'detached' });
	await users
		.getByText(/Konton i katalogen: 2026/)
		.first()
		.waitFor();
	// All IT cost of eight months by ten thousand users; other years stay unknown.
	expect(plain(await users.textContent())).toMatch(/16 208 kr/);
	expect(plain(await users.getByRole('list', { name: /^År för år/ }).textContent())).toMatch(/Okänt ?2025/);
	expect(await accessibilityFaults(page)).toEqual([]);

	// Of a part of the municipality nobody knows.
	const part = await open('reader', '/budget/nyckeltal?namnd=Kulturn%C3%A4mnden&slag=Konsult');
	await part.getByText(/^Kulturnämndens it står för/).waitFor();
	await part.getByText(/^Filter på annat än nämnd/).waitFor();
	await item(part, 'It-kostnad per användare')
		.getByText('Antalet användare gäller hela kommunen, och här visas bara en del av den.')
		.waitFor();
}, 60_000);

test('who sees one nämnd sees that one, on a phone too, and a nämnd without IT cost says so', async () => {
	const scoped = await open('scoped', '/budget/nyckeltal', 390);
	await scoped.getByText(/^Utbildningsnämndens it står för/).waitFor();
	expect(await scoped.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(scoped)).toEqual([]);
	const page = await visits.open('/budget/nyckeltal?namnd=Jultomten', { visitor: 'reader' });
	await page.getByText('Det finns ingen it-kostnad i urvalet de här månaderna.').waitFor();
	await page.getByRole('button', { name: 'Ta bort filtren' }).click();
	await page.getByRole('heading', { name: 'Så räknas nyckeltalen' }).waitFor();
}, 60_000);
