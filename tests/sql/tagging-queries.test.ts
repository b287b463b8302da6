// The questions of the tagging workbench, on ledgers small enough to add up by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '$lib/queries/query';
import { taggingExamples } from '$lib/queries/tagging-examples';
import { taggingKnownValues } from '$lib/queries/tagging-known-values';
import { taggingSplitSuppliers } from '$lib/queries/tagging-split-suppliers';
import { taggingUnlikeRows } from '$lib/queries/tagging-unlike-rows';
import { taggingUntagged, taggingUntaggedTotals } from '$lib/queries/tagging-untagged';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { emptyDatabase, fillJudged, fillTexts, judgedRows, type JudgedRow } from './judged-rows';

let database: NativeDatabase;
beforeAll(async () => {
	database = await emptyDatabase();
});
afterAll(() => database.close());

const byRule = (position: number, tags: Partial<JudgedRow> = {}): Partial<JudgedRow> => ({
	it_cost: 'ja',
	tag_source: 'regel',
	rule_position: position,
	...tags
});

describe('what nobody has judged', () => {
	const candidate = { candidate: true, account: '74500', account_text: 'Konsulttjänster' };
	beforeAll(async () => {
		await fillJudged(
			database,
			'judged',
			judgedRows([
				{ ...candidate, supplier: 'Alfa AB', amount: 1_000, day: '2026-01-10' },
				{ ...candidate, supplier: 'Alfa AB', amount: -400, day: '2026-02-10', unit: 'Södra nämnden' },
				{ ...candidate, supplier: 'Beta AB', amount: 900 },
				{ ...candidate, supplier: 'Beta AB', amount: 5_000, currency: 'EUR' },
				{ ...candidate, supplier: null, amount: 300, day: '2025-06-01' },
				{ supplier: 'Alfa AB', account: '50100', account_text: 'Hyra', amount: 8_000 },
				{ supplier: 'Alfa AB', account: '74310', amount: 2_000, ...byRule(0) },
				{ supplier: 'Gamma AB', account: '1', amount: 50_000, it_cost: 'nej', tag_source: 'regel' },
				// Only one part of a row is judged, and both parts that are not stand in one group.
				{ row_id: 9, part: 1, supplier: 'Delta AB', account: '632', amount: 10, ...byRule(1) },
				{ row_id: 9, part: 2, supplier: 'Delta AB', account: '632', amount: 20 },
				{ row_id: 9, part: 3, supplier: 'Delta AB', account: '632', amount: 30 }
			])
		);
		await fillTexts(database, [
			[1, 'Projektledning'],
			[2, null],
			[3, 'Utredning'],
			[4, 'Förstudie'],
			[9, 'Kopiator']
		]);
	});
	const page = { limit: 10, offset: 0 };

	it('groups candidates by supplier and account, largest |öre| first', async () => {
		const rows = await ask(database, taggingUntagged, {
			table: 'judged',
			by: 'supplier_account',
			which: 'candidates',
			...page
		});
		expect(rows[0]).toEqual({
			supplier_key: 'ALFA AB',
			supplier: 'Alfa AB',
			account: '74500',
			account_text: 'Konsulttjänster',
			unit: null,
			suppliers: 1,
			accounts: 1,
			row_count: 2,
			ore: 600,
			absolute_ore: 1_400,
			first_day: '2026-01-10',
			last_day: '2026-02-10',
			text_rows: 1
		});
		expect(rows.map((row) => [row.supplier_key, row.row_count, row.absolute_ore, row.text_rows])).toEqual([
			['ALFA AB', 2, 1_400, 1],
			['BETA AB', 2, 900, 2],
			[null, 1, 300, 0]
		]);
	});

	it('what is shown and what is not add up to the totals, for every grouping', async () => {
		for (const by of ['supplier_account', 'supplier', 'account', 'unit', 'account_unit'] as const) {
			for (const [which, expected] of [
				['candidates', { row_count: 5, ore: 1_800, absolute_ore: 2_600 }],
				['unjudged', { row_count: 2, ore: 8_050, absolute_ore: 8_050 }],
				['all', { row_count: 7, ore: 9_850, absolute_ore: 10_650 }]
			] as const) {
				const [totals] = await ask(database, taggingUntaggedTotals, { table: 'judged', by, which });
				expect(totals).toMatchObject(expected);
				const shown: { ore: number }[] = [];
				for (let offset = 0; offset < (totals?.group_count ?? 0); offset += 2)
					shown.push(
						...(await ask(database, taggingUntagged, { table: 'judged', by, which, limit: 2, offset }))
					);
				expect(shown).toHaveLength(totals?.group_count ?? 0);
				expect(shown.reduce((sum, { ore }) => sum + ore, 0)).toBe(expected.ore);
			}
		}
	});

	it('narrows by words of supplier or account, the start of the account, and year', async () => {
		const input = { table: 'judged', by: 'unit', which: 'all' } as const;
		const sumOf = async (more: { search?: string; accountPrefix?: string; year?: number }) =>
			(await ask(database, taggingUntaggedTotals, { ...input, ...more }))[0]?.absolute_ore;
		expect(await sumOf({ search: ' ALFA ' })).toBe(9_400);
		expect(await sumOf({ search: 'hyra' })).toBe(8_000);
		expect(await sumOf({ search: '745' })).toBe(2_600);
		expect(await sumOf({ accountPrefix: '50' })).toBe(8_000);
		expect(await sumOf({ year: 2025 })).toBe(300);
		expect(await sumOf({ search: "'; DROP TABLE judged; --" })).toBe(0);
		const [group] = await ask(database, taggingUntagged, { ...input, search: 'beta', ...page });
		expect(group).toMatchObject({ unit: 'Norra nämnden', supplier: null, row_count: 2, text_rows: 2 });
	});

	it('names suppliers with rows on both sides, by the smaller side', async () => {
		const rows = await ask(database, taggingSplitSuppliers, { table: 'judged', ...page });
		expect(rows).toMatchObject([
			{
				supplier: 'Alfa AB',
				it_rows: 1,
				it_ore: 2_000,
				unjudged_rows: 3,
				unjudged_ore: 8_600,
				unjudged_absolute_ore: 9_400,
				not_it_rows: 0,
				suppliers: 2
			},
			{ supplier: 'Delta AB', it_rows: 1, it_ore: 10, unjudged_rows: 1, unjudged_ore: 50 }
		]);
	});

	it('gives examples of a group, each supplier once before any twice, with their text', async () => {
		const group = { of: 'group', by: 'account', which: 'candidates', account: '74500' } as const;
		const rows = await ask(database, taggingExamples, { table: 'judged', source: group, limit: 4 });
		expect(rows.map(({ row_id, text }) => [row_id, text])).toEqual([
			[4, 'Förstudie'],
			[1, 'Projektledning'],
			[5, null],
			[3, 'Utredning']
		]);
		const none = { ...group, by: 'supplier_account', supplier_key: null } as const;
		expect(await ask(database, taggingExamples, { table: 'judged', source: none, limit: 4 })).toMatchObject([
			{ row_id: 5, judged: 'kandidat' }
		]);
		const rule = { of: 'rule', position: 0, version: 1 } as const;
		expect(await ask(database, taggingExamples, { table: 'judged', source: rule, limit: 4 })).toMatchObject([
			{ row_id: 7, judged: 'ja', tag_source: 'regel' }
		]);
	});
});

describe('rows of a rule that look unlike the rest', () => {
	it('says why: judged otherwise elsewhere, outside every rule, or rare', async () => {
		const common = (amount: number, supplier: string, account = '745'): Partial<JudgedRow> => ({
			amount,
			supplier,
			account
		});
		const taken = [
			common(900_000, 'Stor AB'),
			common(9_000, 'Liten AB'),
			common(8_000, 'Städ AB'),
			common(200_000, 'Blandad AB'),
			common(7_000, 'Ny AB', '632')
		];
		const elsewhere: Partial<JudgedRow>[] = [
			...[60_000, 50_000].map((amount) => ({
				...common(amount, 'Blandad AB', '5'),
				it_cost: 'nej' as const,
				tag_source: 'hand' as const
			})),
			...[1_000, 1_000].map((amount) => common(amount, 'Städ AB', '7')),
			...[3_000, 4_000].map((amount) => common(amount, 'Annan AB', '632'))
		];
		const rows = judgedRows([...taken, ...elsewhere]);
		await fillJudged(database, 'judged', rows);
		await fillJudged(
			database,
			'draft',
			rows.slice(0, taken.length).map((row) => ({ ...row, ...byRule(4), rule_position: 4 }))
		);
		const found = await ask(database, taggingUnlikeRows, {
			table: 'judged',
			draft: 'draft',
			position: 4,
			limit: 10
		});
		expect(
			found.map((row) => [
				row.supplier,
				row.reason,
				row.row_count,
				row.ore,
				row.elsewhere_rows,
				row.elsewhere_share
			])
		).toEqual([
			['Blandad AB', 'supplier_otherwise', 1, 200_000, 2, 1],
			['Städ AB', 'supplier_outside', 1, 8_000, 2, 1],
			['Ny AB', 'account_outside', 1, 7_000, 2, 1],
			['Liten AB', 'rare', 1, 9_000, null, null]
		]);
	});
});

describe('values that the editor suggests', () => {
	it('lists each field by |öre|, no more than asked, with what they are called', async () => {
		await fillJudged(
			database,
			'judged',
			judgedRows([
				{ amount: 10, ...byRule(0, { system_id: 'S2', contract_id: 'K1', maker: 'Kontorssviten' }) }
			])
		);
		await database.execute(`
			CREATE OR REPLACE TABLE cost AS SELECT * FROM (VALUES
				('745', 'Konsulter', 'Alfa AB', '559900-0014|559900-0022', 'Norra', '1', '2', '3', '4', '5', '6', -900, DATE '2026-02-01'),
				('632', 'Leasing', 'Beta AB', '559900-0022', 'Södra', '1', NULL, NULL, NULL, NULL, NULL, 500, DATE '2026-01-01'),
				('1', NULL, NULL, NULL, 'Norra', NULL, NULL, NULL, NULL, NULL, NULL, 1, DATE '2025-12-01')
			) t(account, account_text, supplier, organisation_number, unit, responsibility, operation, project, activity,
				object, counterpart, amount, day), (SELECT 'SEK' AS currency);
			CREATE OR REPLACE TABLE system AS SELECT * FROM (VALUES ('S1', 'Lärstigen'), ('S2', 'Elevregistret')) t(system_id, name);
			CREATE OR REPLACE TABLE contract AS SELECT 'K1' AS contract_id, 'Lärplattform' AS title`);
		const rows = await ask(database, taggingKnownValues, { table: 'judged', limit: 2 });
		const of = (field: string) =>
			rows.filter((row) => row.field === field).map((row) => [row.value, row.label, row.absolute_ore]);
		expect(of('account')).toEqual([
			['745', 'Konsulter', 900],
			['632', 'Leasing', 500]
		]);
		expect(of('organisation_number')).toEqual([
			['559900-0022', null, 1_400],
			['559900-0014', null, 900]
		]);
		expect(of('unit')).toEqual([
			['Norra', null, 901],
			['Södra', null, 500]
		]);
		expect(of('system')).toEqual([
			['S2', 'Elevregistret', 10],
			['S1', 'Lärstigen', 0]
		]);
		expect(of('contract')).toEqual([['K1', 'Lärplattform', 10]]);
		expect(of('maker')).toEqual([['Kontorssviten', null, 10]]);
		expect(of('month').map(([value]) => value)).toEqual(['2026-02', '2026-01', '2025-12']);
	});
});
