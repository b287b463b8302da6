// Meetings on the demo city: one is called, a contract is put on its agenda, papers are made that say what the contract's own
// page says, a decision is written down and taken out as a file.
import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { user as account } from '$lib/server/database/schema';
import { accessibilityFaults } from './accessibility';
import { bringSession, browserVisits } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitors } from './visitors';

const origin = demoServer().origin;
let people: Visitors;
const newVisit = browserVisits();

beforeAll(async () => {
	people = await bringVisitors('moten');
	await people.database
		.update(account)
		.set({ rights: ['kalla'] })
		.where(eq(account.id, people.user('controller').id));
});
afterAll(() => people.close());

async function openPage(path: string, visitor: 'controller' | 'reader'): Promise<[Page, BrowserContext]> {
	const context = await newVisit({ viewport: { width: 1440, height: 900 } });
	await bringSession(context, people, visitor);
	const page = await context.newPage();
	await page.goto(origin + path);
	return [page, context];
}

/** Figures are printed with no-break spaces. */
const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** The levels of the headings, in the order of the page. */
const headingLevels = (page: Page) =>
	page
		.locator('main :is(h1, h2, h3, h4, h5, h6)')
		.evaluateAll((headings) =>
			headings.filter((heading) => heading.checkVisibility()).map(({ tagName }) => Number(tagName.slice(1)))
		);

/** Every figure in the cards of a contract, those of its bars too. */
async function figuresOf(page: Page): Promise<string[]> {
	const card = page.locator('.contract-card').first();
	const bars = await card.locator('.figure').allTextContents();
	const texts = await card.locator('.card').allTextContents();
	return [
		...bars.map(plain),
		...texts.flatMap((text) => plain(text).match(/\d[\d ]* kr\b|\d+–\d+ %/g) ?? [])
	];
}

test('from a called meeting to decided: the papers say what the pages say, to the krona', async () => {
	const [page, context] = await openPage('/fragor/moten?enhet=kr', 'controller');
	await page.getByRole('button', { name: 'Nytt möte' }).click();
	await page.getByLabel('Möte', { exact: true }).fill('Utbildningsnämnden');
	await page.getByLabel('Dag', { exact: true }).fill('2026-12-09');
	await page.getByRole('button', { name: 'Spara mötet' }).click();
	await page.getByText('Dagordningen är tom.', { exact: true }).waitFor();

	await page.getByRole('button', { name: 'Lägg till Lärstigen, lärplattform' }).click();
	await page.getByText('Lärstigen, lärplattform står nu på dagordningen.').waitFor();
	await page.getByRole('combobox', { name: 'Lägg till ett avtal' }).fill('serverdrift');
	await page.getByRole('option', { name: /Serverdrift och arbetsplats/ }).click();
	await page.getByText('Serverdrift och arbetsplats står nu på dagordningen.').waitFor();
	await page.getByRole('link', { name: 'Serverdrift och arbetsplats' }).focus();
	await page.keyboard.press('Alt+ArrowUp');
	await page.getByText('Serverdrift och arbetsplats är nu punkt 1 av 2.').waitFor();
	await page.getByRole('button', { name: 'Flytta ner Serverdrift och arbetsplats' }).click();
	await page.getByText('Serverdrift och arbetsplats är nu punkt 2 av 2.').waitFor();

	await page.getByRole('button', { name: 'Ta fram handlingarna' }).click();
	await page.getByText('Handlingarna är framtagna.').waitFor();
	expect(await accessibilityFaults(page, 'main')).toEqual([]);
	const meeting = new URL(page.url()).pathname;

	await page.getByRole('link', { name: 'Öppna handlingarna' }).click();
	await page.getByRole('heading', { level: 2, name: '1. Lärstigen, lärplattform' }).waitFor();
	await page
		.getByText(/^Siffrorna är ur utgåva \d+, regler \d+, framtagna \d{4}-\d\d-\d\d av controller\.$/)
		.first()
		.waitFor();
	const onPaper = await figuresOf(page);
	expect(onPaper.length).toBeGreaterThan(4);
	expect(await accessibilityFaults(page, 'main')).toEqual([]);
	const levels = await headingLevels(page);
	expect(levels.filter((level) => level === 1)).toHaveLength(1);
	expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
	const start = plain(await page.locator('.papers dl').first().textContent());
	expect(await page.locator('.papers table caption').first().textContent()).toBe('Dagordning');

	// A figure leads to its rows in the edition that the papers are of.
	await page.locator('h2 + p.lead').first().getByRole('button').click();
	await page.waitForURL(/\/avtal\/A-2021-114\?utgava=\d+&enhet=kr&rader=/);
	await page.getByRole('dialog').getByRole('table').waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('heading', { level: 2, name: /^Exitberedskapen/ }).waitFor();
	expect(await figuresOf(page)).toEqual(onPaper);
	await page.goto(`${origin}/?enhet=kr`);
	await page.locator('main dl').first().waitFor();
	expect(plain(await page.locator('main dl').first().textContent())).toBe(start);

	await page.goto(`${origin}${meeting}?enhet=kr`);
	await page.getByRole('button', { name: 'Anteckna beslut om Lärstigen, lärplattform' }).click();
	await page.getByRole('radio', { name: 'Förläng och starta upphandling' }).check();
	const words = page.getByLabel('Vad beslutade mötet?');
	await words.fill('Förläng ett år och starta upphandling nu.');
	// A form that is closed keeps what is chosen and typed, and says so when it is opened again.
	await page.getByRole('button', { name: 'Stäng och behåll utkastet' }).click();
	await page.getByRole('button', { name: 'Anteckna beslut om Lärstigen, lärplattform' }).click();
	await page.getByText('Det du började skriva ligger kvar.').waitFor();
	expect(await page.getByRole('radio', { name: 'Förläng och starta upphandling' }).isChecked()).toBe(true);
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Spara beslutet' }).click();
	await page.getByText('Beslutet är inte sparat. Texten står kvar.').waitFor();
	expect(await words.inputValue()).toBe('Förläng ett år och starta upphandling nu.');
	await context.setOffline(false);
	await page.getByRole('button', { name: 'Spara beslutet' }).click();
	await page.getByText('Beslutet om Lärstigen, lärplattform är antecknat.').waitFor();

	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Beslut som CSV' }).click()
	]);
	expect(file.suggestedFilename()).toBe('beslut_2026-12-09.csv');
	const [head, first, second] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
	expect(head).toBe(
		'\ufeffmote;datum;punkt;typ;id;benamning;beslut;bedomning;antecknat_av;antecknat;utgava;regelversion;avstamd'
	);
	expect(first).toMatch(
		/^Utbildningsnämnden;2026-12-09;1;avtal;A-2021-114;Lärstigen, lärplattform;Förläng ett år och starta upphandling nu\.;Förläng och starta upphandling;controller;\d{4}-\d\d-\d\d;\d+;\d+;avstämd$/
	);
	expect(second).toMatch(/;2;avtal;A-2022-117;Serverdrift och arbetsplats;;;;;/);

	// A reader reads the papers and the decisions, and changes nothing.
	const [reading] = await openPage(`${meeting}/beslut`, 'reader');
	await reading.getByRole('rowheader', { name: 'Lärstigen, lärplattform' }).waitFor();
	expect(await accessibilityFaults(reading, 'main')).toEqual([]);
	await reading.getByRole('link', { name: 'Till mötet' }).click();
	await reading.getByText('Förläng ett år och starta upphandling nu.').waitFor();
	expect(await reading.getByRole('button', { name: /Anteckna|Lägg till|Ta fram|Flytta/ }).count()).toBe(0);
});

test('papers print with the language, the title and the headings of the page', async () => {
	const [page] = await openPage('/fragor/moten', 'reader');
	await page.getByRole('link', { name: 'Utbildningsnämnden' }).first().click();
	await page.getByRole('link', { name: 'Öppna handlingarna' }).click();
	await page.getByRole('heading', { level: 2, name: '1. Lärstigen, lärplattform' }).waitFor();
	const pdf = (await page.pdf({ format: 'A4', tagged: true, outline: true })).toString('latin1');
	expect(pdf).toContain('/StructTreeRoot');
	expect(pdf).toMatch(/\/Lang \(sv/);
	expect(pdf).toMatch(/\/Outlines/);
	expect(pdf).toMatch(/\/Marked true/);
	// A front page with the five questions, and a page for each contract.
	expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
});
