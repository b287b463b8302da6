import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthFrom } from '$lib/domain/period';
import { loadStatement, type StagingEngine } from '$lib/engine/staging-engine';
import { importFile } from '$lib/import/import-file';
import { numbersInOrder } from '$lib/import/cells/personal-data';
import { stagedLine } from '$lib/import/staged-csv';
import { bytesSource } from '$lib/read/byte-source';
import { openNative, type NativeDatabase } from '$lib/server/engine/native-engine';
import { effectOf, type ImportEffect } from '$lib/state/import-effect';
import { defaultRules } from '$lib/tagging/default-rules';
import { unlocked, type Tagging } from '$lib/tagging/locked-months';
import type { RuleSet } from '$lib/tagging/rule';
import { smallEdition } from './small-edition';

let folder: string;
const databases: NativeDatabase[] = [];
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-effect-'));
});
afterAll(async () => {
	await Promise.all(databases.map((database) => database.close()));
	await rm(folder, { recursive: true });
});

let loaded = 0;

/** The native engine with the door that the browser's has. */
function staging(database: NativeDatabase): StagingEngine {
	databases.push(database);
	return {
		run: (...order) => database.run(...order),
		async load(table, csv) {
			const path = join(folder, `${++loaded}.csv`);
			await writeFile(path, new Uint8Array(await csv.arrayBuffer()));
			await database.execute(loadStatement(table, path));
		}
	};
}

async function staged(name: string, lines: readonly string[], soleTraders = numbersInOrder()): Promise<Blob> {
	const parts: string[] = [];
	const bytes = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
	const { problem } = await importFile(bytesSource(name, bytes), {
		soleTraders,
		answers: { tecken: 'plus' },
		sink: { accept: (row, plan) => parts.push(stagedLine(plan.kind, row)) }
	});
	if (problem) throw new Error(problem.message);
	return new Blob(parts);
}

const header = 'datum;namnd;konto;leverantor;verifikationsnummer;text;belopp';
const former = [
	header,
	'2026-01-10;Norra nämnden;74310;Alfa AB;1;Drift;1000,00',
	'2026-01-11;Norra nämnden;74310;Alfa AB;2;Drift;200,00',
	'2026-01-12;Norra nämnden;50100;Beta AB;3;Hyra;50,00',
	'2026-02-01;Södra nämnden;50100;Beta AB;4;Hyra;70,00',
	'2026-02-01;Södra nämnden;50100;Beta AB;4;Hyra;70,00'
];

const effect = async (
	database: NativeDatabase,
	fresh: readonly string[],
	replaced: readonly string[] | null,
	edition: number | null = 1,
	tagging: Tagging = unlocked(defaultRules)
): Promise<ImportEffect> =>
	effectOf({
		engine: staging(database),
		edition,
		kind: 'cost',
		fresh: await staged('ny.csv', fresh),
		former: replaced
			? [{ id: 1, name: 'gammal.csv', rows: replaced.length - 1, csv: await staged('gammal.csv', replaced) }]
			: [],
		tagging,
		signal: new AbortController().signal
	});

test('a corrected file tells what is new, changed, gone and the same, in rows and kronor', async () => {
	const database = await smallEdition({ 'kostnader.csv': former });
	const fresh = [
		header,
		// 200 kr became 250 kr.
		'2026-01-11;Norra nämnden;74310;Alfa AB;2;Drift;250,00',
		'2026-01-10;Norra nämnden;74310;Alfa AB;1;Drift;1000,00',
		// One of the two copies of 4 is gone, and so is 3; 5 is new.
		'2026-02-01;Södra nämnden;50100;Beta AB;4;Hyra;70,00',
		'2026-02-02;Södra nämnden;74310;Beta AB;5;Drift;30,00'
	];
	const { difference, file, figures } = await effect(database, fresh, former);
	expect(difference?.totals).toEqual({
		changed: { rows: 1, before: 20_000, after: 25_000 },
		new: { rows: 1, before: 0, after: 3_000 },
		gone: { rows: 2, before: 12_000, after: 0 },
		same: { rows: 2, before: 107_000, after: 107_000 }
	});
	expect(difference?.listed.changed).toMatchObject([
		{ freshRow: 2, formerRow: 3, changes: [{ column: 'amount', before: 20_000, after: 25_000 }] }
	]);
	expect(
		difference?.listed.gone.map(({ formerRow, freshRow, values }) => [formerRow, freshRow, values.voucher])
	).toEqual([
		[6, null, '4'],
		[4, null, '3']
	]);
	expect(difference?.listed.new).toMatchObject([{ freshRow: 5, formerRow: null, values: { voucher: '5' } }]);
	expect(file).toEqual({ row_count: 4, amount: 135_000, it: 128_000 });
	expect(figures).toEqual({
		edition: 1,
		replacesPublished: true,
		total: { key: '', before: 139_000, after: 135_000, beforeIt: 120_000, afterIt: 128_000 },
		months: [
			{ key: '2026-01', before: 125_000, after: 125_000, beforeIt: 120_000, afterIt: 125_000 },
			{ key: '2026-02', before: 14_000, after: 10_000, beforeIt: 0, afterIt: 3_000 }
		],
		units: [
			{ key: 'Norra nämnden', before: 125_000, after: 125_000, beforeIt: 120_000, afterIt: 125_000 },
			{ key: 'Södra nämnden', before: 14_000, after: 10_000, beforeIt: 0, afterIt: 3_000 }
		]
	});
});

test('the same rows in another order change nothing', async () => {
	const database = await smallEdition({ 'kostnader.csv': former });
	const [first = '', ...rows] = former;
	const { difference, figures } = await effect(database, [first, ...rows.reverse()], former);
	expect(difference?.totals).toMatchObject({
		same: { rows: 5 },
		new: { rows: 0 },
		gone: { rows: 0 },
		changed: { rows: 0 }
	});
	expect(figures).toMatchObject({ months: [], units: [] });
});

test('figures of other files stay, and an import outside the edition is told', async () => {
	const database = await smallEdition({
		'kostnader.csv': [header, '2026-01-10;Norra nämnden;74310;Alfa AB;1;Drift;1,00'],
		'andra.csv': [header, '2026-01-31;Norra nämnden;74310;Gamma AB;9;Drift;500,00']
	});
	const fresh = [header, '2026-01-10;Norra nämnden;74310;Alfa AB;1;Drift;2,00'];
	const replaced = await effect(database, fresh, [
		header,
		'2026-01-10;Norra nämnden;74310;Alfa AB;1;Drift;1,00'
	]);
	expect(replaced.figures?.months).toEqual([
		{ key: '2026-01', before: 50_100, after: 50_200, beforeIt: 50_100, afterIt: 50_200 }
	]);
	const outside = await effectOf({
		engine: staging(database),
		edition: 1,
		kind: 'cost',
		fresh: await staged('ny.csv', fresh),
		former: [{ id: 77, name: 'gammal.csv', rows: 1, csv: await staged('gammal.csv', fresh) }],
		tagging: unlocked(defaultRules),
		signal: new AbortController().signal
	});
	expect(outside.figures).toMatchObject({
		replacesPublished: false,
		total: { before: 50_100, after: 50_300 }
	});
});

test('an added file adds its rows; without an edition everything begins at nothing', async () => {
	const database = await openNative({ threads: 1 });
	const { difference, file, figures } = await effect(database, former, null, null);
	expect(difference).toBeNull();
	expect(file).toEqual({ row_count: 5, amount: 139_000, it: 120_000 });
	expect(figures?.edition).toBeNull();
	expect(figures?.months.map(({ key, before, after }) => [key, before, after])).toEqual([
		['2026-01', 0, 125_000],
		['2026-02', 0, 14_000]
	]);
	expect(
		await database.run("SELECT count(*) AS left_behind FROM duckdb_tables() WHERE table_name LIKE 'import_%'")
	).toEqual([{ left_behind: 0 }]);
});

test('IT is counted by the rules that publishing would tag by, and a divided row is one row of the file', async () => {
	const rent: RuleSet = {
		...defaultRules,
		version: 7,
		regler: [
			{
				id: 'H',
				namn: 'Hyra av serverrum',
				om: { falt: 'konto', ar: 'borjar_med', varden: ['50100'] },
				satt: { it_kostnad: 'ja' },
				dela: [
					{ andel: '70', satt: { it_kostnad: 'ja' } },
					{ andel: '30', satt: { it_kostnad: 'nej' } }
				]
			}
		]
	};
	const february = { from: monthFrom(2026, 2), to: monthFrom(2026, 2) };
	const lock = { id: 1, name: 'Februari 2026', period: february, version: 1, by: 'Maja', day: '2026-03-01' };
	const tagging: Tagging = {
		rules: rent,
		locks: [lock],
		earlier: new Map([[1, { ...defaultRules, version: 1 }]])
	};
	const fresh = [
		header,
		'2026-01-12;Norra nämnden;50100;Beta AB;3;Hyra;50,00',
		'2026-01-13;Norra nämnden;74310;Alfa AB;4;Drift;20,00',
		'2026-02-01;Södra nämnden;50100;Beta AB;5;Hyra;70,00',
		'2026-02-02;Södra nämnden;74310;Alfa AB;6;Drift;10,00'
	];
	const { file, figures } = await effect(await openNative({ threads: 1 }), fresh, null, null, tagging);
	// January by today's rules: 70 % of the rent. February as it was locked: the operations.
	expect(file).toEqual({ row_count: 4, amount: 150_00, it: 35_00 + 10_00 });
	expect(figures?.months.map(({ key, after, afterIt }) => [key, after, afterIt])).toEqual([
		['2026-01', 70_00, 35_00],
		['2026-02', 80_00, 10_00]
	]);
});

test('mended rows of the replaced file go with it, and are told by their own file', async () => {
	const mended = [header, '2026-01-20;Norra nämnden;74310;Alfa AB;8;Drift;11,00'];
	const database = await smallEdition({ 'kostnader.csv': former, 'rattade_rader_kostnader.csv': mended });
	const { difference, figures } = await effectOf({
		engine: staging(database),
		edition: 1,
		kind: 'cost',
		fresh: await staged('ny.csv', former),
		former: [
			{ id: 1, name: 'kostnader.csv', rows: 5, csv: await staged('kostnader.csv', former) },
			{ id: 2, name: 'rattade_rader_kostnader.csv', rows: 1, csv: await staged('rattade.csv', mended) }
		],
		tagging: unlocked(defaultRules),
		signal: new AbortController().signal
	});
	expect(difference?.totals).toMatchObject({ same: { rows: 5 }, gone: { rows: 1, before: 1_100 } });
	expect(difference?.listed.gone).toMatchObject([
		{ formerRow: 2, formerFile: 'rattade_rader_kostnader.csv' }
	]);
	expect(figures?.total).toMatchObject({ before: 140_100, after: 139_000 });
});

test('contracts are compared by avtals_id, without kronor', async () => {
	const contracts = (end: string): string[] => [
		'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut;avtalsvarde',
		`A1;Drift;Alfa AB;Norra nämnden;2024-01-01;${end};100000`,
		'A2;Städ;Beta AB;Norra nämnden;2024-01-01;2025-12-31;50000'
	];
	const database = await openNative({ threads: 1 });
	const { difference, hasAmounts, figures } = await effectOf({
		engine: staging(database),
		edition: null,
		kind: 'contract',
		fresh: await staged('avtal.csv', contracts('2027-12-31')),
		former: [{ id: 1, name: 'avtal.csv', rows: 2, csv: await staged('avtal.csv', contracts('2026-12-31')) }],
		tagging: unlocked(defaultRules),
		signal: new AbortController().signal
	});
	expect([hasAmounts, figures]).toEqual([false, null]);
	expect(difference?.totals).toMatchObject({ changed: { rows: 1 }, same: { rows: 1 }, new: { rows: 0 } });
	expect(difference?.listed.changed[0]?.changes).toEqual([
		{ column: 'end_day', before: '2026-12-31', after: '2027-12-31' }
	]);
});
