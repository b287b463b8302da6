// The engine, the cells or the stored edition is lost in mid-use: the page comes back by itself or by one press, with its
// filters, its drawer and the same figures.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringSession, browserVisits } from './browser-visits';
import { demoServer } from './demo-server';
import { bringVisitors, type Visitors } from './visitors';
import {
	hasDied,
	killAtNextQuestion,
	killNow,
	startedWorkers,
	watchWorkers,
	type WorkerKind
} from './worker-loss';

const origin = demoServer().origin;
let people: Visitors;
const newVisit = browserVisits();
/** Silence of the engine is noticed after 20 s, and another one starts. */
const recovery = { timeout: 90_000 };

beforeAll(async () => {
	people = await bringVisitors('forlust');
});
afterAll(() => people.close());

async function openPage(path: string, memory: string | null = null): Promise<Page> {
	const context = await newVisit({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
	await bringSession(context, people, 'controller');
	await watchWorkers(context, memory);
	const page = await context.newPage();
	await page.goto(origin + path);
	return page;
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const grid = (page: Page) => page.getByRole('grid');
const settled = async (page: Page, timeout = 30_000) => {
	await grid(page).waitFor({ timeout });
	await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'), null, { timeout });
};
const gridText = async (page: Page) => plain(await grid(page).textContent());
const drawer = (page: Page) => page.getByRole('dialog');
const drawerTold = (page: Page) => drawer(page).getByText('Raderna summerar till siffran du klickade på.');
const drawerTitle = async (page: Page) =>
	plain(await drawer(page).getByRole('heading', { level: 2 }).textContent());
const why = (page: Page) => drawer(page).getByRole('button', { name: 'Varför?', exact: true });
const address = (page: Page) => new URL(page.url()).search;
const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const another = (page: Page, kind: WorkerKind, count: number) =>
	expect.poll(() => startedWorkers(page, kind), recovery).toBe(count);

const pivot = '/kostnader/pivot?namnd=Utbildningsn%C3%A4mnden&per=leverantor&kolumner=tertial&enhet=kr';

test(
	'the engine dies while it answers a pivot: the answer comes from another, to the same address',
	recovery,
	async () => {
		const untouched = await openPage(`${pivot}&topp=10`);
		await settled(untouched);
		const right = await gridText(untouched);

		const page = await openPage(pivot);
		await settled(page);
		await killAtNextQuestion(page, 'engine');
		await page.getByLabel('Hur många').selectOption({ label: '10 största' });
		await page.waitForURL(/topp=10/);
		await hasDied(page);
		await another(page, 'engine', 2);
		await settled(page, recovery.timeout);
		await expect.poll(() => gridText(page), recovery).toBe(right);
		expect(parameters(page)).toEqual(parameters(untouched));
		expect(await page.getByRole('alert').count()).toBe(0);
	}
);

test(
	'the engine dies under an open drawer: the drawer stays, its sum is the same and its rows come',
	recovery,
	async () => {
		const page = await openPage(pivot);
		await settled(page);
		await grid(page)
			.getByRole('row', { name: /^Summa/ })
			.getByRole('button')
			.last()
			.click();
		await drawerTold(page).waitFor();
		await why(page).first().waitFor();
		const [title, where] = [await drawerTitle(page), address(page)];
		const box = drawer(page).getByRole('region', { name: 'Rader', exact: true });
		const count = Number(await drawer(page).getByRole('table').getAttribute('aria-rowcount'));
		await killAtNextQuestion(page, 'engine');
		await box.focus();
		await page.keyboard.press('End');
		await hasDied(page);
		await another(page, 'engine', 2);
		await drawer(page)
			.locator(`[aria-rowindex="${count - 1}"]`)
			.getByRole('button')
			.waitFor(recovery);
		expect(await drawerTitle(page)).toBe(title);
		expect(address(page)).toBe(where);
		await drawerTold(page).waitFor();
		await page.keyboard.press('Escape');
		await drawer(page).waitFor({ state: 'detached' });
		await settled(page, recovery.timeout);
	}
);

test('the cells die: the next filter is answered within seconds, by other cells', recovery, async () => {
	const lead = async (page: Page) => plain(await page.locator('h1 + p').textContent());
	const page = await openPage('/kostnader?enhet=kr');
	await expect.poll(() => lead(page), { timeout: 30_000 }).toMatch(/kostar [\d ]+ kr/);
	await settled(page);
	const before = await lead(page);
	await killNow(page, 'cells');
	const asked = Date.now();
	await page
		.getByRole('list', { name: 'Nämnd', exact: true })
		.getByRole('button', { name: /^Utbildningsnämnden/ })
		.click();
	await page.waitForURL(/namnd=Utbildningsn/);
	await another(page, 'cells', 2);
	await settled(page);
	await expect.poll(() => lead(page), { timeout: 30_000 }).not.toBe(before);
	// Three seconds of silence, and the time to read the stored cells on a machine that has much else to do.
	expect(Date.now() - asked).toBeLessThan(20_000);
	const told = await lead(page);
	expect(await page.getByRole('alert').count()).toBe(0);
	const fresh = await openPage(`/kostnader${address(page)}`);
	await grid(fresh).waitFor();
	await expect.poll(() => lead(fresh), { timeout: 30_000 }).toBe(told);
	expect(await gridText(page)).toBe(await gridText(fresh));
});

test(
	'a question that needs more memory than there is says so in Swedish, and the next one is answered',
	recovery,
	async () => {
		const page = await openPage('/kostnader/sql', '96MB');
		const text = page.locator('#sql-text');
		const run = page.getByRole('button', { name: 'Kör', exact: false }).first();
		const ask = async (sql: string) => {
			await text.fill(sql);
			await run.click();
		};
		await ask('SELECT count(*) AS antal FROM cost');
		await page.getByRole('rowheader', { name: /^39\s026$/ }).waitFor();
		await ask(
			"SELECT length(string_agg(repeat('x', 200) || range::VARCHAR, '')) AS langd FROM range(5000000)"
		);
		await page.getByText(/minne räckte inte/).waitFor({ timeout: 80_000 });
		await ask("SELECT count(*) AS antal, 'efter' AS nar FROM cost");
		await page.getByRole('cell', { name: 'efter' }).waitFor();
		// The same engine goes on to the other pages.
		await page.getByRole('link', { name: 'Pivot' }).click();
		await settled(page);
		expect(await startedWorkers(page, 'engine')).toBe(1);
		expect(await page.getByRole('alert').count()).toBe(0);
	}
);

test(
	'the stored edition is deleted in mid-use: the page goes on, and fetches it again when it must',
	recovery,
	async () => {
		const untouched = await openPage(`${pivot}&topp=10`);
		await settled(untouched);
		const right = await gridText(untouched);

		const page = await openPage(pivot);
		await settled(page);
		const stored = () =>
			page.evaluate(async () => {
				const names: string[] = [];
				const root = await navigator.storage.getDirectory();
				for await (const name of root.keys()) names.push(name);
				return names;
			});
		expect(await stored()).toEqual(['genomlys']);
		await page.evaluate(async () => {
			const root = await navigator.storage.getDirectory();
			await root.removeEntry('genomlys', { recursive: true });
		});
		expect(await stored()).toEqual([]);
		await page.getByLabel('Hur många').selectOption({ label: '10 största' });
		await page.waitForURL(/topp=10/);
		await expect.poll(() => gridText(page), recovery).toBe(right);
		// The drawer reads columns that no question has read before.
		await grid(page)
			.getByRole('row', { name: /^Summa/ })
			.getByRole('button')
			.last()
			.click();
		await drawerTold(page).waitFor(recovery);
		await why(page).first().waitFor(recovery);
		// And an engine that is lost besides has nothing stored to start from.
		await page.keyboard.press('Escape');
		await drawer(page).waitFor({ state: 'detached' });
		const engines = await startedWorkers(page, 'engine');
		await killAtNextQuestion(page, 'engine');
		await page.getByLabel('Hur många').selectOption({ label: '20 största' });
		await hasDied(page);
		await another(page, 'engine', engines + 1);
		await settled(page, recovery.timeout);
		expect(await stored()).toEqual(['genomlys']);
		expect(await page.getByRole('alert').count()).toBe(0);
	}
);
