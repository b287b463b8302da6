import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMonth } from '$lib/domain/period';
import { budgetLines } from '$lib/domain/budget-lines';
import { budgetLeaf, budgetLeaves } from '$lib/queries/budget-leaves';
import { budgetOutside } from '$lib/queries/budget-outside';
import { budgetRowTotals } from '$lib/queries/budget-rows';
import { budgetVersions } from '$lib/queries/budget-versions';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { defaultRules } from '$lib/tagging/default-rules';
import { unlocked } from '$lib/tagging/locked-months';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;belopp;it_kostnad',
			'2026-01-10;Skolnämnden;74311;Bolaget AB;400,00;ja'
		],
		'huvudboksbudget.csv': [
			'ar;manad;konto;konto_text;belopp;Förvaltning;version',
			'2026;1;74311;Licenser;300,00;Skolnämnden;KF-budget',
			'2026;1;74310;Drift;200,00;Skolnämnden;KF-budget',
			'2026;1;50110;Löner;9000,00;Skolnämnden;KF-budget',
			'2026;1;74510;Konsulter;700,00;Skolnämnden;KF-budget'
		],
		'itbudget.csv': ['ar;manad;namnd;version;belopp', '2026;1;Fritidsnämnden;KF-budget;50,00']
	});
});
afterAll(() => database.close());

const t1 = { year: 2026, cut: 4, versions: ['KF-budget'], forecast: null };
const linesPerUnit = async () => {
	const leaves = (await ask(database, budgetLeaves, t1)).map(budgetLeaf);
	return budgetLines(leaves, ['unit'], { cut: 4, covered: true, yearBeforeCovered: false }).parts;
};

describe('a budget of a whole ledger', () => {
	it('counts the rows whose konto the rules tag as IT, and every row of an IT budget', async () => {
		const lines = await linesPerUnit();
		expect(lines.map(({ values: [unit], budgetToDate }) => [unit, budgetToDate])).toEqual([
			['Fritidsnämnden', kronor(50)],
			['Skolnämnden', kronor(300 + 200)]
		]);
		expect(
			await ask(database, budgetRowTotals, {
				year: 2026,
				versions: ['KF-budget'],
				untilMonth: null,
				units: []
			})
		).toEqual([{ row_count: 3, amount: kronor(550) }]);
		expect(await ask(database, budgetVersions, undefined)).toMatchObject([
			{ year: 2026, version: 'KF-budget', amount: kronor(550), row_count: 3 }
		]);
	});

	it('takes its kostnadsslag from the rules where the file has none', async () => {
		const leaves = await ask(database, budgetLeaves, t1);
		expect(
			leaves
				.filter(({ budget_to_date: budget, cost_kind: kind }) => budget > 0 && kind !== null)
				.map(({ budget_to_date: budget, cost_kind: kind }) => [kind, budget])
				.toSorted()
		).toEqual([
			['Drift', kronor(200)],
			['Licens/SaaS', kronor(300)]
		]);
	});

	it('tells the rows and kronor that stay outside, judged or not', async () => {
		expect(await ask(database, budgetOutside, 2026)).toEqual([{ row_count: 2, amount: kronor(9700) }]);
		expect(
			await database.run(
				"SELECT account::VARCHAR AS account, it_cost::VARCHAR AS it_cost FROM budget WHERE it_cost IS DISTINCT FROM 'ja' ORDER BY 1"
			)
		).toEqual([
			{ account: '50110', it_cost: null },
			{ account: '74510', it_cost: null }
		]);
	});
});

it('a rule that divides rows among systems has its budget as IT all the same', async () => {
	const part = (andel: string, system_id: string) => ({
		andel,
		satt: { it_kostnad: 'ja' as const, system_id }
	});
	const divided = await smallEdition(
		{ 'budget.csv': ['ar;manad;konto;belopp;namnd;version', '2026;1;745;300,00;Skolnämnden;KF-budget'] },
		unlocked({
			...defaultRules,
			regler: [
				{
					id: 'R1',
					namn: 'Konsulter',
					om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
					satt: {},
					dela: [part('70', 'A'), part('30', 'B')]
				}
			]
		})
	);
	expect(await ask(divided, budgetVersions, undefined)).toMatchObject([
		{ amount: kronor(300), row_count: 1 }
	]);
	await divided.close();
});

it('a locked month keeps its budget as it keeps its cost, and a year when its last month is locked', async () => {
	const lockedTo = async (last: '2026-04' | '2026-12') => {
		const [from, to] = [parseMonth('2026-01'), parseMonth(last)];
		if (!from || !to) throw new Error('Not months');
		const found = await smallEdition(
			{
				'budget.csv': [
					'ar;manad;konto;belopp;namnd;version',
					'2026;4;74311;300,00;Skolnämnden;KF-budget',
					'2026;5;74311;20,00;Skolnämnden;KF-budget',
					'2026;;74311;1,00;Skolnämnden;KF-budget'
				]
			},
			{
				rules: { ...defaultRules, version: 9, regler: [] },
				locks: [
					{ id: 1, name: 'Rapporterat', period: { from, to }, version: 1, by: 'Maja', day: '2026-05-04' }
				],
				earlier: new Map([[1, { ...defaultRules, version: 1 }]])
			}
		);
		const [counted] = await ask(found, budgetVersions, undefined);
		await found.close();
		return counted?.amount;
	};
	expect(await lockedTo('2026-04')).toBe(kronor(300));
	expect(await lockedTo('2026-12')).toBe(kronor(321));
});
