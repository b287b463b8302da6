// The committee asks: do we use what we pay for? From all products to one, to a nämnd, to the rows.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessibility';
import { bringSession, browserVisits } from './browser-visits';
import { demoServer } from './demo-server';
import { demoVisits } from './demo-visits';

const origin = demoServer().origin;
const visits = demoVisits('licenser');
const newVisit = browserVisits();
let page: Page;

async function open(path: string, width = 1440): Promise<void> {
	page = await visits.open(path, { visitor: 'reader', width });
	await page
		.getByRole('row', { name: /^Summa/ })
		.first()
		.waitFor();
}

const spoken = async (text: Promise<string | null>) => (await text)?.replace(/\s+/g, ' ').trim();
const lead = () => spoken(page.locator('.lead').textContent());

test('all products: what is unused, what it costs, and what nobody knows', async () => {
	await open('/licenser');
	expect(await lead()).toBe(
		'2 489 av 49 120 köpta licenser är oanvända, försiktigt räknat: ingen har fått dem. De kostar 4,5 mnkr om året. Strängt räknat, när ingen använder dem, är det 4 994 av 48 175. För 6 245 till är användningen okänd.'
	);
	expect(await page.getByRole('row', { name: /^Säkerhetsskydd/ }).textContent()).toMatch(
		/6.245.*Okänt.*Okänt/s
	);
	await page.getByText('Okänd användning: Säkerhetsskydd.').waitFor();
	await page.getByText('Köpta licenser gånger pris', { exact: true }).waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('from a product to its nämnder, its price and its rows', async () => {
	await open('/licenser');
	await page.getByRole('link', { name: 'Kontorspaketet', exact: true }).click();
	await page.locator('.lead', { hasText: 'priset' }).waitFor();
	expect(await lead()).toBe(
		'1 033 av 9 115 köpta licenser är oanvända, försiktigt räknat: ingen har fått dem. De kostar 2,5 mnkr om året, och priset har stigit 31 % sedan januari 2023. Strängt räknat, när ingen använder dem, är det 1 441.'
	);
	await page
		.getByRole('heading', {
			name: 'Utbildningsnämnden köpte 280 licenser till i juli 2026, men inte fler blev aktiva'
		})
		.waitFor();
	await page.getByText('Avtal A-2022-031 säger KPI om prisjustering.').waitFor();
	expect(await accessibilityFaults(page)).toEqual([]);

	const unused = page
		.getByRole('row', { name: /^Utbildningsnämnden/ })
		.getByRole('button', { name: '604', exact: true });
	await unused.focus();
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('heading', { name: '604 oanvända, försiktigt' }).waitFor();
	await drawer.getByText('Bara rader med känd användning är med').waitFor();
	await drawer.getByRole('row', { name: /licenser\.csv, rad \d+/ }).waitFor();
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
	expect(await unused.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('product and month are chosen by keyboard and kept in the address', async () => {
	await open('/licenser');
	await page.getByLabel('Produkt', { exact: true }).selectOption('Ritpaletten');
	await page.waitForURL('**produkt=Ritpaletten');
	await page.getByLabel('Månad', { exact: true }).selectOption('2025-12');
	await page.waitForURL('**manad=2025-12');
	await page.getByText('December 2025. Pris').waitFor();
	await page.getByLabel('Produkt', { exact: true }).selectOption('');
	await page.getByRole('row', { name: /^Kontorspaketet/ }).waitFor();
	expect(new URL(page.url()).searchParams.get('manad')).toBe('2025-12');
});

test('a filter that leaves nothing says so and can be removed', async () => {
	const context = await newVisit();
	await bringSession(context, visits.people, 'reader');
	page = await context.newPage();
	await page.goto(`${origin}/licenser?produkt=Ritpaletten&namnd=Kulturn%C3%A4mnden`);
	await page.getByText('Inga licenser passar filtret').waitFor();
	await page.getByRole('button', { name: 'Visa alla nämnder' }).click();
	await page
		.getByRole('row', { name: /^Summa/ })
		.first()
		.waitFor();
});

test('the table is exported with both definitions, and unknown is empty', async () => {
	await open('/licenser');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Exportera CSV' }).click()
	]);
	const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
	expect(lines[0]).toMatch(
		/^\ufeffprodukt;manad;antal_kopta;.*oanvanda_forsiktigt;oanvanda_strangt;.*utgava;regelversion;avstamd$/
	);
	expect(lines.find((line) => line.startsWith('Säkerhetsskydd'))).toMatch(
		/^Säkerhetsskydd;2026-08;6245;;;;;;;;0,000000;/
	);
});

test('it fits a telephone', async () => {
	await open('/licenser?produkt=Kontorspaketet', 390);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await accessibilityFaults(page)).toEqual([]);
});
