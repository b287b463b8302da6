// The browser tags as the server does: every row of the demo city, by DuckDB-WASM and by native DuckDB, on one file.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as v from 'valibot';
import type { Access } from '$lib/domain/access';
import { matchColumns } from '$lib/domain/rule-matches';
import type { Parameter } from '$lib/engine/engine';
import { connect, databaseFile } from '$lib/server/database/connect';
import { currentEdition, editionFile } from '$lib/server/editions/edition';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { affectedRows, foundCost, judgeLedger, type Affected } from '$lib/tagging/judged-ledger';
import { fingerprintSql } from '$lib/tagging/row-fingerprint';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { rulesAbout } from '../../../src/cli/bench/tagging-rules';
import { demoServer } from '../demo-server';
import { type Harness, startHarness } from './harness';

let harness: Harness;
let page: Page;
let native: NativeDatabase;
let rows: number;

beforeAll(async () => {
	const dataDirectory = demoServer().dataDirectory;
	const database = connect(databaseFile(dataDirectory));
	const where = { database, dataDirectory, municipality: 'Demo', today: () => '2026-11-22' };
	const access: Access = { role: 'controller', rights: [], units: null };
	const offered = await currentEdition(access, where);
	const file = offered && (await editionFile(offered.edition, offered.hash, access, where));
	database.$client.close();
	if (!offered || !file) throw new Error('The demo has no edition.');

	harness = await startHarness();
	harness.editions.set(offered.url, file.path);
	page = await harness.newPage();
	const { edition, hash, bytes, url } = offered;
	await page.evaluate((wanted) => window.steps.open(wanted), { edition, hash, bytes, url, account: 'anna' });

	native = await openNative({ threads: 1 });
	await native.execute(`ATTACH '${file.path}' AS edition (READ_ONLY)`);
	rows = Number((await native.run(`SELECT count(*) AS rows FROM ${foundCost}`))[0]?.rows);
}, 60_000);
afterAll(async () => {
	await native.close();
	await harness.close();
});

const inPage = (sql: string, parameters: Parameter[] = []) =>
	page.evaluate(([text, values]) => window.steps.run(text, values), [sql, parameters] as const);

async function words(sql: string): Promise<string[]> {
	const found = await native.run(sql);
	return v.parse(v.array(v.object({ word: v.string() })), found).map(({ word }) => word);
}

/** Two hundred rules about what the ledger holds, and two of its rows judged by hand. */
async function manyRules(): Promise<RuleSet> {
	const columnWords = (column: string, most: number) =>
		words(`SELECT ${column}::VARCHAR AS word FROM edition.cost WHERE ${column} IS NOT NULL
			GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${most}`);
	const regler = rulesAbout(
		{
			accounts: await columnWords('account', 60),
			suppliers: await columnWords('supplier', 80),
			words: await words(`SELECT word FROM (SELECT unnest(string_split(text, ' ')) AS word FROM edition.cost)
				WHERE length(word) > 2 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 60`),
			units: await columnWords('unit', 12),
			months: await words(`SELECT DISTINCT strftime(day, '%Y-%m') AS word FROM edition.cost ORDER BY 1`)
		},
		200
	);
	const hands = await native.run(
		`SELECT ${fingerprintSql('found')} AS rad, amount AS belopp FROM ${foundCost} AS found ORDER BY row_id LIMIT 2 OFFSET 4711`
	);
	return v.parse(ruleSetSchema, {
		format: 1,
		namn: 'Prov',
		version: 7,
		datum: '2026-04-01',
		forfattare: 'Prov',
		regler,
		handtaggar: hands.map((row, at) => ({
			...row,
			visas: 'Prov',
			satt: at ? { it_kostnad: 'nej' } : { it_kostnad: 'ja', kostnadsslag: 'Moln', inriktning: 'utveckling' },
			av: 'Prov',
			datum: '2026-04-01'
		}))
	});
}

const table = 'memory.main.judged_alike';
const heaps = 64;
/** Everything of a judged row, as text. */
const lineOf = (set: RuleSet): string => {
	const cells = [
		...[
			'row_id',
			'part',
			'day',
			'amount',
			'currency',
			'unit',
			'account',
			'account_text',
			'supplier_key',
			'supplier'
		],
		...[
			'it_cost',
			'candidate',
			'cost_kind',
			'orientation',
			'system_id',
			'contract_id',
			'maker',
			'tag_source'
		],
		...['rule_version', 'rule_position', 'hand_position'],
		...Array.from({ length: matchColumns(set.regler.length) }, (_, column) => `match_${column}`)
	];
	return `concat_ws('|', ${cells.map((cell) => `coalesce(${cell}::VARCHAR, '–')`).join(', ')})`;
};

/** Judges by a set in both engines and holds the rows of one against the other's. Leaves the native table. */
async function judgedAlike(set: RuleSet, affected?: Affected): Promise<number> {
	const { sql, parameters } = judgeLedger(set, table, affected);
	for (const [text, values] of [
		[`DROP TABLE IF EXISTS ${table}`, []],
		[sql, parameters]
	] as const) {
		await Promise.all([inPage(text, [...values]), native.run(text, values)]);
	}
	const line = lineOf(set);
	// A sum of digests is the same in any order.
	const digests = `SELECT row_id % ${heaps} AS heap, count(*) AS parts, count(DISTINCT row_id) AS rows,
		sum(('0x' || left(md5(${line}), 12))::BIGINT)::VARCHAR AS digest FROM ${table} GROUP BY heap ORDER BY heap`;
	const [own, its] = [await inPage(digests), await native.run(digests)];
	const heap = its.find((row, at) => JSON.stringify(row) !== JSON.stringify(own[at]))?.heap;
	if (heap !== undefined) {
		const lines = `SELECT ${line} AS line FROM ${table} WHERE row_id % ${heaps} = ${Number(heap)} ORDER BY row_id, part`;
		const [browser = [], server = []] = [await inPage(lines), await native.run(lines)].map((found) =>
			found.map((row) => String(row.line))
		);
		expect({ browser: browser.filter((text) => !server.includes(text)).slice(0, 5) }).toEqual({
			browser: server.filter((text) => !browser.includes(text)).slice(0, 5)
		});
	}
	expect(own).toEqual(its);
	return own.reduce((sum, found) => sum + Number(found.rows), 0);
}

test('every row of the demo city has the same tags in the browser as on the server, by two hundred rules', async () => {
	const set = await manyRules();
	expect(set.regler).toHaveLength(200);
	expect(await judgedAlike(set)).toBe(rows);
	expect(rows).toBeGreaterThan(30_000);
	const [told] = await native.run(
		`SELECT count(DISTINCT rule_position) AS winners, count(*) FILTER (tag_source = 'hand') AS hands,
			count(*) FILTER (tag_source = 'fil') AS files, count(*) FILTER (part = 2) AS divided,
			count(*) FILTER (candidate) AS candidates, count(*) FILTER (it_cost = 'nej') AS outside FROM ${table}`
	);
	// The rules do decide something: else being alike would say little.
	expect(told?.winners).toBeGreaterThan(75);
	expect(told?.hands).toBeGreaterThanOrEqual(2);
	for (const of of ['divided', 'candidates', 'outside']) expect(told?.[of]).toBeGreaterThan(100);
}, 120_000);

test('the rows that a draft can change are the same rows in both, with the same tags', async () => {
	const saved = await manyRules();
	const [first, ...others] = saved.regler;
	if (!first) throw new Error('No rules');
	const draft = {
		...saved,
		regler: [...others.slice(0, 20), first, ...others.slice(21)],
		handtaggar: saved.handtaggar.slice(1)
	};
	const affected = affectedRows(saved, draft);
	if (!affected || affected.all) throw new Error('Some rows and not all are affected');
	const judged = await judgedAlike(draft, affected);
	expect(judged).toBeGreaterThan(20);
	expect(judged).toBeLessThan(rows);
}, 120_000);
