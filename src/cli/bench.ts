// npm run bench [-- ROWS …]: ledgers of 100 000 and 1 000 000 rows, or of so many as are asked for, through the real server
// and a real browser: the speed of Kostnader beside what is promised of it, other ways to do the same task, the questions of
// other pages against native DuckDB on one thread, the pages that join registers to it, and, up to a million rows, import and
// tagging.
// --only speed leaves import and tagging out, --only registers all but the pages of registers, --only forecast all but how near the
// forecast of the year comes.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureForecast } from './bench/forecast';
import { measureImportAndTagging } from './bench/import-and-tagging';
import { grown, printGrowth, type Grown } from './bench/speed/growth';
import { measureSpeed, publishedUpTo } from './bench/speed/measure';
import { measureRegisters } from './bench/speed/registers';
import { printSpeed } from './bench/speed/print';
import { buildIfNeeded, projectRoot } from './build-if-needed';

const parts = ['municipal', 'scattered', 'registers', 'import'] as const;
type Part = (typeof parts)[number];

/** One part at one size, in a data directory of its own. */
async function measure(part: Part, rows: number, result: string): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'genomlys-bench-'));
	process.env.GENOMLYS_MODE = 'demo';
	process.env.DATA_DIR = join(folder, 'data');
	try {
		if (part === 'import') return await measureImportAndTagging(folder, rows);
		if (part === 'registers') return await measureRegisters(folder, rows);
		const speed = await measureSpeed(folder, part, rows);
		printSpeed(speed);
		await writeFile(result, JSON.stringify(grown(speed)));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { part: { type: 'string' }, result: { type: 'string' }, only: { type: 'string' } }
});
const sizes = positionals.length ? positionals.map(Number) : [100_000, 1_000_000];
const part = parts.find((name) => name === values.part);
if (part) {
	await measure(part, sizes[0] ?? 100_000, values.result ?? '');
	process.exit(0);
}
if (values.only === 'forecast') {
	await measureForecast();
	process.exit(0);
}
buildIfNeeded();
/** A ledger above some size is not published from files, which these two parts need. */
function isMeasured(name: Part, rows: number): boolean {
	const fromFiles = name === 'import' || name === 'registers';
	if (fromFiles && rows > publishedUpTo) return false;
	if (values.only === 'registers') return name === 'registers';
	return values.only === 'speed' ? name !== 'import' : true;
}

const results = await mkdtemp(join(tmpdir(), 'genomlys-bench-results-'));
const found: Grown[] = [];
try {
	for (const rows of sizes)
		for (const name of parts) {
			if (!isMeasured(name, rows)) continue;
			// Each has a process of its own: the configuration is read once per process.
			const result = join(results, `${rows}-${name}.json`);
			const run = spawnSync(
				process.execPath,
				[
					...['--import', 'tsx', join(projectRoot, 'src', 'cli', 'bench.ts'), String(rows)],
					...['--part', name, '--result', result]
				],
				{
					stdio: 'inherit',
					env: { ...process.env, TSX_TSCONFIG_PATH: join(projectRoot, 'src', 'cli', 'tsconfig.json') }
				}
			);
			if (run.status !== 0) process.exit(run.status ?? 1);
			if (name === 'municipal') found.push(JSON.parse(await readFile(result, 'utf8')) as Grown);
		}
	printGrowth(found);
	if (!values.only) await measureForecast();
} finally {
	await rm(results, { recursive: true, force: true });
}
