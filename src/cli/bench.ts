// npm run bench [-- ROWS …]: ledgers of 100 000 and 1 000 000 rows through the real server and a real browser, and the same
// questions to native DuckDB on one thread. Prints medians in milliseconds, and ratios.
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import { createDemoAccounts } from '$lib/server/accounts/demo-accounts';
import { database } from '$lib/server/database/connect';
import { migrate } from '$lib/server/database/migrate';
import { claimForMode } from '$lib/server/database/mode';
import { edition, user } from '$lib/server/database/schema';
import type { Person } from '$lib/server/editions/imports';
import { publishEdition } from '$lib/server/editions/publish';
import { receiveFile } from '$lib/server/editions/receive-file';
import { openNative } from '$lib/server/engine/native-engine';
import { measureInBrowser, startServer, type Interaction } from './bench/browser';
import { measureImport, type ImportTimes } from './bench/import';
import { writeLedger } from './bench/ledger';
import { measureTagging, saveBenchRules } from './bench/tagging';
import { measureNative } from './bench/tagging-native';
import { printTagging } from './bench/tagging-print';
import { median, printMeasures, timed, type Measure } from './bench/timing';
import type { TabMeasure } from './bench/watch-tab';
import { buildIfNeeded, projectRoot } from './build-if-needed';

const repetitions = 5;

/** Native single-thread time for the questions of one interaction: the median of several rounds after a warm one. */
async function nativeTime(path: string, { asked }: Interaction): Promise<number> {
	const native = await openNative({ path, readOnly: true, threads: 1 });
	try {
		const round = () =>
			timed(async () => {
				for (const { sql, values } of asked) await native.run(sql, values);
			});
		await round();
		const times: number[] = [];
		for (let i = 0; i < repetitions; i++) times.push(await round());
		return median(times);
	} finally {
		await native.close();
	}
}

/** Publishes an edition, and tells where its full slice lies. */
async function publish(person: Person): Promise<{ slice: string; milliseconds: number }> {
	let file = '';
	const milliseconds = await timed(async () => {
		const manifest = await publishEdition({ user: person });
		file = manifest.slices.find((slice) => slice.level === 'full')?.file ?? '';
	});
	const [stored] = await database().select().from(edition).where(eq(edition.status, 'current'));
	return { slice: join(process.env.DATA_DIR ?? '', stored?.directory ?? '', file), milliseconds };
}

async function measure(rows: number): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'genomlys-bench-'));
	process.env.GENOMLYS_MODE = 'demo';
	process.env.DATA_DIR = join(folder, 'data');
	try {
		const ledger = join(folder, 'kostnader.csv');
		await writeLedger(ledger, rows);
		const megabytes = (await stat(ledger)).size / 1e6;
		await migrate(database());
		await claimForMode(database(), 'demo');
		await createDemoAccounts(database());
		const [person] = await database().select().from(user).where(eq(user.username, 'maja.lindqvist'));
		if (!person) throw new Error('The demo has no controller.');
		const received = await timed(() =>
			receiveFile({ name: 'kostnader.csv', body: createReadStream(ledger), user: person })
		);
		const { slice, milliseconds: published } = await publish(person);
		const sliceMegabytes = (await stat(slice)).size / 1e6;

		const western = join(folder, 'kostnader_windows-1252.csv');
		await writeLedger(western, rows, 'windows-1252');
		const server = await startServer(process.env.DATA_DIR);
		let times, imported: ImportTimes;
		try {
			times = await measureInBrowser(server.origin);
			imported = await measureImport(server.origin, western);
			await saveBenchRules(server.origin);
		} finally {
			server.stop();
		}
		const byManyRules = await publish(person);
		const again = await startServer(process.env.DATA_DIR);
		const tagging = await measureTagging(again.origin).finally(() => again.stop());
		const measures: Measure[] = [
			{ what: `load: receive, read and check ${megabytes.toFixed(0)} MB of CSV`, milliseconds: received },
			{
				what: `load: tag, build and publish (${sliceMegabytes.toFixed(1)} MB edition)`,
				milliseconds: published
			},
			{ what: 'first figures (Översikt, repeat visit)', milliseconds: times.firstFigures },
			{ what: 'Kostnader drawn, first visit', milliseconds: times.firstVisit },
			{ what: 'Kostnader drawn, repeat visit', milliseconds: times.repeatVisit }
		];
		for (const interaction of times.interactions) {
			measures.push({
				what: `${interaction.what} (${interaction.asked.length} questions)`,
				milliseconds: interaction.milliseconds,
				native: await nativeTime(slice, interaction)
			});
		}
		printMeasures(`${rows.toLocaleString('sv-SE')} rows`, measures);
		console.log(`script memory of the page: ${times.heap.toFixed(0)} MB`);
		printImport(imported);
		printTagging(byManyRules.milliseconds, tagging, await measureNative(byManyRules.slice, tagging));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function printImport({ checked, staged, papaparse }: ImportTimes): void {
	const line = (what: string, { milliseconds, peak, stillness }: TabMeasure): string =>
		`${what.padEnd(64)}${milliseconds.toFixed(0).padStart(9)}${(milliseconds / papaparse.milliseconds).toFixed(2).padStart(9)}${peak.toFixed(0).padStart(10)}${stillness.toFixed(0).padStart(10)}`;
	console.log(
		`\n${'the same rows in Windows-1252, in the browser'.padEnd(64)}       ms    ratio   peak MB  still ms`
	);
	console.log(line('previewed and checked: every row judged, nothing sent', checked));
	console.log(line('then staged in the engine, and what it changes answered', staged));
	console.log(line('PapaParse to arrays, nothing checked', papaparse));
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { one: { type: 'boolean' } } });
const sizes = positionals.length ? positionals.map(Number) : [100_000, 1_000_000];
if (values.one) {
	await measure(sizes[0] ?? 100_000);
	process.exit(0);
}
buildIfNeeded();
for (const rows of sizes) {
	// Each size has a process of its own: the configuration is read once per process.
	const run = spawnSync(
		process.execPath,
		['--import', 'tsx', join(projectRoot, 'src', 'cli', 'bench.ts'), '--one', String(rows)],
		{
			stdio: 'inherit',
			env: { ...process.env, TSX_TSCONFIG_PATH: join(projectRoot, 'src', 'cli', 'tsconfig.json') }
		}
	);
	if (run.status !== 0) process.exit(run.status ?? 1);
}
