// A controller goes through the pages of Licenser: season, price against an index, forecast, right number, paid, kommunbidrag.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('licenssidor');
let page: Page;

async function open(path: string, words: RegExp, width = 1440): Promise<string> {
	page = await visits.open(path, { visitor: 'controller', width });
	const lead = page.locator('.lead', { hasText: words });
	await lead.waitFor();
	return ((await lead.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}
const cells = async (name: RegExp) =>
	(await page.getByRole('row', { name }).first().getByRole('cell').allTextContents()).map((text) =>
		text.replace(/\s+/g, ' ').trim()
	);

test('the licences are shown per month and supplier, and a supplier leads to its products', async () => {
	await open('/licenser?per=manad', /är oanvända, försiktigt räknat/);
	await page.getByRole('row', { name: /^September\s2025/ }).waitFor();
	expect((await cells(/^Augusti\s2026/))[0]).toBe('55 365');
	await page.getByRole('button', { name: 'Per leverantör' }).click();
	await page.waitForURL('**per=leverantor');
	await page.getByRole('link', { name: 'Kvistrona Licens AB' }).click();
	await page.waitForURL((url) => url.searchParams.get('leverantor') === '559900-0022');
	await page.getByRole('row', { name: /^Ritpaletten/ }).waitFor();
	expect(await page.getByRole('row', { name: /^Lärstigen/ }).count()).toBe(0);
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('the dip of July is season, not waste', async () => {
	const lead = await open('/licenser/arstid?produkt=Kontorspaketet', /I juli/);
	expect(lead).toMatch(/^155 fler licenser är aktiva än för ett år sedan/);
	await page.getByText('licenser är oanvända också i mars 2026, då flest är aktiva.').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('an index is put in, a price above it is flagged and put aside, and all is taken back', async () => {
	await open('/licenser/pris', /Inget index är angivet/);
	const dialog = page.getByRole('dialog');
	await page.getByRole('button', { name: 'Ändra Prisindex' }).click();
	await dialog.getByLabel(/^Namn/).fill('KPI');
	await dialog.getByLabel(/^Tal per år/).fill('2023 100\n2026 hundrasjutton');
	await dialog.getByLabel(/^Varför/).fill('Påhittat för provet');
	await dialog.getByRole('button', { name: 'Spara antagandet' }).click();
	await dialog.getByText('Skriv ett år och ett tal på varje rad').waitFor();
	await dialog.getByLabel(/^Tal per år/).fill('2023 100\n2026 117,0');
	await dialog.getByRole('button', { name: 'Spara antagandet' }).click();
	await page
		.getByText(/^Prisindex är nu KPI/)
		.first()
		.waitFor();
	await page.locator('.lead', { hasText: '1 av 10 jämförda produkter har stigit mer än KPI' }).waitFor();
	await page.getByRole('button', { name: 'Avfärda Kontorspaketet' }).click();
	await dialog.getByRole('textbox').fill('Prövat mot prisklausulen');
	await dialog.getByRole('button', { name: 'Avfärda med skälet' }).click();
	await page
		.getByRole('row', { name: /^Kontorspaketet/ })
		.getByText('Prövat mot prisklausulen')
		.waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);

	await page.getByRole('button', { name: 'Ta upp Kontorspaketet igen' }).click();
	await dialog.getByRole('textbox').fill('Provet är slut');
	await dialog.getByRole('button', { name: 'Ta upp igen' }).click();
	await dialog.waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Ändra Prisindex' }).click();
	await dialog.getByLabel(/^Varför/).fill('Provet är slut');
	await dialog.getByRole('button', { name: /^Ta tillbaka/ }).click();
	await page.locator('.lead', { hasText: 'Inget index är angivet' }).waitFor();
});

test('the forecast is shown apart from what is known, beside the budget', async () => {
	const lead = await open('/licenser/prognos', /kostar troligen/);
	expect(lead).toBe('De köpta licenserna kostar troligen 63,7 mnkr under 2026, mellan 63,6 och 63,9.');
	await page.getByText('Den flyttas som 2023, 2024 och 2025 rörde sig').waitFor();
	await page.getByRole('heading', { name: /av budgetens 81,80\smnkr/ }).waitFor();
	await page.getByRole('button', { name: 'Visa som tabell' }).click();
	const november = (await cells(/^November\s2026/)).map((text) => Number(text.replace(',', '.')));
	const [low = 0, likely = 0, high = 0] = november.slice(1, 4);
	expect(5.3 < low && low < likely && likely < high).toBe(true);
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('each nämnd needs what it has used as most, and what is unknown is said', async () => {
	await open('/licenser/ratt-antal', /köpta licenser behövs inte/);
	expect((await cells(/^Säkerhetsskydd/)).filter((text) => text === 'Okänt')).toHaveLength(5);
	await page.getByRole('link', { name: 'Kontorspaketet', exact: true }).click();
	const unit = page.getByRole('row', { name: /^Utbildningsnämnden/ });
	await unit.waitFor();
	const before = await cells(/^Utbildningsnämnden/);
	await page.getByLabel('Räkna som använda').selectOption('tilldelade');
	await page.waitForURL('**matt=tilldelade');
	await unit.getByText(/^3\s020$/).waitFor();
	expect(before[0]).toBe('3 480');
	expect((await cells(/^Utbildningsnämnden/)).slice(0, 5)).toEqual([
		'3 480',
		'2 876',
		'2 876',
		'3 020',
		'+460'
	]);
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('what is paid is explained in parts, with the rows of both sides', async () => {
	await open('/licenser/betalt', /mer för licenser än licensuppgifterna/);
	const part = page
		.getByRole('row', { name: /^Andra leverantörer/ })
		.getByRole('button')
		.first();
	const amount = (await part.textContent())?.trim();
	expect(amount).toMatch(/^\+13,02/);
	await part.click();
	const drawer = page.getByRole('dialog');
	await drawer
		.getByText(/13\s017\s698,02/)
		.first()
		.waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	await page.getByRole('button', { name: /^42,10\smnkr/ }).click();
	await drawer
		.getByText(/42\s100\s307,00/)
		.first()
		.waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('kommunbidrag moves by the key in the address, and fits a telephone', async () => {
	await open('/licenser/kommunbidrag', /flyttas 63,2\smnkr i kommunbidrag efter antal licenser/, 390);
	await page.getByLabel('Kommunbidraget flyttas efter').selectOption('kommunbidrag');
	await page.waitForURL('**nyckel=kommunbidrag');
	await page.locator('.lead', { hasText: /10,8\smnkr hamnar hos en annan nämnd/ }).waitFor();
	expect((await cells(/^Summa/)).slice(1, 4)).toEqual(['0', '0', '0']);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(page)).toEqual([]);
});
