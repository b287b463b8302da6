// Koncentration and Konkurrens on the demo city: where one supplier is alone, what a koncern changes, and how long ago anybody competed.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('konkurrens');

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
const table = (page: Page, name: string) => page.getByRole('region', { name }).getByRole('table');

async function openConcentration(search = ''): Promise<Page> {
	const page = await visits.open(`/beroende/koncentration${search}`, { visitor: 'controller' });
	await page.getByRole('heading', { name: 'Tre sätt att räkna samma kronor' }).waitFor();
	await page.getByRole('grid').waitFor();
	await settled(page);
	return page;
}

/** HHI of a view, as the card of the three views prints it. */
async function hhiOf(page: Page, view: string): Promise<number> {
	const row = table(page, 'Tre sätt att räkna samma kronor').getByRole('row', {
		name: new RegExp(`^${view}`)
	});
	return Number(plain(await row.getByRole('button').first().textContent()).replace(/\s/g, ''));
}

test('a controller finds by keyboard where one supplier has all of a kostnadsslag in a nämnd, and opens its rows', async () => {
	const page = await openConcentration();
	expect(plain(await page.getByRole('main').locator('.lead').textContent())).toMatch(
		/^I \d+ av \d+ rutor är en leverantör ensam .* Störst är Nordvinge Data AB, med \d+ % av hela kostnaden\.$/
	);
	const grid = page.getByRole('grid');
	const cell = grid.getByRole('button', {
		name: /^Tele och datakom, Utbildningsnämnden: HHI 10\s000, 1\sleverantör, störst Tellunda Nät AB 100\s%/
	});
	// Utbildningsnämnden has most kronor and is the first line.
	await grid.getByRole('button', { name: /^Licens\/SaaS, Utbildningsnämnden/ }).focus();
	for (let steps = 0; steps < 12; steps++) {
		if (await cell.evaluate((button) => button === document.activeElement)) break;
		await page.keyboard.press('ArrowRight');
	}
	expect(await cell.evaluate((button) => button === document.activeElement)).toBe(true);
	await page.keyboard.press('Enter');
	await page.getByText('Vald ruta: Tele och datakom, Utbildningsnämnden.').waitFor();
	await settled(page);
	expect(new URL(page.url()).searchParams.get('ruta_slag')).toBe('Tele och datakom');
	await page.getByRole('heading', { name: /^Utan Tellunda Nät AB finns ingen leverantör kvar/ }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
	await cell.click({ modifiers: ['Shift'] });
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	await drawer.getByText('Tellunda Nät AB').first().waitFor();
	expect(plain(await drawer.textContent())).toContain('Tele och datakom, Utbildningsnämnden');
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
});

test('a koncern that is said with its source changes HHI in its view, and is taken back with a reason', async () => {
	const page = await openConcentration();
	const before = await hhiOf(page, 'Koncernen');
	// The demo's own two are of Kvistronagruppen.
	expect(before).toBeGreaterThan(await hhiOf(page, 'Den som fakturerar'));
	await page.getByRole('button', { name: 'Ange koncern för Omsorgslinden System AB' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Spara koncern' }).click();
	await dialog.getByText('Skriv koncernens namn.').waitFor();
	await dialog.getByLabel('Koncernens namn').fill('kvistronagruppen');
	await dialog.getByLabel('Var kommer uppgiften från?').fill('Påhittad årsredovisning');
	expect(await accessibilityFaults(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Spara koncern' }).click();
	await page.getByText('Omsorgslinden System AB räknas nu till kvistronagruppen.').waitFor();
	await settled(page);
	const after = await hhiOf(page, 'Koncernen');
	expect(after).toBeGreaterThan(before);
	await page.getByText(new RegExp(`Räknat per koncern är HHI .* i stället för`)).first().waitFor();

	await page.getByRole('button', { name: 'Koncernen', exact: true }).click();
	await page.waitForURL((url) => url.searchParams.get('som') === 'koncern');
	await page.getByRole('heading', { name: /^Utan Kvistronagruppen går HHI från/ }).waitFor();
	await page.getByRole('button', { name: 'Leverantören delas' }).click();
	await page
		.getByRole('heading', { name: /^Delas Kvistronagruppen i två lika delar går HHI från/ })
		.waitFor();

	await page.getByRole('button', { name: 'Den som fakturerar' }).click();
	await page.getByRole('button', { name: /^Ändra koncern för Omsorgslinden System AB/ }).click();
	await dialog.getByText(/controller: kvistronagruppen\. Påhittad årsredovisning/).waitFor();
	await dialog.getByLabel('Var kommer uppgiften från?').fill('Det var fel bolag');
	await dialog.getByRole('button', { name: 'Ta bort koncernen' }).click();
	await page.getByText('Omsorgslinden System AB räknas åter för sig.').waitFor();
	await settled(page);
	expect(await hhiOf(page, 'Koncernen')).toBe(before);
});

test('a member reads how much came with one bid, beside the country, and how long ago suppliers competed', async () => {
	const page = await visits.open('/beroende/konkurrens?per=namnd');
	await page
		.getByRole('heading', { name: /^Kronorna går till leverantörer som senast konkurrerade/ })
		.waitFor();
	await settled(page);
	expect(plain(await page.getByRole('main').locator('.lead').textContent())).toMatch(
		/med känt antal anbud kom till med ett enda anbud\. Vägt med kronor är det \d,\d år sedan/
	);
	const national = plain(
		await page.getByRole('table', { name: 'Ettanbud i kommunen och i riket' }).textContent()
	);
	for (const figure of ['25,3 %968', '28,5 %186', '23,8 %400', '20,3 %11 395'])
		expect(national).toContain(figure);
	await page.getByRole('button', { name: /^Utbildningsnämnden: ett anbud \d+\s%/ }).waitFor();
	// Omsorgsjournalen's supplier won alone: no competition is known.
	const row = table(page, 'Leverantörernas senaste avtal i konkurrens').getByRole('row', {
		name: /^Omsorgslinden/
	});
	expect(plain(await row.textContent())).toMatch(/ingen känd konkurrens.*Okänt/);
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: /mnkr, 3–4 år, raderna$/ }).click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	expect(plain(await drawer.textContent())).toContain('3–4 år');
});
