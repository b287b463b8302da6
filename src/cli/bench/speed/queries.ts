// The pages that ask the engine: their questions in the browser, and the same ones of native DuckDB on one thread.
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { openNative } from '$lib/server/engine/native-engine';
import { browserArguments, findBrowser } from '../../../../tests/browser/find-browser';
import { drawn, signIn } from '../browser';
import { median, timed } from '../timing';
import { watchEngine, type AskedQuestion } from '../watch-engine';

export interface QuerySet {
	what: string;
	questions: number;
	/** Milliseconds from the press until all is drawn; of the questions alone; of the same ones natively. */
	drawn: number;
	browser: number;
	native: number;
}

export interface Asked {
	what: string;
	milliseconds: number;
	asked: AskedQuestion[];
}

const repetitions = 5;
const pages: { path: string; what: string }[] = [
	{ path: '/kostnader/pivot', what: 'pivot' },
	{ path: `/leverantorer/${encodeURIComponent('LEVERANTÖR 5 AB')}`, what: 'a leverantör' },
	{ path: `/namnder/${encodeURIComponent('Nämnd 05')}`, what: 'a nämnd' },
	{ path: '/beroende/koncentration', what: 'koncentration' },
	{ path: '/beroende/konkurrens', what: 'konkurrens' }
];

/** Every question set at one size, against the edition that the server hands out. */
export async function measureQueries(origin: string, slice: string): Promise<QuerySet[]> {
	const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
	const sets: Asked[] = [];
	try {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		await signIn(context, origin);
		for (const { path, what } of pages) {
			const page = await openWatched(context, `${origin}${path}`);
			// Two presses, so that the second finds the engine warm.
			for (const then of ['without internal rows', 'with them again']) {
				const asked = await pressed(page, () =>
					page.getByRole('button', { name: 'Utan interna rader' }).click()
				);
				if (asked) sets.push({ what: `${what}, ${then}`, ...asked });
			}
			await page.close();
		}
		const page = await openWatched(context, `${origin}/kostnader`, false);
		const figure = page.locator('main h1 + p button').first();
		await figure.waitFor();
		await page.waitForTimeout(5000);
		// The first time the engine reads the file and the drawer's own script is fetched.
		await pressed(page, () => figure.click());
		await page.keyboard.press('Escape');
		const rows = await pressed(page, () => figure.click());
		if (rows) sets.push({ what: 'rows of a figure', ...rows });
	} finally {
		await browser.close();
	}
	return compared(slice, sets);
}

/** @param asks the page asks the engine something while it opens, which is waited for */
export async function openWatched(context: BrowserContext, address: string, asks = true): Promise<Page> {
	const page = await context.newPage();
	await page.addInitScript('globalThis.__name ??= (named) => named');
	await page.addInitScript(watchEngine);
	await page.goto(address);
	if (asks) {
		await page.waitForFunction(() => (window.engineWatch?.asked.length ?? 0) > 0, undefined, {
			timeout: 120_000
		});
		await drawn(page);
	}
	return page;
}

/** Null when the press asks the engine nothing. */
export async function pressed(page: Page, press: () => Promise<void>): Promise<Omit<Asked, 'what'> | null> {
	await page.evaluate(() => {
		window.engineWatch?.begin();
		// The clock starts with the press itself, not with the command that travels to the browser.
		const start = () => Object.assign(window, { pressed: performance.now() });
		addEventListener('pointerdown', start, { once: true, capture: true });
	});
	await press();
	const asks = await page
		.waitForFunction(() => (window.engineWatch?.asked.length ?? 0) > 0, undefined, { timeout: 10_000 })
		.catch(() => null);
	if (!asks) return null;
	const painted = await drawn(page);
	const start = await page.evaluate(() => ('pressed' in window ? Number(window.pressed) : NaN));
	const asked = await page.evaluate(() => window.engineWatch?.asked ?? []);
	return { milliseconds: painted - start, asked };
}

/** The questions of each set, natively on one thread. */
export async function compared(slice: string, sets: readonly Asked[]): Promise<QuerySet[]> {
	const native = await openNative({ path: slice, readOnly: true, threads: 1 });
	try {
		const found: QuerySet[] = [];
		for (const { what, milliseconds, asked } of sets) {
			const round = () =>
				timed(async () => {
					for (const { sql, values } of asked) await native.run(sql, values);
				});
			await round();
			const times: number[] = [];
			for (let index = 0; index < repetitions; index++) times.push(await round());
			const browser = asked.reduce((sum, question) => sum + question.milliseconds, 0);
			found.push({ what, questions: asked.length, drawn: milliseconds, browser, native: median(times) });
		}
		return found;
	} finally {
		await native.close();
	}
}
