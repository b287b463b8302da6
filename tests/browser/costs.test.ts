// Kostnader on the demo city: filters in the address, figures that agree, rows, export and keys.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { auditPage } from '$lib/server/audit';
import { accessibilityFaults } from './accessibility';
import { demoVisits } from './demo-visits';

const visits = demoVisits('kostnader');

async function openCosts(query = '', width = 1440): Promise<Page> {
	const page = await visits.open(`/kostnader${query}`, { visitor: 'controller', width });
	return page;
}

/** The lead once it holds these words. */
async function leadSays(page: Page, words: string): Promise<void> {
	await page.waitForFunction(
		(wanted) =>
			document
				.querySelector('h1 + p')
				?.textContent?.replace(/\u00a0/g, ' ')
				.includes(wanted),
		words
	);
}

const table = (page: Page) => page.getByRole('grid');

test('a click on a bar filters, the address holds it, and the line says what is shown', async () => {
	const page = await openCosts();
	await leadSays(page, 'It kostar 162,1 mnkr, 6,6 mnkr mer än samma tid i fjol.');
	const bar = page
		.getByRole('list', { name: 'Nämnd', exact: true })
		.getByRole('button', { name: /^Utbildningsnämnden/ });
	await bar.click();
	await leadSays(page, 'Utbildningsnämndens it kostar 48,8 mnkr');
	expect(new URL(page.url()).search).toBe('?namnd=Utbildningsn%C3%A4mnden');
	expect((await page.getByText(/^Visar/).innerText()).replace(/\u00a0/g, ' ')).toBe(
		'Visar 48,8 mnkr av 162,1 mnkr'
	);
	expect(await bar.getAttribute('aria-pressed')).toBe('true');
	await bar.click();
	await leadSays(page, 'It kostar 162,1 mnkr');
	expect(new URL(page.url()).search).toBe('');
});

test('the default period is not written to the address, another one is', async () => {
	const page = await openCosts();
	await leadSays(page, 'It kostar 162,1 mnkr');
	await page.getByRole('button', { name: /^Period:? jan–aug 2026/ }).click();
	await page.getByRole('button', { name: 'T1', exact: true }).click();
	await page.waitForURL(/fran=2026-01&till=2026-04/);
	await page.getByRole('button', { name: 'I år', exact: true }).click();
	await page.waitForURL((url) => url.search === '');
});

test('every figure of the table opens rows that sum to it', async () => {
	const page = await openCosts('?enhet=kr');
	await table(page).waitFor();
	const cell = table(page).getByRole('button', { name: /Servicenämnden, Drift$/ });
	const figure = (await cell.innerText()).trim();
	await cell.click();
	const drawer = page.getByRole('dialog');
	await drawer.getByRole('heading', { name: `${figure}\u00a0kr` }).waitFor();
	expect(await drawer.locator('.path').innerText()).toMatch(/It-kostnad\s*Servicenämnden\s*Drift/);
});

test('the table is one tab stop: arrows move between figures and Enter opens', async () => {
	const page = await openCosts();
	await table(page).waitFor();
	expect(await table(page).locator('[tabindex="0"]').count()).toBe(1);
	await table(page).locator('[tabindex="0"]').focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').getByText('Äldrenämnden', { exact: true }).first().waitFor();
});

test('Space on a bar filters, Shift+Enter opens its rows', async () => {
	const page = await openCosts();
	const bars = page.getByRole('list', { name: 'Leverantör' }).getByRole('button');
	await bars.first().focus();
	await page.keyboard.press('Shift+Enter');
	await page.getByRole('dialog').getByText('Nordvinge Data AB').first().waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
	await page.keyboard.press('Space');
	await page.waitForURL(/leverantor=559900-0014/);
});

test('a filter that leaves nothing says which one, what is there without it, and takes just that away', async () => {
	const page = await openCosts('?namnd=Kulturn%C3%A4mnden&slag=Infrastruktur&fran=2026-02&till=2026-02');
	await page.getByText('Inga rader passar filtret').waitFor();
	// The chip has one of the same name, but only the message writes it out.
	await page
		.getByRole('button', { name: 'Ta bort Kostnadsslag: Infrastruktur' })
		.filter({ hasText: 'Ta bort' })
		.click();
	await leadSays(page, 'Kulturnämndens it kostar');
	expect(new URL(page.url()).searchParams.getAll('namnd')).toEqual(['Kulturnämnden']);
	expect(new URL(page.url()).searchParams.has('slag')).toBe(false);
});

test('an address with a nämnd that does not exist shows nothing, not an error', async () => {
	const page = await openCosts('?namnd=Finns%20inte');
	await page.getByText('Inga rader passar filtret').waitFor();
});

test('what is exported adds up, is named by its filter and is noted in the log', async () => {
	const page = await openCosts('?namnd=Utbildningsn%C3%A4mnden&slag=Konsult');
	await leadSays(page, 'kostar 2,6 mnkr');
	await page.getByRole('button', { name: 'Exportera CSV' }).click();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: /^Alla rader bakom/ }).click()
	]);
	const name = 'it-kostnader_rader_utbildningsnämnden_konsult_2026-01_2026-08.csv';
	expect(file.suggestedFilename()).toBe(name);
	const [head = '', ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	const at = head.split(';').indexOf('belopp');
	const sum = lines.reduce((ore, line) => ore + Number(line.split(';')[at]?.replace(',', '')), 0);
	expect(Math.round(sum / 1e7) / 10).toBe(2.6);
	await expect
		.poll(async () => (await auditPage(visits.people.database, 1)).rows.map((row) => row.subject))
		.toContain(name);
});

test.each([
	[1440, 'light', ''],
	[390, 'dark', '?namnd=Utbildningsn%C3%A4mnden']
])(
	'the page at %i px, %s, has no faults that axe finds and does not scroll sideways',
	async (width, theme, query) => {
		const page = await openCosts(query, Number(width));
		await table(page).waitFor();
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = String(chosen)), theme);
		expect(await accessibilityFaults(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			Number(width)
		);
	}
);

test('the open drawer has no faults that axe finds', async () => {
	const rows = encodeURIComponent('slag=Moln&fran=2026-01&till=2026-08&steg=It-kostnad&steg=Moln');
	const page = await openCosts(`?rader=${rows}`);
	await page.getByRole('dialog').getByRole('button', { name: 'Varför?' }).first().click();
	expect(await accessibilityFaults(page)).toEqual([]);
});
