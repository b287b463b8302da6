// npm run bench [-- ROWS …]: ledgers of 100 000 and 1 000 000 rows, or of so many as are asked for, through the real server
// and a real browser: the speed of Kostnader beside what is promised of it, other ways to do the same task, the questions of
// other pages against native DuckDB on one thread, and, up to a million rows, import and tagging.
// --only speed leaves import and tagging out.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureImportAndTagging } from './bench/import-and-tagging';
import { grown, printGrowth, type Grown } from './bench/speed/growth';
import { measureSpeed, publishedUpTo } from './bench/speed/measure';
import { printSpeed } from './bench/speed/print';
import { buildIfNeeded, projectRoot } from './build-if-needed';

const parts = ['municipal', 'scattered', 'import'] as const;
type Part = (typeof parts)[number];

/** One part at one size, in a data directory of its own. */
async function measure(part: Part, rows: number, result: string): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), 'genomlys-bench-'));
	process.env.GENOMLYS_MODE = 'demo';
	process.env.DATA_DIR = join(folder, 'data');
	try {
		if (part === 'import') return await measureImportAndTagging(folder, rows);
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
buildIfNeeded();
const results = await mkdtemp(join(tmpdir(), 'genomlys-bench-results-'));
const found: Grown[] = [];
try {
	for (const rows of sizes)
		for (const name of parts) {
			if (name === 'import' && (rows > publishedUpTo || values.only === 'speed')) continue;
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
} finally {
	await rm(results, { recursive: true, force: true });
}
