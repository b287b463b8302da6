// The speed of one ledger: an edition of it, a server, a browser, and Kostnader as a person meets it.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildCells } from '$lib/server/editions/build-cells';
import { browserArguments, findBrowser } from '../../../../tests/browser/find-browser';
import { startServer } from '../browser';
import { rendererMemory, withPeak } from '../watch-tab';
import { buildLedger, publishLedger, type BenchEdition } from './edition';
import type { LedgerShape } from './ledger-sql';
import { measurePage, prepareWatch, type PageSpeed } from './page';
import { measurePeers, type PeerTimes } from './peers';
import { measureQueries, type QuerySet } from './queries';
import { signInCold, visitCosts, type Visit } from './visit';

/** Above this a ledger is built by SQL: its files would take minutes to receive, read and check. */
export const publishedUpTo = 1_000_000;
const repeats = 5;

export interface Speed {
	rows: number;
	shape: LedgerShape;
	edition: BenchEdition;
	cells: number;
	first: Visit;
	/** Översikt and Kostnader, the edition and its cells kept in the browser. */
	startFigures: number[];
	repeat: Visit[];
	page: PageSpeed;
	/** Of the renderer, MB: after all charts have been used, and the most meanwhile. */
	memory: { after: number; peak: number };
	/** Null where only the page is measured. */
	queries: QuerySet[] | null;
	peers: PeerTimes[] | null;
}

/** @param folder an empty one; GENOMLYS_MODE and DATA_DIR are set */
export async function measureSpeed(folder: string, shape: LedgerShape, rows: number): Promise<Speed> {
	const whole = shape === 'municipal';
	const edition =
		whole && rows <= publishedUpTo ? await publishLedger(folder, rows) : await buildLedger(shape, rows);
	const cells = (await buildCells(edition.slice)).length;
	const server = await startServer(process.env.DATA_DIR ?? '');
	const { origin } = server;
	try {
		const measured = await inBrowser(origin, join(folder, 'browser'));
		const queries = whole ? await measureQueries(origin, edition.slice) : null;
		const peers = whole ? await measurePeers({ origin, folder, rows, slice: edition.slice }) : null;
		return { rows, shape, edition, cells, ...measured, queries, peers };
	} finally {
		server.stop();
	}
}

/** @param profile a folder for what the browser keeps between visits, compiled scripts among it, as a person's browser does */
async function inBrowser(
	origin: string,
	profile: string
): Promise<Pick<Speed, 'first' | 'startFigures' | 'repeat' | 'page' | 'memory'>> {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: findBrowser(),
		args: browserArguments,
		viewport: { width: 1440, height: 900 }
	});
	try {
		const browser = context.browser();
		if (!browser) throw new Error('The browser cannot be watched');
		await signInCold(context, origin);
		const first = await visitCosts(context, origin);
		const [startFigures, repeat]: [number[], Visit[]] = [[], []];
		for (let index = 0; index < repeats; index++) {
			const start = await context.newPage();
			await start.goto(`${origin}/`);
			await start.getByText(/mnkr/).first().waitFor();
			startFigures.push(await start.evaluate(() => performance.now()));
			await start.close();
			repeat.push(await visitCosts(context, origin));
		}
		const page = await context.newPage();
		await prepareWatch(page);
		let speed: PageSpeed | null = null;
		const { peak } = await withPeak(browser, async () => {
			speed = await measurePage(page, origin);
			return 0;
		});
		const after = await rendererMemory(browser);
		if (!speed) throw new Error('The page was not measured');
		return { first, startFigures, repeat, page: speed, memory: { after, peak } };
	} finally {
		await context.close();
	}
}
