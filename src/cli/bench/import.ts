// What a controller waits for with a large file: read, checked and staged in the browser, beside PapaParse reading the
// same file to arrays, which checks nothing. Times, peak memory of the tab, and the longest time that the page stood still.
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { browserArguments, findBrowser } from '../../../tests/browser/find-browser';
import { projectRoot } from '../build-if-needed';
import { signIn } from './browser';
import { watched, type TabMeasure } from './watch-tab';

export interface ImportTimes {
	/** Until the file is reviewed: what was found, every problem, every sum. */
	checked: TabMeasure;
	/** From then until what the file changes stands on the page, its rows staged in the engine. */
	staged: TabMeasure;
	papaparse: TabMeasure;
}

async function ours(
	browser: Browser,
	origin: string,
	path: string
): Promise<Pick<ImportTimes, 'checked' | 'staged'>> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	await signIn(context, origin);
	const page = await context.newPage();
	await page.addInitScript('globalThis.__name ??= (named) => named');
	await page.goto(`${origin}/importera`);
	const timeout = 600_000;
	const checked = await watched(page, async () => {
		const start = performance.now();
		await page.locator('input[type=file]').first().setInputFiles(path);
		await page.getByRole('heading', { name: 'Problem i filen' }).waitFor({ timeout });
		return performance.now() - start;
	});
	const staged = await watched(page, async () => {
		const start = performance.now();
		await page.getByRole('heading', { name: /^Filen lägger till/ }).waitFor({ timeout });
		return performance.now() - start;
	});
	await context.close();
	return { checked, staged };
}

async function papaparse(browser: Browser, path: string): Promise<TabMeasure> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.addInitScript('globalThis.__name ??= (named) => named');
	await page.goto('about:blank');
	await page.setContent('<input type="file" />');
	await page.addScriptTag({ path: join(projectRoot, 'node_modules', 'papaparse', 'papaparse.min.js') });
	await page.locator('input').setInputFiles(path);
	const measure = await watched(page, () =>
		page.evaluate(
			() =>
				new Promise<number>((resolve, reject) => {
					const start = performance.now();
					const file = document.querySelector('input')?.files?.[0];
					const library: unknown = 'Papa' in window ? window.Papa : null;
					if (!file || typeof library !== 'object' || !library || !('parse' in library)) {
						return reject(new Error('No file or no PapaParse'));
					}
					const parse = library.parse as (file: File, options: object) => void;
					parse(file, {
						delimiter: ';',
						encoding: 'windows-1252',
						complete: (result: { data: unknown[] }) => {
							// Held until the time is taken, as a page that works on the rows would.
							Object.assign(window, { rows: result.data });
							resolve(performance.now() - start);
						}
					});
				})
		)
	);
	await context.close();
	return measure;
}

/** Measures one file on one server, each way in a browser of its own. */
export async function measureImport(origin: string, path: string): Promise<ImportTimes> {
	const launch = () => chromium.launch({ executablePath: findBrowser(), args: browserArguments });
	const first = await launch();
	const own = await ours(first, origin, path).finally(() => first.close());
	const second = await launch();
	const peer = await papaparse(second, path).finally(() => second.close());
	return { ...own, papaparse: peer };
}
