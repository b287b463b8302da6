// What each rule wins, where rules disagree, and what is covered, on ledgers small enough to add up by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '$lib/queries/query';
import { ruleConflicts, type ComparedRule } from '$lib/queries/tagging-conflicts';
import { taggingCoverage } from '$lib/queries/tagging-coverage';
import { ruleStandings, taggingRuleFigures } from '$lib/queries/tagging-rule-figures';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { emptyDatabase, fillJudged, judgedRows, type JudgedRow } from './judged-rows';

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

describe('what each rule wins and matches', () => {
	const asked = { table: 'judged', matchColumns: 2, version: 1 };
	beforeAll(() =>
		fillJudged(
			database,
			'judged',
			judgedRows([
				{ amount: 10_000, day: '2026-03-01', matches: [0, 50], ...byRule(0) },
				{ amount: -4_000, day: '2026-04-01', matches: [0], ...byRule(0) },
				{ amount: 9_999, currency: 'EUR', matches: [0], ...byRule(0) },
				// One row in two parts.
				{ row_id: 4, part: 1, amount: 700, matches: [1, 50], ...byRule(1) },
				{ row_id: 4, part: 2, amount: 300, matches: [1, 50], ...byRule(1) },
				// Judged by a person although rule 2 is the first that matches.
				{ amount: 50_000, matches: [2], it_cost: 'nej', tag_source: 'hand', rule_position: 2 },
				// A locked month: its positions are those of version 7.
				{ amount: 77_000, matches: [3], rule_version: 7, ...byRule(3) },
				{ amount: 1_000_000 }
			]),
			2
		)
	);

	it('counts rows, öre and the latest day, and tells dead rules from shadowed ones', async () => {
		const standings = ruleStandings(await ask(database, taggingRuleFigures, asked), 51);
		expect(standings[0]).toEqual({
			position: 0,
			rows: 3,
			ore: 6_000,
			absoluteOre: 14_000,
			lastDay: '2026-04-01',
			matchedRows: 3,
			matchedOre: 6_000,
			matchedAbsoluteOre: 14_000,
			shadowedBy: null,
			state: 'wins'
		});
		expect(standings[1]).toMatchObject({ rows: 1, ore: 1_000, state: 'wins' });
		expect(standings[2]).toMatchObject({
			rows: 0,
			matchedOre: 50_000,
			state: 'shadowed',
			shadowedBy: 'hand'
		});
		expect(standings[3]).toMatchObject({ matchedRows: 0, state: 'dead' });
		expect(standings[50]).toMatchObject({
			rows: 0,
			matchedRows: 2,
			matchedOre: 11_000,
			state: 'shadowed',
			shadowedBy: 0
		});
	});

	it('without any rule there is nothing to count', async () => {
		expect(await ask(database, taggingRuleFigures, { ...asked, matchColumns: 0 })).toEqual([]);
	});
});

describe('conflicts and coverage', () => {
	const rules: ComparedRule[] = [
		{ satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult' } },
		{ satt: { it_kostnad: 'ja', kostnadsslag: 'Drift', inriktning: 'förvaltning' } },
		{ satt: { it_kostnad: 'kandidat' } },
		{ satt: { it_kostnad: 'nej', kostnadsslag: 'Moln' } },
		{ satt: { it_kostnad: 'ja' }, dela: [{ satt: { system_id: 'A' } }, { satt: { system_id: 'B' } }] },
		{ satt: { system_id: 'A' } }
	];
	const asked = { table: 'judged', matchColumns: 1, version: 1 };
	beforeAll(() =>
		fillJudged(
			database,
			'judged',
			judgedRows([
				// Konsult against Drift and against nej: two pairs, one row.
				{ amount: 1_000, matches: [0, 1, 3], ...byRule(0, { cost_kind: 'Konsult' }) },
				// A judgement above a candidate rule is no conflict, nor is agreeing.
				{ amount: 200, matches: [0, 2], ...byRule(0, { cost_kind: 'Konsult' }) },
				{ amount: -30, matches: [2, 3], candidate: true, rule_position: 2, unit: 'Södra nämnden' },
				// Only the second part disagrees with rule 5.
				{ row_id: 4, part: 1, amount: 60, matches: [4, 5], ...byRule(4, { system_id: 'A' }) },
				{ row_id: 4, part: 2, amount: 40, matches: [4, 5], ...byRule(4, { system_id: 'B' }) },
				{
					amount: 5_000,
					matches: [1],
					it_cost: 'ja',
					cost_kind: 'Moln',
					tag_source: 'fil',
					rule_position: 1,
					day: '2025-05-01'
				},
				{
					amount: 500,
					matches: [1],
					it_cost: 'ja',
					cost_kind: 'Drift',
					tag_source: 'hand',
					rule_position: 1
				},
				{ amount: 80_000, rule_version: 9, matches: [0, 3], ...byRule(0), day: '2025-01-01' },
				{ amount: 7, it_cost: 'nej', tag_source: 'regel', rule_position: 3, matches: [3] },
				{ amount: 900_000 },
				{ amount: 1, currency: 'EUR', matches: [0, 1], ...byRule(0) }
			])
		)
	);

	it('pairs winners and losers that set different tags, each row once in the total', async () => {
		const conflicts = ruleConflicts(await ask(database, taggingRuleFigures, asked), rules);
		expect(conflicts.pairs).toEqual([
			{ winner: 'fil', loser: 1, fields: ['kostnadsslag'], rows: 1, absoluteOre: 5_000 },
			{ winner: 0, loser: 1, fields: ['kostnadsslag'], rows: 2, absoluteOre: 1_000 },
			{ winner: 0, loser: 3, fields: ['it_kostnad'], rows: 1, absoluteOre: 1_000 },
			{ winner: 4, loser: 5, fields: ['system_id'], rows: 0, absoluteOre: 40 },
			{ winner: 2, loser: 3, fields: ['it_kostnad'], rows: 1, absoluteOre: 30 }
		]);
		expect([conflicts.rows, conflicts.absoluteOre]).toEqual([4, 6_070]);
	});

	it('covers every krona per nämnd and year by who judged it', async () => {
		const { keys } = ruleConflicts(await ask(database, taggingRuleFigures, asked), rules);
		const rows = await ask(database, taggingCoverage, { ...asked, conflicts: keys });
		const none = {
			by_file: 0,
			by_hand: 0,
			by_rule: 0,
			not_it: 0,
			candidates: 0,
			unjudged: 0,
			in_conflict: 0
		};
		const north = { unit: 'Norra nämnden', is_total: false, not_it: 7, unjudged: 900_000 };
		expect(rows).toEqual([
			{
				unit: null,
				year: null,
				is_total: true,
				total: 986_837,
				by_file: 5_000,
				by_hand: 500,
				by_rule: 81_300,
				not_it: 7,
				candidates: 30,
				unjudged: 900_000,
				in_conflict: 6_070
			},
			{
				...none,
				...north,
				year: null,
				total: 986_807,
				by_file: 5_000,
				by_hand: 500,
				by_rule: 81_300,
				in_conflict: 6_040
			},
			{ ...none, ...north, year: 2026, total: 901_807, by_hand: 500, by_rule: 1_300, in_conflict: 1_040 },
			{
				...none,
				unit: 'Norra nämnden',
				is_total: false,
				year: 2025,
				total: 85_000,
				by_file: 5_000,
				by_rule: 80_000,
				in_conflict: 5_000
			},
			...[null, 2026].map((year) => ({
				...none,
				unit: 'Södra nämnden',
				is_total: false,
				year,
				total: 30,
				candidates: 30,
				in_conflict: 30
			}))
		]);
		const plain = await ask(database, taggingCoverage, { ...asked, conflicts: [] });
		expect(plain).toEqual(rows.map((row) => ({ ...row, in_conflict: 0 })));
	});
});
