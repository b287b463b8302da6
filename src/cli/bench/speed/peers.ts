// Other ways to do the page's task, side by side over the same rows: the answers alone, without any drawing. Each has a
// browser of its own, so that its memory is its own.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { keptCells } from '$lib/server/editions/kept-cells';
import { browserArguments, findBrowser } from '../../../../tests/browser/find-browser';
import type { PeerName, PeerRun } from '../peers/page';
import type { State } from '../peers/task';
import { withPeak } from '../watch-tab';
import { writeColumns, writeCsv } from './peer-files';
import { signInCold } from './visit';

export interface PeerTimes {
	what: string;
	/** Null when it could not do the task, and why. */
	run: (PeerRun & { peak: number }) | null;
	reason: string;
	/** False when its sums are others than those of the page's own cells. */
	agrees: boolean;
}

interface PeerTask {
	origin: string;
	/** For files. */
	folder: string;
	rows: number;
	slice: string;
}

/** How each is told, what it loads from, and up to how many rows it is tried. */
const peers: Readonly<
	Record<PeerName, { what: string; from: 'cells' | 'columns' | 'csv' | 'edition'; most: number }>
> = {
	cells: { what: 'cells of the edition, as the page does', from: 'cells', most: Infinity },
	typedArrays: { what: 'typed arrays by hand, one pass over all rows', from: 'columns', most: Infinity },
	duckdb: { what: 'DuckDB-WASM, one GROUPING SETS question', from: 'edition', most: Infinity },
	crossfilter2: { what: 'PapaParse + crossfilter2', from: 'csv', most: 5_000_000 },
	arquero: { what: 'arquero', from: 'columns', most: 5_000_000 },
	sqlite: { what: 'sqlite-wasm, five questions', from: 'columns', most: 5_000_000 }
};

/** For the states of one kind; and for loading. */
const [mostMilliseconds, loadMilliseconds] = [15_000, 240_000];
const nothing = { units: [], suppliers: [], costKinds: [], internal: true };

function brushStates(): State[] {
	return Array.from({ length: 40 }, (_, step) => ({
		...nothing,
		from: 20,
		to: 21 + (step < 20 ? step : 40 - step)
	}));
}

function filterStates(): State[] {
	return Array.from({ length: 24 }, (_, step) => ({
		...nothing,
		from: 36,
		to: 44,
		units: [`Nämnd ${String((step % 20) + 1).padStart(2, '0')}`],
		suppliers: step % 3 === 1 ? [`LEVERANTÖR ${step} AB`] : [],
		costKinds: step % 3 === 2 ? ['Konsult', 'Drift'] : [],
		internal: step % 2 === 0
	}));
}

/** The page of the peers, bundled as a page of the app would be. @returns its folder */
async function bundle(): Promise<string> {
	const outDir = await mkdtemp(join(tmpdir(), 'genomlys-peers-'));
	const root = fileURLToPath(new URL('../peers', import.meta.url));
	await build({
		configFile: false,
		root,
		base: '/peers/',
		logLevel: 'error',
		resolve: { alias: { $lib: fileURLToPath(new URL('../../../lib', import.meta.url)) } },
		build: { outDir, emptyOutDir: true, target: 'esnext', chunkSizeWarningLimit: Infinity }
	});
	return outDir;
}

export async function measurePeers(task: PeerTask): Promise<PeerTimes[]> {
	const site = await bundle();
	const files = {
		cells: (await keptCells(task.slice)).path,
		columns: await writeColumns(task.slice, task.folder),
		csv: await writeCsv(task.slice, task.folder),
		edition: join(task.folder, 'edition.json')
	};
	const found: PeerTimes[] = [];
	try {
		for (const name of Object.keys(peers) as PeerName[]) {
			const { what, from, most } = peers[name];
			if (task.rows > most) {
				const reason = `not tried above ${most.toLocaleString('sv-SE')} rows`;
				found.push({ what, run: null, reason, agrees: true });
				continue;
			}
			const peer = await runOne(name, files[from], site, task);
			const [own] = found;
			const checks = (run: PeerTimes['run'] | undefined) => String(run?.checks);
			const agrees = !peer.run || !own?.run || checks(peer.run) === checks(own.run);
			found.push({ what, ...peer, agrees });
		}
	} finally {
		await rm(site, { recursive: true, force: true });
	}
	return found;
}

async function runOne(
	name: PeerName,
	file: string,
	site: string,
	{ origin, rows }: PeerTask
): Promise<Pick<PeerTimes, 'run' | 'reason'>> {
	const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
	try {
		const context = await browser.newContext();
		const page = await context.newPage();
		if (name === 'duckdb') {
			await signInCold(context, origin);
			await writeFile(file, await offeredEdition(page, origin));
		}
		await servePeers(page, origin, site);
		await page.goto(`${origin}/peers/index.html`);
		await page.locator('input').setInputFiles(file);
		await page.waitForFunction(() => 'runPeer' in window);
		let run: PeerRun | null = null;
		const died = new Promise<never>((_, reject) => {
			page.once('crash', () =>
				reject(new Error(`the tab ran out of memory at ${rows.toLocaleString('sv-SE')} rows`))
			);
			setTimeout(
				() => reject(new Error(`not done within ${loadMilliseconds / 1000} s`)),
				loadMilliseconds + 2 * mostMilliseconds
			).unref();
		});
		died.catch(() => undefined);
		const { peak } = await withPeak(browser, async () => {
			const running = page.evaluate(
				([name, brush, filters, most]) => window.runPeer(name, brush, filters, most),
				[name, brushStates(), filterStates(), mostMilliseconds] as const
			);
			run = await Promise.race([running, died]);
			return 0;
		});
		return run ? { run: Object.assign(run, { peak }), reason: '' } : { run: null, reason: 'no answer' };
	} catch (error) {
		const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
		return { run: null, reason };
	} finally {
		await browser.close();
	}
}

/** What the server offers the signed-in person, as the page's own load is told. */
async function offeredEdition(page: Page, origin: string): Promise<string> {
	const asked = page.waitForRequest(/\/utgavor\/\d+\/data\//);
	await page.goto(`${origin}/kostnader`);
	const url = new URL((await asked).url()).pathname;
	const response = await page.request.head(`${origin}${url}`).catch(() => null);
	const bytes = Number(response?.headers()['content-length'] ?? 0);
	const [, , edition, , hash] = url.split('/');
	await page.goto('about:blank');
	return JSON.stringify({ edition: Number(edition), hash, bytes, url, account: 'bench' });
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.wasm': 'application/wasm'
};

/** From the app's own origin, so that the engine and the edition are had as by the app. */
async function servePeers(page: Page, origin: string, site: string): Promise<void> {
	await page.context().route(`${origin}/peers/**`, async (route) => {
		const path = join(site, new URL(route.request().url()).pathname.slice('/peers/'.length));
		await route.fulfill({
			contentType: types[extname(path)] ?? 'application/octet-stream',
			body: await readFile(path)
		});
	});
}
