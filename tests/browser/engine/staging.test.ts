// Tables of the engine's own: a file's rows beside the edition, or where there is none.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { OwnTable } from '$lib/engine/staging-engine';
import { type Harness, startHarness } from './harness';

let harness: Harness;
let page: Page;
beforeAll(async () => {
	harness = await startHarness();
	page = await harness.newPage();
	await page.evaluate(() => window.steps.openEmpty());
}, 60_000);
afterAll(() => harness.close());

const table = (name: string): OwnTable => ({
	name: `memory.main.${name}`,
	columns: [
		{ name: 'text', type: 'VARCHAR' },
		{ name: 'day', type: 'DATE' },
		{ name: 'amount', type: 'BIGINT' },
		{ name: 'is_period', type: 'BOOLEAN' }
	]
});
const load = (name: string, csv: string) =>
	page.evaluate(([into, text]) => window.steps.load(into, text), [table(name), csv] as const);
const run = (sql: string) => page.evaluate((text) => window.steps.run(text), sql);

test('every text comes through as it stood, and nothing is nothing', async () => {
	await load(
		'texts',
		'"Åke ""Bo"" & Söner; 1,5","2026-01-31",-120050,true\n"NULL",,,false\n"rad ett\nrad två","2026-02-01",9007199254740991,true\n'
	);
	expect(await run('SELECT * FROM memory.main.texts')).toEqual([
		{ text: 'Åke "Bo" & Söner; 1,5', day: '2026-01-31', amount: -120_050, is_period: true },
		{ text: 'NULL', day: null, amount: null, is_period: false },
		{ text: 'rad ett\nrad två', day: '2026-02-01', amount: 9_007_199_254_740_991, is_period: true }
	]);
	await run('DROP TABLE memory.main.texts');
	expect(await run('SELECT count(*) AS tables FROM duckdb_tables()')).toEqual([{ tables: 0 }]);
});

test('a line that does not fit is told, and leaves neither a table nor a broken engine', async () => {
	await expect(load('wrong', '"a","2026-01-01",tolv,true\n')).rejects.toThrow(/tolv/);
	await expect(load('wrong', '"a","2026-01-01"\n')).rejects.toThrow();
	expect(await run('SELECT count(*) AS tables FROM duckdb_tables()')).toEqual([{ tables: 0 }]);
});

test('a table that takes years to make is stopped at once', async () => {
	const { outcome, next, milliseconds } = await page.evaluate(() =>
		window.steps.cancel(
			'CREATE TABLE memory.main.endless AS SELECT count(*) AS n FROM range(100000000) a, range(100000000) b WHERE hash(a.range, b.range) = 7',
			[],
			300
		)
	);
	expect([outcome, next]).toEqual(['AbortError', [{ next: 1 }]]);
	expect(milliseconds).toBeLessThan(5_000);
	expect(await run('SELECT count(*) AS tables FROM duckdb_tables()')).toEqual([{ tables: 0 }]);
});
