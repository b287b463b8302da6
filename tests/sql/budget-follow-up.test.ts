import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { budgetLines } from '$lib/domain/budget-lines';
import { budgetLeaf, budgetLeaves, type AskedBudgetLeaves } from '$lib/queries/budget-leaves';
import { budgetRows, budgetRowTotals } from '$lib/queries/budget-rows';
import { budgetVersions } from '$lib/queries/budget-versions';
import { forecastAccuracy } from '$lib/queries/forecast-accuracy';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;

const costHeader = 'datum;namnd;konto;leverantor;belopp;valuta;it_kostnad;kostnadsslag';
const budgetHeader = 'ar;manad;namnd;kostnadsslag;version;belopp';

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			costHeader,
			'2025-02-10;Skolnämnden;74311;Bolaget AB;950,00;;ja;Licens/SaaS',
			'2026-01-10;Skolnämnden;74311;Bolaget AB;400,00;;ja;Licens/SaaS',
			'2026-04-30;Skolnämnden;74311;Bolaget AB;150,50;;ja;Drift',
			'2026-05-01;Skolnämnden;74311;Bolaget AB;70,00;;ja;Drift',
			'2026-02-01;Skolnämnden;65110;Bolaget AB;9000,00;;nej;',
			'2026-02-01;Skolnämnden;74311;Bolaget AB;8000,00;EUR;ja;Drift',
			'2026-03-01;Fritidsnämnden;74311;Bolaget AB;30,00;;ja;Drift',
			'2026-03-01;Miljönämnden;74311;Bolaget AB;20,00;;ja;Drift'
		],
		'budget.csv': [
			budgetHeader,
			'2025;;Skolnämnden;;KF-budget;900,00',
			'2025;;Skolnämnden;;T1-prognos;1000,00',
			'2026;1;Skolnämnden;Licens/SaaS;KF-budget;300,00',
			'2026;4;Skolnämnden;Licens/SaaS;KF-budget;200,00',
			'2026;5;Skolnämnden;Drift;KF-budget;100,00',
			'2026;3;Skolnämnden;Drift;tilläggsbudget;25,00',
			'2026;;Skolnämnden;;nämndbudget;7777,00',
			'2026;;Skolnämnden;;T1-prognos;700,00',
			'2026;;Fritidsnämnden;;KF-budget;120,00',
			'2026;;Kulturnämnden;;T1-prognos;50,00',
			'2026;1;Kulturnämnden;Drift;KF-budget;60,00'
		]
	});
});
afterAll(() => database.close());

const t1: AskedBudgetLeaves = {
	year: 2026,
	cut: 4,
	versions: ['KF-budget', 'tilläggsbudget'],
	forecast: 'T1-prognos'
};

/** One line per nämnd. */
async function linesOf(asked: AskedBudgetLeaves, from = database) {
	const leaves = (await ask(from, budgetLeaves, asked)).map(budgetLeaf);
	const basis = { cut: asked.cut, covered: true, yearBeforeCovered: true };
	const { parts } = budgetLines(leaves, ['unit'], basis);
	return new Map(parts.map(({ values: [unit], ...line }) => [unit ?? '', line]));
}

describe('the follow-up at T1', () => {
	it('puts budget to date beside what IT cost January to April, in kronor only', async () => {
		const lines = await linesOf(t1);
		expect(lines.get('Skolnämnden')).toMatchObject({
			budgetToDate: kronor(300 + 200 + 25),
			budgetYear: kronor(300 + 200 + 100 + 25),
			expected: kronor(700),
			outcome: kronor(550.5),
			outcomeRows: 2,
			outcomeYearBefore: kronor(950),
			uncut: false
		});
	});

	it('does not guess how a budget for the whole year falls on its months', async () => {
		const lines = await linesOf(t1);
		expect(lines.get('Fritidsnämnden')).toMatchObject({
			budgetToDate: null,
			budgetYear: kronor(120),
			expected: null,
			outcome: kronor(30),
			uncut: true
		});
	});

	it('keeps a nämnd that has cost and no budget, and one that has a budget and no cost', async () => {
		const lines = await linesOf(t1);
		expect([...lines.keys()].toSorted()).toEqual([
			'Fritidsnämnden',
			'Kulturnämnden',
			'Miljönämnden',
			'Skolnämnden'
		]);
		expect(lines.get('Miljönämnden')).toMatchObject({
			budgetToDate: null,
			budgetYear: null,
			budgetGap: 'missing',
			outcome: kronor(20)
		});
		expect(lines.get('Kulturnämnden')).toMatchObject({
			budgetToDate: kronor(60),
			expected: kronor(50),
			outcome: 0,
			outcomeRows: 0
		});
	});
});

it('sets the whole budget of the year against the whole outcome at VB', async () => {
	const lines = await linesOf({ ...t1, cut: 12, forecast: null });
	expect(lines.get('Skolnämnden')).toMatchObject({
		budgetToDate: kronor(625),
		budgetYear: kronor(625),
		expected: kronor(620.5),
		outcome: kronor(620.5)
	});
	expect(lines.get('Fritidsnämnden')).toMatchObject({ budgetToDate: kronor(120) });
});

it('has no budget to compare with when no version is counted', async () => {
	const lines = [...(await linesOf({ ...t1, versions: [] })).values()];
	expect(lines.every((line) => line.budgetYear === null && line.budgetToDate === null)).toBe(true);
});

it('lists the versions of each year with their kronor', async () => {
	const rows = await ask(database, budgetVersions, undefined);
	expect(rows.filter((row) => row.year === 2025)).toEqual([
		{ year: 2025, version: 'KF-budget', amount: kronor(900), row_count: 1, units: 1 },
		{ year: 2025, version: 'T1-prognos', amount: kronor(1000), row_count: 1, units: 1 }
	]);
	expect(rows.find((row) => row.year === 2026 && row.version === 'KF-budget')).toMatchObject({
		row_count: 5,
		units: 3
	});
});

it('sets last year’s forecasts beside what the year came to cost', async () => {
	const rows = await ask(database, forecastAccuracy, { year: 2025, units: [] });
	expect(rows).toEqual([{ unit: 'Skolnämnden', t1: kronor(1000), t2: null, outcome: kronor(950) }]);
});

describe('the budget rows behind a figure', () => {
	const selection = { year: 2026, versions: t1.versions, untilMonth: 4, units: ['Skolnämnden'] };

	it('sum to the figure', async () => {
		expect(await ask(database, budgetRowTotals, selection)).toEqual([{ row_count: 3, amount: kronor(525) }]);
	});

	it('say which file and row they came from', async () => {
		const rows = await ask(database, budgetRows, { selection, limit: 10 });
		expect(rows.map((row) => [row.file_name, row.source_row, row.month, row.amount])).toEqual([
			['budget.csv', 7, 3, kronor(25)],
			['budget.csv', 4, 1, kronor(300)],
			['budget.csv', 5, 4, kronor(200)]
		]);
		expect(await ask(database, budgetRows, { selection, limit: 1 })).toHaveLength(1);
	});

	it('are those of a kostnadsslag, or those that are not divided so', async () => {
		const whole = { ...selection, units: [], untilMonth: null };
		const [kind] = await ask(database, budgetRowTotals, { ...whole, costKind: 'Drift' });
		const [undivided] = await ask(database, budgetRowTotals, { ...whole, costKind: null });
		const [all] = await ask(database, budgetRowTotals, whole);
		expect(kind?.amount).toBe(kronor(100 + 25 + 60));
		expect(undivided?.amount).toBe(kronor(120));
		expect(all?.amount).toBe(kronor(500 + 100 + 25 + 60 + 120));
	});

	it('are none when no version is asked for', async () => {
		expect(await ask(database, budgetRowTotals, { ...selection, versions: [] })).toEqual([
			{ row_count: 0, amount: 0 }
		]);
	});
});

describe('an edition without a budget', () => {
	it('answers with outcome only', async () => {
		const empty = await smallEdition({
			'kostnader.csv': [costHeader, '2026-01-10;Skolnämnden;74311;Bolaget AB;400,00;;ja;Licens/SaaS']
		});
		try {
			expect(await ask(empty, budgetVersions, undefined)).toEqual([]);
			expect([...(await linesOf(t1, empty))]).toMatchObject([
				['Skolnämnden', { budgetToDate: null, budgetYear: null, expected: null, outcome: kronor(400) }]
			]);
		} finally {
			await empty.close();
		}
	});
});
