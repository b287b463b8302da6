// The pages that join registers to the ledger, at the sizes of a large municipality: how long until each is drawn, warm, and
// what its questions take of that.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../../../../tests/browser/find-browser';
import { drawn, signIn, startServer } from '../browser';
import { publishLedger } from './edition';
import { printFigures, tell } from './figures';
import { compared, openWatched, pressed, type Asked } from './queries';
import { registerSizes, writeRegisters } from './register-files';

/** What is promised of a page that opens with everything kept, and of a change of its filters, in milliseconds. */
const limits = { open: 3_000, change: 1_000 } as const;

const pages = [
	'/beroende',
	'/beroende/rangordning',
	'/beroende/koncentration',
	'/beroende/konkurrens',
	'/beroende/delar',
	'/beroende/exit',
	'/beroende/kedja',
	'/beroende/egen-regi',
	'/beroende/suveranitet',
	'/licenser',
	'/avtal',
	'/system',
	'/system/fraga-agaren',
	'/systemkarta',
	'/systemkarta/dubbletter',
	'/systemkarta/livscykel'
] as const;

/** @param folder an empty one; GENOMLYS_MODE and DATA_DIR are set */
export async function measureRegisters(folder: string, rows: number): Promise<void> {
	const edition = await publishLedger(folder, rows, await writeRegisters(folder));
	const server = await startServer(process.env.DATA_DIR ?? '');
	const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
		executablePath: findBrowser(),
		args: browserArguments,
		viewport: { width: 1440, height: 900 }
	});
	const sets: Asked[] = [];
	try {
		await signIn(context, server.origin);
		// The first page fetches the edition and compiles the engine.
		await (await openWatched(context, `${server.origin}/beroende`)).close();
		for (const path of pages) {
			const page = await openWatched(context, `${server.origin}${path}`);
			const opened = await drawn(page);
			const asked = await page.evaluate(() => window.engineWatch?.asked ?? []);
			sets.push({ what: path, milliseconds: opened, asked });
			const filter = page.getByRole('button', { name: 'Utan interna rader' });
			if (await filter.count()) {
				const changed = await pressed(page, () => filter.click());
				if (changed) sets.push({ what: `${path}, another filter`, ...changed });
			}
			await page.close();
		}
	} finally {
		await context.close();
		server.stop();
	}
	const { contracts, systems, capabilities, products } = registerSizes;
	printFigures(
		`${rows} rows, ${contracts} contracts, ${systems} systems, ${capabilities} capabilities, ${products} licence products (slice ${tell(edition.sliceMegabytes)} MB)`,
		(await compared(edition.slice, sets)).map(({ what, questions, drawn: until, browser, native }) => ({
			what,
			figure: `${tell(until)} ms; ${questions} questions ${tell(browser)} ms, natively ${tell(native)} ms, × ${tell(browser / native)}`,
			value: until,
			limit: { value: what.includes(',') ? limits.change : limits.open, unit: 'ms' }
		}))
	);
}
