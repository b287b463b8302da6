import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('inlasning');

async function openPage(path: string, width = 1440): Promise<Page> {
	const page = await visits.open(path, { width });
	await page.getByRole('heading', { name: /Kostnaden fördelas som på/ }).waitFor();
	await page.getByRole('heading', { name: /(saknar känt|känt eller möjligt) avtal/ }).waitFor();
	await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
	return page;
}

const card = (page: Page, heading: RegExp) =>
	page
		.getByRole('main')
		.locator('section')
		.filter({ has: page.getByRole('heading', { name: heading, level: 2 }) });

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('a member sees the three suppliers that the city is most bound to, why, and the rows behind it', async () => {
	const page = await openPage('/beroende');
	const main = page.getByRole('main');
	const lead = plain(await main.getByText(/^Kommunen är mest bunden till/).textContent());
	expect(lead).toMatch(
		/^Kommunen är mest bunden till Nordvinge Data AB, Kvistrona Licens AB och Omsorgslinden System AB, räknat i kronor\. Räknat per koncern är Kvistronagruppen störst: \d bolag får tillsammans 25 %, mot 19 % för Nordvinge Data AB\.$/
	);
	expect(plain(await card(page, /Kostnaden fördelas som på/).textContent())).toMatch(
		/Störst, den som fakturerar ?Nordvinge Data AB 19 % ?Störst, koncernen ?Kvistronagruppen 25 %/
	);
	expect(
		plain(await card(page, /av kronorna med känt antal anbud kom till med ett enda$/).textContent())
	).toContain('Staplarna är andelar av all kostnad');
	const why = (
		await main.getByRole('list', { name: 'Störst, och varför' }).getByRole('listitem').allTextContents()
	).map(plain);
	expect(why).toHaveLength(3);
	expect(why[0]).toMatch(
		/^Nordvinge Data AB Får \d+,\d mnkr, en femtedel av den it-kostnad som har leverantör, av \d+ nämnder i \d+ system\. \d+ % av kronorna med känt antal anbud kom till med ett enda\..* Exitberedskap \d+–\d+ %\./
	);

	const indicators = card(page, /^Nyckeltal för beroende/);
	expect(await indicators.getByRole('heading', { level: 4 }).count()).toBe(19);
	await indicators
		.getByRole('button', { name: /^[\d\s]+, så räknades talet$/ })
		.first()
		.click();
	const explanation = page.getByLabel(/^Så räknades/);
	expect(plain(await explanation.textContent())).toMatch(
		/Täljare Σ \(andel i %\)².*Nämnare.*Känd del.*Period/
	);
	await page.keyboard.press('Escape');

	const figure = card(page, /saknar känt avtal/).getByRole('button', { name: /mnkr, raderna$/ });
	const amount = plain(await figure.textContent());
	expect(plain(await indicators.getByText(/mnkr\sit-kostnad har inget känt avtal/).textContent())).toContain(
		amount
	);
	await figure.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('table').waitFor();
	expect(plain(await drawer.textContent())).toContain('It-kostnad utan känt avtal');
	const kronor = plain(await drawer.getByRole('heading').first().textContent());
	const millions = Number(kronor.replace(/[^\d,]/g, '').replace(',', '.')) / 1_000_000;
	expect(`${millions.toFixed(1).replace('.', ',')} mnkr`).toBe(amount);
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
});

test('choosing a supplier by keyboard filters the page and keeps the others in sight', async () => {
	const page = await openPage('/beroende');
	const concentration = card(page, /Kostnaden fördelas som på/);
	await concentration.getByRole('button', { name: /^Visa \d+ till$/ }).click();
	const bar = concentration.getByRole('button', { name: /^Skolbjörk Lärteknik AB:/ });
	await bar.focus();
	await page.keyboard.press('Space');
	await page.waitForFunction(() => new URL(location.href).searchParams.has('leverantor'));
	await page.getByText(/Visar/).first().waitFor();
	expect(await bar.getAttribute('aria-pressed')).toBe('true');
	await page.getByText(/går till Skolbjörk Lärteknik AB\./).waitFor();
	await card(page, /^Exitberedskap$/)
		.getByRole('link', { name: 'Skolbjörk Lärteknik AB' })
		.waitFor();
});

test('exit readiness is an interval, single bids stand beside the national figures, and years beside each other', async () => {
	const page = await openPage('/beroende');
	const exit = plain(await card(page, /^Exitberedskap$/).textContent());
	expect(exit).toMatch(/\d+–\d+ %/);
	expect(exit).toMatch(/\d+ av \d+ svar är okända/);
	const indicators = card(page, /^Nyckeltal för beroende/);
	const told = plain(await indicators.textContent());
	for (const figure of ['25,3 % (n 968)', '28,5 % (n 186)', '20,3 % (n 11 395)'])
		expect(told).toContain(figure);
	expect(told).toContain('Det finns en utgåva. Trenden över utgåvor kommer med nästa');
	const trend = indicators.getByRole('list', { name: 'Trend, Största leverantören' }).getByRole('listitem');
	await trend.first().waitFor();
	expect((await trend.allTextContents()).map((text) => plain(text).replace(/^[\d,]+ % ?/, ''))).toEqual([
		'2023',
		'2024',
		'2025',
		'jan–aug 26'
	]);
});

test('every card has its table and its file', async () => {
	const page = await openPage('/beroende');
	for (const heading of [/Kostnaden fördelas som på/, /^Nyckeltal för beroende/, /saknar känt avtal/]) {
		const part = card(page, heading);
		await part.getByRole('button', { name: 'Visa som tabell' }).click();
		expect(await part.getByRole('table').getByRole('row').count()).toBeGreaterThan(3);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			part.getByRole('button', { name: /^CSV/ }).click()
		]);
		const [header = ''] = (await readFile(await download.path(), 'utf8')).split('\r\n');
		expect(header).toMatch(/;utgava;regelversion;avstamd$/);
	}
	expect(await accessibilityFaults(page)).toEqual([]);
}, 120_000);

test.each([1440, 390])('the page has no fault that axe knows of at %i px', async (width) => {
	const page = await openPage('/beroende?leverantor=559900-0014', width);
	expect(await accessibilityFaults(page)).toEqual([]);
	const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(content).toBeLessThanOrEqual(window ?? 0);
});
