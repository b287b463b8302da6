import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EditionFile } from '$lib/engine/browser';
import type { Parameter } from '$lib/engine/engine';
import { openNative } from '$lib/server/engine/native-engine';
import { type Harness, startHarness } from './engine/harness';

let folder: string;
let harness: Harness;
let edition: EditionFile;
/** Open, for the tests that only ask. */
let asking: Page;
const pages: Page[] = [];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-browser-'));
	const path = join(folder, 'edition.duckdb');
	const builder = await openNative({ threads: 1 });
	await builder.execute(`ATTACH '${path}' AS e (STORAGE_VERSION 'v1.4.0'); USE e;
		CREATE TYPE cost_kind AS ENUM ('licens', 'drift', 'övrigt');
		CREATE TABLE cost AS SELECT
			range::BIGINT AS row_id,
			DATE '2024-01-01' + (range % 366)::INTEGER AS day,
			((range * 7919) % 1000000 - 5000)::BIGINT AS amount,
			(CASE range % 3 WHEN 0 THEN 'licens' WHEN 1 THEN 'drift' ELSE 'övrigt' END)::cost_kind AS kind,
			CASE WHEN range % 5 = 0 THEN NULL ELSE 'Leverantör ' || range % 17 END AS supplier,
			range % 2 = 0 AS internal
		FROM range(20000);
		USE memory; DETACH e`);
	await builder.close();
	harness = await startHarness();
	edition = await offered('a1b2', 'anna', path);
	asking = await harness.newPage();
	await open(asking);
}, 60_000);

beforeEach(() => {
	harness.asked.length = 0;
});

afterEach(async () => {
	await Promise.all(pages.splice(0).map((page) => page.context().close()));
});

afterAll(async () => {
	await harness.close();
	await rm(folder, { recursive: true });
});

async function offered(hash: string, account: string, path: string): Promise<EditionFile> {
	const url = `/utgavor/1/data/${hash}`;
	harness.editions.set(url, path);
	return { edition: 1, hash, account, url, bytes: (await stat(path)).size };
}

async function newPage(beforeLoad?: () => void): Promise<Page> {
	const page = await harness.newPage(beforeLoad);
	pages.push(page);
	return page;
}

const open = (page: Page, file = edition) => page.evaluate((wanted) => window.steps.open(wanted), file);
const stored = (page: Page) => page.evaluate(() => window.steps.stored());
const run = (page: Page, sql: string, parameters?: Parameter[]) =>
	page.evaluate(([text, values]) => window.steps.run(text, values), [sql, parameters] as const);
const countOfRows = (page: Page) => run(page, 'SELECT count(*) AS rows FROM cost');

/** Would run for years. */
const endless = `SELECT count(*) AS n FROM range(100000000) a, range(100000000) b WHERE hash(a.range, b.range) = ?::BIGINT`;

test('the browser and the server answer the same question alike', async () => {
	const native = await openNative({ path: join(folder, 'edition.duckdb'), readOnly: true, threads: 1 });
	const questions: [string, Parameter[]?][] = [
		[
			`SELECT kind, month(day) AS month, sum(amount) AS ore, count(*) AS rows, avg(amount) AS mean, min(day) AS first,
				sum(amount)::DECIMAL(18, 2) / 100 AS kronor, bool_and(internal) AS internal
			FROM cost WHERE day >= ?::DATE AND amount > ? AND supplier IN (?, ?) AND (? IS NULL OR kind = ?)
			GROUP BY ALL ORDER BY ALL`,
			['2024-03-01', 1000, 'Leverantör 3', `Leverantör 4`, null, null]
		],
		['SELECT * FROM cost WHERE supplier IS NULL ORDER BY row_id LIMIT ?', [5000]],
		[
			'SELECT (-1.25)::DECIMAL(9, 2) AS a, (-3)::HUGEINT AS b, 0.05::DECIMAL(4, 3) AS c, NULL AS d, 1.5::FLOAT AS e'
		],
		["SELECT DATE '1899-12-31' AS before, DATE '2024-02-29' AS leap, 9007199254740991::BIGINT AS largest"],
		['SELECT typeof(?) AS a, typeof(?) AS b, typeof(?) AS c, ? AS d, ? AS e', [1, 'x', true, null, `'; --`]]
	];
	for (const [sql, parameters] of questions) {
		const answer = await run(asking, sql, parameters);
		expect(answer).toEqual(await native.run(sql, parameters));
		expect(answer.length).toBeGreaterThan(0);
	}
	await native.close();
});

test('the first visit fetches with progress and stores one file; the next visit fetches nothing', async () => {
	const page = await newPage();
	const progress = await open(page);
	expect(progress.at(0)).toEqual([0, edition.bytes]);
	expect(progress.at(-1)).toEqual([edition.bytes, edition.bytes]);
	expect(await stored(page)).toEqual(['anna-a1b2.duckdb']);
	await page.reload();
	expect(await open(page)).toEqual([]);
	expect(await countOfRows(page)).toEqual([{ rows: 20000 }]);
	expect(harness.asked).toEqual([edition.url]);
});

test('a newer edition and another account replace what was stored', async () => {
	const page = await newPage();
	await open(page);
	await page.evaluate(() => window.steps.close());
	await open(page, await offered('c3d4', 'anna', join(folder, 'edition.duckdb')));
	expect(await stored(page)).toEqual(['anna-c3d4.duckdb']);
	await page.evaluate(() => window.steps.close());
	await open(page, await offered('c3d4', 'bo/../å', join(folder, 'edition.duckdb')));
	expect(await stored(page)).toEqual(['bo%2F..%2F%C3%A5-c3d4.duckdb']);
});

test('clearing leaves nothing, even while the edition is open', async () => {
	const page = await newPage();
	await open(page);
	await page.evaluate(() => window.steps.clearEditions());
	expect(await stored(page)).toEqual([]);
});

test('a refused or shortened edition is told as such and leaves nothing stored', async () => {
	const page = await newPage();
	harness.editions.set('/utgavor/1/data/refused', 401);
	await expect(open(page, { ...edition, url: '/utgavor/1/data/refused' })).rejects.toThrow(/answered 401/);
	await expect(open(page, { ...edition, bytes: edition.bytes + 1 })).rejects.toThrow(/Expected/);
	await expect(open(page, { ...edition, bytes: edition.bytes - 1 })).rejects.toThrow(/Expected/);
	expect(await stored(page)).toEqual([]);
	await open(page);
	expect(await countOfRows(page)).toEqual([{ rows: 20000 }]);
});

test('without a private file system the edition is held in memory', async () => {
	const page = await newPage(() => Reflect.deleteProperty(StorageManager.prototype, 'getDirectory'));
	expect((await open(page)).length).toBeGreaterThan(1);
	expect(await stored(page)).toBeNull();
	expect(await countOfRows(page)).toEqual([{ rows: 20000 }]);
});

test('with a full disk the edition is held in memory', async () => {
	const page = await newPage(() => {
		FileSystemWritableFileStream.prototype.write = () =>
			Promise.reject(new DOMException('Full', 'QuotaExceededError'));
	});
	await open(page);
	expect(await stored(page)).toEqual([]);
	expect(await countOfRows(page)).toEqual([{ rows: 20000 }]);
});

test('an edition cannot be written', async () => {
	await expect(run(asking, 'DELETE FROM cost WHERE row_id = ?', [1])).rejects.toThrow(/read-only/i);
	expect(await countOfRows(asking)).toEqual([{ rows: 20000 }]);
});

test('a cancelled query stops working at once, with and without bound values', async () => {
	for (const [sql, parameters] of [
		[endless, [7]],
		[endless.replace('?', '7'), []]
	] as const) {
		for (const after of [0, 5, 300]) {
			const { outcome, next, milliseconds } = await asking.evaluate(
				([text, values, wait]) => window.steps.cancel(text, [...values], wait),
				[sql, parameters, after] as const
			);
			expect(outcome).toBe('AbortError');
			expect(next).toEqual([{ next: 1 }]);
			expect(milliseconds).toBeLessThan(3000);
		}
	}
	// The engine was never restarted for it: the one worker is still the first.
	expect(asking.workers()).toHaveLength(1);
});

const keepWorkers = () => {
	window.workers = [];
	window.Worker = class extends Worker {
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			window.workers.push(this);
		}
	};
};

test('a worker that fails is replaced and the query asked again', async () => {
	const page = await newPage(keepWorkers);
	await open(page);
	await page.evaluate(() => window.workers[0]?.dispatchEvent(new ErrorEvent('error', { message: 'Crash' })));
	expect(await countOfRows(page)).toEqual([{ rows: 20000 }]);
	expect(await page.evaluate(() => window.workers.length)).toBe(2);
	expect(harness.asked).toEqual([edition.url]);
});

test('a worker that dies without a word is replaced after twenty seconds', async () => {
	const page = await newPage(keepWorkers);
	await page.clock.install();
	await open(page);
	await page.evaluate(() => window.workers[0]?.terminate());
	const answer = countOfRows(page);
	await page.clock.runFor(21_000);
	expect(await answer).toEqual([{ rows: 20000 }]);
});

test('a start that never settles ends in an error, and a later start works', async () => {
	const page = await newPage();
	await page.clock.install();
	// The module has been fetched before, so that only the worker asks for it.
	await open(page);
	await page.reload();
	await page.route('**/duckdb-eh.wasm', (route) => route.fulfill({ status: 404 }));
	const refused = expect(open(page)).rejects.toThrow(/could not be fetched/);
	// A worker that is lost is replaced once, and what it could not find is then asked for before it is started.
	await page.clock.runFor(21_000);
	await refused;
	await page.unroute('**/duckdb-eh.wasm');
	await open(page);
	expect(await countOfRows(page)).toEqual([{ rows: 20000 }]);
});

test('a faulty question is told and harms nothing', async () => {
	await expect(run(asking, 'SELECT unknown_column FROM cost')).rejects.toThrow(/unknown_column/);
	await expect(run(asking, 'SELECT [1, 2] AS both')).rejects.toThrow(/both is List/);
	// JSON is not built in; with autoloading off the call is a plain fault.
	await expect(run(asking, `SELECT to_json(?)`, [1])).rejects.toThrow(/to_json/);
	expect(await countOfRows(asking)).toEqual([{ rows: 20000 }]);
	expect(asking.workers()).toHaveLength(1);
});

test('a file that is deleted under an open edition is fetched again', async () => {
	const page = await newPage();
	await open(page);
	await page.evaluate(() => window.steps.clearEditions());
	expect(await run(page, 'SELECT count(DISTINCT supplier) AS suppliers FROM cost')).toEqual([
		{ suppliers: 17 }
	]);
});
