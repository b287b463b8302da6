// A controller's morning on the demo city: what rose most in T2 since T2 last year, the rows behind it, a view with one's own
// words for a colleague, and files that say what the screen says.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringSession, browserVisits } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitors } from './visitors';

const origin = demoServer().origin;
let people: Visitors;
/** Several pages in one test, on a machine that may have much else to do. */
const long = { timeout: 120_000 };
const newVisit = browserVisits();

beforeAll(async () => {
	people = await bringVisitors('morgon');
});
afterAll(() => people.close());

async function openPage(path: string, visitor: 'controller' | 'member'): Promise<Page> {
	const context = await newVisit({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
	await bringSession(context, people, visitor);
	const page = await context.newPage();
	await page.goto(origin + path);
	return page;
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
/** Whole kronor as they are shown; null where the screen shows no figure. */
const kronor = (text: string | null) => {
	const digits = plain(text)
		.replace('−', '-')
		.replace(/[^\d-]/g, '');
	return digits === '' ? null : Number(digits);
};
const settled = (page: Page, part: Locator) =>
	part.waitFor().then(() => page.waitForFunction(() => !document.querySelector('main [aria-busy=true]')));
const increases = (page: Page) => page.getByRole('region', { name: 'Största ökningarna' });
const grid = (page: Page) => page.getByRole('grid');
const drawer = (page: Page) => page.getByRole('dialog');

async function drawerSum(page: Page): Promise<number | null> {
	await drawer(page).getByText('Raderna summerar till siffran du klickade på.').waitFor();
	return kronor(await drawer(page).getByRole('heading', { level: 2 }).textContent());
}
async function shut(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await drawer(page).waitFor({ state: 'detached' });
}
/** Every line of the pivot as it is seen, heads first. */
const seen = async (page: Page) =>
	(
		await grid(page)
			.locator('tr')
			.evaluateAll((lines) =>
				lines.map((line) => [...line.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''))
			)
	).map((line) => line.map(plain));

const pivotOfIncreases =
	'/kostnader/pivot?fran=2026-01&till=2026-08&per=leverantor&kolumner=slag&matt=forandring&ordning=summa&riktning=fallande&enhet=kr';

test(
	'the three largest increases of T2 are found on both pages, and the rows of each span sum to their figures',
	long,
	async () => {
		const largest: (string | number | null)[][] = [];
		const page = await openPage('/kostnader/forandring?fran=2026-03&till=2026-03&enhet=kr', 'controller');
		await settled(page, increases(page));
		await page.getByRole('button', { name: /^Period:? / }).click();
		await page.getByRole('button', { name: 'T2', exact: true }).click();
		await page.waitForURL((url) => !url.searchParams.has('fran'));
		await page.keyboard.press('Escape');
		await expect
			.poll(async () => plain(await page.locator('h1 + p').textContent()), { timeout: 30_000 })
			.toMatch(/jan–aug 2026, .* mer än samma tid i fjol/);
		await settled(page, increases(page));
		const lines = await increases(page).getByRole('row').all();
		const rises: number[] = [];
		for (const line of lines.slice(1, 4)) {
			const name = plain(await line.locator('th, td').first().textContent());
			const [before = null, now = null, change = null] = (await line.getByRole('cell').allTextContents())
				.slice(-4, -1)
				.map(kronor);
			for (const [place, figure] of [before, now].entries()) {
				if (figure === null) continue;
				await line
					.getByRole('button')
					.nth(place - Number(before === null))
					.click();
				expect(await drawerSum(page)).toBe(figure);
				await shut(page);
			}
			expect(Math.abs((now ?? 0) - (before ?? 0) - (change ?? 0))).toBeLessThanOrEqual(1);
			rises.push(change ?? 0);
			largest.push([name, change]);
		}
		expect(rises).toEqual(rises.toSorted((first, second) => second - first));
		expect(Math.min(...rises)).toBeGreaterThan(0);

		await page.goto(origin + pivotOfIncreases);
		await settled(page, grid(page));
		const found = await seen(page);
		expect(found.slice(1, 4).map((line) => [line[0], kronor(line.at(-1) ?? null)])).toEqual(largest);
		for (const [index, [name = '']] of largest.entries()) {
			await grid(page)
				.getByRole('row')
				.nth(index + 1)
				.getByRole('button')
				.last()
				.click();
			await drawer(page).getByText('Så räknades talet').first().waitFor();
			expect(plain(await drawer(page).textContent())).toContain(String(name));
			const part = drawer(page).locator('dl > div').filter({ hasText: 'jan–aug 2026' });
			const [, whole = '', decimals = ''] =
				/([\d ]+),(\d\d) kr/.exec(plain(await part.locator('dd').textContent())) ?? [];
			await part.getByRole('button').click();
			expect(await drawerSum(page)).toBe(Math.round(Number(`${whole.replace(/ /g, '')}.${decimals}`)));
			await shut(page);
		}
	}
);

test('a shared view with words is opened by a colleague, who sees the same figures', long, async () => {
	const page = await openPage(pivotOfIncreases, 'controller');
	await settled(page, grid(page));
	const mine = await seen(page);
	await page.getByRole('button', { name: 'Vyer', exact: true }).click();
	const menu = page.getByRole('dialog', { name: 'Sparade vyer' });
	await menu.getByLabel('Namn').fill('Ökningarna i T2');
	await menu.getByLabel('Egna ord').fill('Fråga de tre största före nämnden.');
	await menu.getByRole('radio', { name: /Delad/ }).check();
	await menu.getByRole('button', { name: 'Spara vyn' }).click();
	await menu.getByText('Vyn Ökningarna i T2 är sparad.').waitFor();
	await page.keyboard.press('Escape');
	await menu.waitFor({ state: 'detached' });
	await page.waitForURL(/vy=\d+/);
	const link = page.url();

	const colleague = await openPage(link.slice(origin.length), 'member');
	await settled(colleague, grid(colleague));
	await colleague
		.getByRole('region', { name: 'Sparad vy' })
		.getByText('Fråga de tre största före nämnden.')
		.waitFor();
	expect(await seen(colleague)).toEqual(mine);
});

test('the files of the pivot, CSV and workbook, are the screen to the öre', long, async () => {
	const page = await openPage(pivotOfIncreases, 'controller');
	await settled(page, grid(page));
	const lines = await seen(page);
	const take = async (name: string) => {
		await page.getByRole('button', { name: 'Exportera' }).click();
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name, exact: true }).click()
		]);
		return file.path();
	};
	const csv = (await readFile(await take('CSV'), 'utf8'))
		.replace(/^\ufeff/, '')
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(';'));
	const sheet = (await readWorkbook(await take('Excel (XLSX)')))[0]?.data ?? [];
	const number = (text: string) => (text === '' ? null : Number(text.replace(',', '.')));
	// Name, from, to, then the columns of the screen.
	const width = lines[0]?.length ?? 0;
	expect(csv).toHaveLength(lines.length);
	expect(sheet).toHaveLength(lines.length);
	let compared = 0;
	for (const [index, line] of lines.entries()) {
		const [inCsv = [], inSheet = []] = [csv[index], sheet[index]];
		expect([inCsv[0], inSheet[0]]).toEqual(index === 0 ? ['leverantor', 'leverantor'] : [line[0], line[0]]);
		if (index === 0) continue;
		for (let column = 1; column < width; column++) {
			const shown = kronor(line[column] ?? null);
			const exact = number(inCsv[column + 2] ?? '');
			if (exact === null) {
				expect(shown).toBeNull();
				continue;
			}
			// Half a krona is rounded on the screen.
			expect(Math.abs((shown ?? NaN) - exact)).toBeLessThanOrEqual(0.5);
			compared++;
			const value = inSheet[inSheet.length - (width - column)];
			expect(typeof value === 'number' ? Math.round(value * 100) : value).toBe(Math.round(exact * 100));
		}
	}
	expect(compared).toBeGreaterThan(50);
});

test(
	'back and forward go through the drawer, the measure and the page before, with their figures',
	long,
	async () => {
		const page = await openPage('/kostnader/forandring?enhet=kr', 'controller');
		await settled(page, increases(page));
		await increases(page).getByRole('row').nth(1).getByRole('button').first().click();
		const sum = await drawerSum(page);
		await page.goBack();
		await drawer(page).waitFor({ state: 'detached' });
		await page.goForward();
		expect(await drawerSum(page)).toBe(sum);
		await page.goBack();
		await drawer(page).waitFor({ state: 'detached' });
		await page.getByRole('link', { name: 'Till Kostnader' }).click();
		await page.waitForURL(/\/kostnader\?/);
		await page.getByRole('button', { name: 'Fler sätt' }).click();
		await page.getByRole('link', { name: 'Pivot' }).click();
		await page.waitForURL(/\/kostnader\/pivot/);
		await settled(page, grid(page));
		const usual = await seen(page);
		await page.getByLabel('Rader', { exact: true }).selectOption({ label: 'Leverantör' });
		await page.waitForURL(/per=leverantor/);
		await grid(page)
			.getByRole('rowheader', { name: /Nordvinge Data AB/ })
			.waitFor();
		const changed = await seen(page);
		await page.goBack();
		await grid(page)
			.getByRole('rowheader', { name: /Utbildningsnämnden/ })
			.waitFor();
		await expect.poll(() => seen(page)).toEqual(usual);
		await page.goForward();
		await expect.poll(() => seen(page)).toEqual(changed);
	}
);
