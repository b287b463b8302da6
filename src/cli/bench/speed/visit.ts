// A visit to Kostnader: what is sent, when the first figures and when every chart is there, cold and with all of it kept.
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { demoPassword } from '$lib/server/accounts/demo-accounts';

export interface Visit {
	/** Milliseconds from the navigation: the leading sentence with its figure, and every chart drawn. */
	firstFigures: number;
	interactive: number;
	/** When the first byte of each was asked for, in the same milliseconds; NaN when it was not. */
	asked: { cells: number; engine: number; charts: number };
	/** Scripts of the page by what they are, kB as gzip packs them. */
	scripts: {
		initial: number;
		charts: number;
		engine: number;
		largest: { name: string; kilobytes: number }[];
	};
}

/** Runs in the page from its first moment: when its figures are there. */
function watchVisit(): void {
	const times = { firstFigures: 0, interactive: 0 };
	Object.assign(window, { visitTimes: times });
	const cards = [
		'.trend .layer',
		'.unit button.bar',
		'.supplier button.bar',
		'.kind button.bar',
		'.table tbody tr'
	];
	const look = () => {
		const main = document.querySelector('main');
		if (!times.firstFigures && /kr/.test(main?.querySelector('h1 + p')?.textContent ?? ''))
			times.firstFigures = performance.now();
		if (
			main &&
			cards.every((card) => main.querySelector(card)) &&
			!main.querySelector('[aria-busy="true"]')
		) {
			times.interactive = performance.now();
			return;
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

/** Signs in without a page, so that the browser has kept nothing of the site. */
export async function signInCold(context: BrowserContext, origin: string): Promise<void> {
	const answer = await context.request.post(`${origin}/logga-in`, {
		form: { username: 'maja.lindqvist', password: demoPassword },
		headers: { Origin: origin },
		maxRedirects: 0
	});
	if (answer.status() >= 400) throw new Error(`Signing in gave ${answer.status()}`);
}

/** Opens Kostnader in a new tab and leaves it when the edition and its cells are kept. */
export async function visitCosts(context: BrowserContext, origin: string): Promise<Visit> {
	const page = await context.newPage();
	await page.addInitScript('globalThis.__name ??= (named) => named');
	await page.addInitScript(watchVisit);
	const responses: Response[] = [];
	page.on('response', (response) => responses.push(response));
	await page.goto(`${origin}/kostnader`);
	const times = await page.waitForFunction(
		() => {
			const found: unknown = 'visitTimes' in window ? window.visitTimes : null;
			if (typeof found !== 'object' || !found || !('interactive' in found) || !('firstFigures' in found))
				return null;
			return found.interactive ? [Number(found.firstFigures), Number(found.interactive)] : null;
		},
		undefined,
		{ timeout: 300_000, polling: 50 }
	);
	const [firstFigures = NaN, interactive = NaN] = (await times.jsonValue()) ?? [];
	await kept(page);
	const visit = { firstFigures, interactive, ...(await received(responses)) };
	await page.close();
	return visit;
}

/** Until both the edition and its cells lie in the browser's store. */
async function kept(page: Page): Promise<void> {
	await page.waitForFunction(
		async () => {
			const folder = await navigator.storage
				.getDirectory()
				.then((root) => root.getDirectoryHandle('genomlys'))
				.catch(() => null);
			let files = 0;
			if (folder)
				for await (const entry of folder.values())
					if (entry instanceof FileSystemFileHandle && (await entry.getFile()).size > 0) files++;
			return files >= 2;
		},
		undefined,
		{ timeout: 300_000, polling: 500 }
	);
	await page.waitForTimeout(1000);
}

async function received(responses: readonly Response[]): Promise<Pick<Visit, 'asked' | 'scripts'>> {
	const scripts: Visit['scripts'] = { initial: 0, charts: 0, engine: 0, largest: [] };
	const asked = { cells: NaN, engine: NaN, charts: NaN };
	const start = Math.min(...responses.map((response) => response.request().timing().startTime));
	const sizes: { name: string; kilobytes: number }[] = [];
	for (const response of responses) {
		const { pathname } = new URL(response.url());
		const began = response.request().timing().startTime - start;
		if (pathname.includes('/celler/')) asked.cells = began;
		if (pathname.endsWith('.wasm')) asked.engine = began;
		if (!pathname.endsWith('.js') || pathname.startsWith('/motor/')) continue;
		const body = await response.body().catch(() => Buffer.alloc(0));
		const kilobytes = gzipSync(body).length / 1000;
		// Workers reckon the figures and read the edition, and are loaded beside the page.
		const kind = pathname.includes('/workers/') ? 'engine' : kindOf(body.toString());
		scripts[kind] += kilobytes;
		if (kind === 'charts') asked.charts = began;
		if (kind === 'initial') sizes.push({ name: pathname.split('/').at(-1) ?? '', kilobytes });
	}
	scripts.largest = sizes.sort((one, other) => other.kilobytes - one.kilobytes).slice(0, 5);
	return { asked, scripts };
}

/** By words that only the library itself has. */
function kindOf(script: string): 'charts' | 'engine' | 'initial' {
	if (/zrender|ecModel/.test(script)) return 'charts';
	if (/RUN_PREPARED/.test(script)) return 'engine';
	return 'initial';
}
