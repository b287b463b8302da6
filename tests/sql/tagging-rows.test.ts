// The rows behind the work lists sum to the figures that open them, and a rule made of groups takes exactly their rows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '$lib/queries/query';
import { conflictKey, ruleConflicts } from '$lib/queries/tagging-conflicts';
import { taggingCoverage } from '$lib/queries/tagging-coverage';
import { taggingRuleFigures } from '$lib/queries/tagging-rule-figures';
import {
	coverageShares,
	taggingRowKeys,
	taggingRows,
	taggingRowTotals,
	taggingSpellings,
	type JudgedSelection
} from '$lib/queries/tagging-rows';
import { taggingSplitSuppliers } from '$lib/queries/tagging-split-suppliers';
import { taggingUntagged, type UntaggedGrouping } from '$lib/queries/tagging-untagged';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { affectedRows, foundCost, judgeLedger } from '$lib/tagging/judged-ledger';
import { unlocked } from '$lib/tagging/locked-months';
import { matchColumns } from '$lib/domain/rule-matches';
import { fingerprintSql } from '$lib/tagging/row-fingerprint';
import { placeOfRule, ruleFromGroups } from '$lib/tagging/rule-from-group';
import type { Rule, RuleSet } from '$lib/tagging/rule';
import { workSource, type WorkSource } from '../../src/routes/(app)/taggning/parts/work/work-source';
import { smallEdition } from './small-edition';

const rule = (id: string, konto: string, satt: Rule['satt'], more: Partial<Rule> = {}): Rule => ({
	id,
	namn: id,
	om: { falt: 'konto', ar: 'borjar_med', varden: [konto] },
	satt,
	...more
});

const rules: RuleSet = {
	format: 1,
	namn: 'Prov',
	version: 1,
	datum: '2026-01-01',
	forfattare: 'Prov',
	regler: [
		rule('Drift', '74310', { it_kostnad: 'ja', kostnadsslag: 'Drift' }),
		rule(
			'Delad',
			'74311',
			{ it_kostnad: 'ja', kostnadsslag: 'Licens/SaaS' },
			{
				dela: [
					{ andel: '70', satt: { system_id: 'S1' } },
					{ andel: '30', satt: { system_id: 'S2' } }
				]
			}
		),
		rule('Allt', '743', { it_kostnad: 'ja', kostnadsslag: 'Moln' }),
		rule('Konsulter', '745', { it_kostnad: 'kandidat' }),
		rule('Leasing', '632', { it_kostnad: 'kandidat' })
	],
	handtaggar: []
};

const lines = [
	'datum;namnd;konto;konto_text;leverantor;organisationsnummer;text;belopp;it_kostnad',
	'2026-01-10;Skolnämnden;74310;It;Vindrosa AB;556036-0793;Drift;100,00;',
	'2026-01-11;Skolnämnden;74311;It;Vindrosa AB;556036-0793;Licens;33,33;',
	'2026-01-12;Skolnämnden;745;Konsulter;Vindrosa AB;556036-0793;Förstudie;400,00;',
	'2026-01-12;Skolnämnden;745;Konsulter;VINDROSA AKTIEBOLAG;556036-0793;Förstudie;50,00;',
	'2026-01-13;Skolnämnden;745;Konsulter;Brofalk;;Ledarskap;-70,00;',
	'2026-02-13;Socialnämnden;745;Konsulter;Brofalk;;Ledarskap;300,00;',
	'2026-02-13;Socialnämnden;745;Konsulter;Brofalk;;Ledarskap;300,00;',
	'2026-02-14;Socialnämnden;632;Leasing;Brofalk;;Bil;25,00;',
	'2025-02-14;Socialnämnden;745;Konsulter;;;Kvitto;10,00;',
	'2026-02-15;Socialnämnden;501;Lön;;;Lön;9000,00;',
	'2026-02-15;Socialnämnden;501;Lön;Brofalk;;Egen;5,00;ja'
];

let database: NativeDatabase;
let source: WorkSource;

async function judged(set: RuleSet, table: string, before?: RuleSet): Promise<string> {
	const affected = before ? affectedRows(before, set) : { all: true as const };
	if (!affected) throw new Error('Nothing is changed');
	const { sql, parameters } = judgeLedger(set, table, affected);
	await database.run(sql, parameters);
	return table;
}
const ledgerOf = (set: RuleSet, table: string, isWhole = true) => ({
	table,
	matchColumns: matchColumns(set.regler.length),
	rules: set,
	isWhole
});

beforeAll(async () => {
	database = await smallEdition({ 'kostnader.csv': lines }, unlocked(rules));
	source = workSource(ledgerOf(rules, await judged(rules, 'memory.main.judged_test')), null);
});
afterAll(() => database.close());

const totals = async (selection: JudgedSelection, of = source) =>
	(await ask(database, taggingRowTotals, { ...of, selection }))[0];
const rowsOf = (selection: JudgedSelection, of = source) =>
	ask(database, taggingRows, { ...of, selection, limit: 100, offset: 0 });

describe('the rows behind a figure', () => {
	it('are those of each group of untagged rows, and sum to it', async () => {
		for (const by of [
			'supplier_account',
			'supplier',
			'account',
			'unit',
			'account_unit'
		] as UntaggedGrouping[]) {
			for (const which of ['candidates', 'unjudged', 'all'] as const) {
				const filter = { by, which, year: 2026 };
				const groups = await ask(database, taggingUntagged, {
					table: source.table,
					...filter,
					limit: 50,
					offset: 0
				});
				expect(groups.length).toBeGreaterThan(0);
				for (const group of groups) {
					const selection = { of: 'untagged', filter, groups: [group] } as const;
					expect(await totals(selection)).toMatchObject({
						row_count: group.row_count,
						ore: group.ore,
						absolute_ore: group.absolute_ore
					});
				}
				const all = await totals({ of: 'untagged', filter, groups: null });
				expect(all?.absolute_ore).toBe(groups.reduce((sum, group) => sum + group.absolute_ore, 0));
			}
		}
	});

	it('are all those of several groups, also where the supplier is empty', async () => {
		const filter = { by: 'supplier_account', which: 'candidates' } as const;
		const groups = [
			{ supplier_key: 'BROFALK', account: '745' },
			{ supplier_key: null, account: '745' }
		];
		expect(await totals({ of: 'untagged', filter, groups })).toEqual({
			row_count: 4,
			ore: 540_00,
			absolute_ore: 680_00,
			foreign_rows: 0
		});
	});

	it('come largest first, with their text, what decides them and every rule that matches', async () => {
		const rows = await rowsOf({ of: 'rule', position: 1 });
		expect(rows.map(({ amount, part, text, matches }) => [amount, part, text, matches])).toEqual([
			[23_33, 1, 'Licens', [0b110]],
			[10_00, 2, 'Licens', [0b110]]
		]);
		expect(rows[0]).toMatchObject({
			rule_position: 1,
			judged: 'ja',
			cost_kind: 'Licens/SaaS',
			system_id: 'S1',
			drafted: false,
			file_name: 'kostnader.csv',
			source_row: 3
		});
	});

	it('are the rows of each pair of rules in conflict', async () => {
		const figures = await ask(database, taggingRuleFigures, { ...source, version: 1 });
		const { pairs } = ruleConflicts(figures, rules.regler);
		expect(pairs.map(({ winner, loser }) => [winner, loser])).toEqual([
			[0, 2],
			[1, 2]
		]);
		for (const { winner, loser, rows, absoluteOre } of pairs) {
			const keys = figures
				.filter((group) =>
					ruleConflicts([group], rules.regler).pairs.some(
						(pair) => pair.winner === winner && pair.loser === loser
					)
				)
				.map(conflictKey);
			expect(await totals({ of: 'conflict', keys })).toMatchObject({
				row_count: rows,
				absolute_ore: absoluteOre
			});
		}
	});

	it('are each side of a supplier whose rows are both', async () => {
		const suppliers = await ask(database, taggingSplitSuppliers, { ...source, limit: 9, offset: 0 });
		expect(suppliers.map(({ supplier_key }) => supplier_key)).toEqual(['556036-0793', 'BROFALK']);
		for (const supplier of suppliers) {
			for (const side of ['it', 'not_it', 'unjudged'] as const) {
				const { supplier_key } = supplier;
				expect(await totals({ of: 'supplier', supplier_key, side })).toMatchObject({
					row_count: supplier[`${side}_rows`],
					absolute_ore: supplier[`${side}_absolute_ore`]
				});
			}
		}
	});

	it('are each part of the coverage of each nämnd and year', async () => {
		const figures = await ask(database, taggingRuleFigures, { ...source, version: 1 });
		const conflicts = ruleConflicts(figures, rules.regler).keys;
		const coverage = await ask(database, taggingCoverage, { ...source, version: 1, conflicts });
		expect(coverage.length).toBeGreaterThan(4);
		for (const line of coverage) {
			for (const share of coverageShares) {
				const found = await totals({
					of: 'coverage',
					share,
					year: line.year,
					conflicts,
					...(line.is_total ? {} : { unit: line.unit })
				});
				expect([line.unit, line.year, share, found?.absolute_ore]).toEqual([
					line.unit,
					line.year,
					share,
					line[share]
				]);
			}
		}
	});
});

describe('a row that is judged by hand', () => {
	it('has a key that the tagging knows it by, and tells of rows alike in everything', async () => {
		const rows = await rowsOf({
			of: 'untagged',
			filter: { by: 'supplier', which: 'candidates' },
			groups: [{ supplier_key: 'BROFALK' }]
		});
		const keys = await ask(database, taggingRowKeys, {
			found: { table: foundCost, fingerprint: fingerprintSql },
			rowIds: rows.map(({ row_id }) => row_id)
		});
		expect(keys.map(({ amount, alike }) => [amount, alike])).toEqual([
			[-70_00, 1],
			[300_00, 2],
			[300_00, 2],
			[25_00, 1]
		]);
		const [key] = keys.filter(({ amount }) => amount === 300_00);
		const handtaggar = [
			{
				rad: key?.row_key ?? '',
				belopp: 300_00,
				visas: '',
				satt: { it_kostnad: 'nej' as const },
				av: 'Prov',
				datum: '2026-01-01'
			}
		];
		const draft = { ...rules, handtaggar };
		const table = await judged(draft, 'memory.main.judged_hand', rules);
		const drafted = workSource(ledgerOf(rules, 'memory.main.judged_test'), ledgerOf(draft, table, false));
		const left = await totals(
			{
				of: 'untagged',
				filter: { by: 'supplier', which: 'candidates' },
				groups: [{ supplier_key: 'BROFALK' }]
			},
			drafted
		);
		expect(left).toMatchObject({ row_count: 2, absolute_ore: 95_00 });
	});

	it('is known by the whole amount, also where a rule divides it', async () => {
		const [part] = await rowsOf({ of: 'rule', position: 1 });
		const keys = await ask(database, taggingRowKeys, {
			found: { table: foundCost, fingerprint: fingerprintSql },
			rowIds: [part?.row_id ?? -1]
		});
		expect(keys.map(({ amount }) => amount)).toEqual([33_33]);
	});
});

describe('a rule made of groups of untagged rows', () => {
	it('takes exactly their rows from the list while it is a draft', async () => {
		const filter = { by: 'supplier_account', which: 'candidates' } as const;
		const groups = await ask(database, taggingUntagged, {
			table: source.table,
			...filter,
			limit: 50,
			offset: 0
		});
		for (const [index, group] of groups.entries()) {
			const made = ruleFromGroups({
				id: 'R1',
				namn: 'Prov',
				groups: [{ supplier_key: group.supplier_key, account: group.account }],
				spellings: await ask(database, taggingSpellings, { keys: [group.supplier_key] }),
				satt: { it_kostnad: 'nej' }
			});
			const place = placeOfRule(rules.regler);
			const draft = { ...rules, regler: rules.regler.toSpliced(place, 0, made) };
			const table = await judged(draft, `memory.main.judged_draft_${index}`, rules);
			const drafted = workSource(ledgerOf(rules, 'memory.main.judged_test'), ledgerOf(draft, table, false));
			const left = await ask(database, taggingUntagged, {
				table: drafted.table,
				...filter,
				limit: 50,
				offset: 0
			});
			expect(left).toEqual(groups.filter((other) => other !== group));
		}
	});

	it('knows every name of a supplier, and whether another has it', async () => {
		expect(await ask(database, taggingSpellings, { keys: ['556036-0793', null] })).toEqual([
			{
				supplier_key: '556036-0793',
				supplier: 'VINDROSA AKTIEBOLAG',
				organisation_number: '556036-0793',
				is_shared: false
			},
			{
				supplier_key: '556036-0793',
				supplier: 'Vindrosa AB',
				organisation_number: '556036-0793',
				is_shared: false
			},
			{ supplier_key: null, supplier: null, organisation_number: null, is_shared: false }
		]);
	});
});
