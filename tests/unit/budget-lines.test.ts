import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetDimensions, type BudgetLeaf } from '$lib/domain/budget-leaf';
import { budgetLines, type BudgetBranch, type FollowUpBasis } from '$lib/domain/budget-lines';

const t2: FollowUpBasis = { cut: 8, covered: true, yearBeforeCovered: true };
const yearEnd: FollowUpBasis = { ...t2, cut: 12 };

const nothing: BudgetLeaf = {
	unit: 'Skolnämnden',
	costKind: null,
	orientation: null,
	system: null,
	budgetRows: 0,
	baseRows: 0,
	rowsWithoutMonth: 0,
	budgetYear: 0,
	budgetToDate: 0,
	forecastRows: 0,
	forecast: 0,
	outcome: 0,
	outcomeRows: 0,
	outcomeYearBefore: 0,
	outcomeWholeYearBefore: 0
};
const budgeted = (budgetYear: number, budgetToDate: number, more: Partial<BudgetLeaf> = {}): BudgetLeaf => ({
	...nothing,
	budgetRows: 1,
	baseRows: 1,
	budgetYear,
	budgetToDate,
	...more
});
const forecast = (ore: number, more: Partial<BudgetLeaf> = {}): BudgetLeaf => ({
	...nothing,
	forecastRows: 1,
	forecast: ore,
	...more
});

describe('a follow-up per nämnd and kostnadsslag', () => {
	const leaves = [
		budgeted(1200, 800, { costKind: 'Drift', outcome: 900, outcomeRows: 3 }),
		budgeted(600, 400, { costKind: 'Konsult' }),
		forecast(1900)
	];
	const table = budgetLines(leaves, ['unit', 'costKind'], t2);
	const [school] = table.parts;

	it('compares budget with outcome and with what the nämnd forecasts', () => {
		expect(school).toMatchObject({
			values: ['Skolnämnden'],
			budgetToDate: 1200,
			outcome: 900,
			deviationToDate: 300,
			budgetYear: 1800,
			expected: 1900,
			deviationYear: -100
		});
	});

	it('has no budget of nothing for what the nämnd has budgeted elsewhere', () => {
		expect(school?.parts.map(({ values, budgetYear, outcome }) => [values[1], budgetYear, outcome])).toEqual([
			['Drift', 1200, 900],
			['Konsult', 600, 0],
			[null, 0, 0]
		]);
	});

	it('leaves a forecast that is not divided on a line of its own, and gives no other line a deviation of the year', () => {
		expect(school?.parts.map(({ expected, deviationYear }) => [expected, deviationYear])).toEqual([
			[null, null],
			[null, null],
			[1900, null]
		]);
	});

	it('takes the outcome for the forecast when the year has ended', () => {
		const [drift] = budgetLines(leaves, ['costKind'], yearEnd).parts;
		expect(drift).toMatchObject({ expected: 900, deviationYear: 300, budgetToDate: 1200 });
	});
});

describe('what is unknown', () => {
	it('a budget that is not divided is no budget of nothing for any line', () => {
		const leaves = [budgeted(1200, 800), { ...nothing, costKind: 'Drift', outcome: 900, outcomeRows: 1 }];
		const { parts, budgetYear } = budgetLines(leaves, ['costKind'], t2);
		expect(budgetYear).toBe(1200);
		expect(
			parts.map((line) => [line.values[0], line.budgetYear, line.deviationToDate, line.budgetGap])
		).toEqual([
			[null, 1200, null, 'undivided'],
			['Drift', null, null, 'undivided']
		]);
	});

	it('a nämnd without a budget leaves the total without one', () => {
		const other = { ...nothing, unit: 'Miljönämnden', outcome: 50, outcomeRows: 1 };
		const { parts, budgetYear, outcome, budgetGap } = budgetLines([budgeted(10, 5), other], ['unit'], t2);
		expect({ budgetYear, outcome, budgetGap }).toEqual({
			budgetYear: null,
			outcome: 50,
			budgetGap: 'missing'
		});
		expect(parts.map((line) => line.budgetYear)).toEqual([10, null]);
	});

	it('a budget for the whole year is not cut at a month', () => {
		const { budgetToDate, budgetYear, uncut } = budgetLines(
			[budgeted(120, 0, { rowsWithoutMonth: 1 })],
			['unit'],
			t2
		);
		expect({ budgetToDate, budgetYear, uncut }).toEqual({ budgetToDate: null, budgetYear: 120, uncut: true });
	});

	it('months that the ledger does not reach have no outcome', () => {
		const { outcome, deviationToDate } = budgetLines([budgeted(10, 5)], ['unit'], { ...t2, covered: false });
		expect([outcome, deviationToDate]).toEqual([null, null]);
	});
});

const word = (...words: string[]) => fc.constantFrom(null, ...words);
const ore = fc.integer({ min: -9_000_000, max: 9_000_000 });
const anyLeaf: fc.Arbitrary<BudgetLeaf> = fc
	.record({
		unit: fc.constantFrom('Skolnämnden', 'Miljönämnden', 'Okänt'),
		costKind: word('Drift', 'Konsult'),
		orientation: word('förvaltning', 'utveckling'),
		system: word('S-1', 'S-2'),
		budgetRows: fc.integer({ min: 0, max: 3 }),
		rowsWithoutMonth: fc.integer({ min: 0, max: 1 }),
		budgetYear: ore,
		budgetToDate: ore,
		forecastRows: fc.integer({ min: 0, max: 2 }),
		forecast: ore,
		outcome: ore,
		outcomeRows: fc.integer({ min: 0, max: 9 }),
		outcomeYearBefore: ore,
		outcomeWholeYearBefore: ore
	})
	.map((leaf) => ({
		...leaf,
		baseRows: leaf.budgetRows,
		rowsWithoutMonth: Math.min(leaf.rowsWithoutMonth, leaf.budgetRows),
		budgetYear: leaf.budgetRows ? leaf.budgetYear : 0,
		budgetToDate: leaf.budgetRows ? leaf.budgetToDate : 0,
		forecast: leaf.forecastRows ? leaf.forecast : 0
	}));

describe('any follow-up at any level', () => {
	const every = (branch: BudgetBranch): BudgetBranch[] => [branch, ...branch.parts.flatMap(every)];
	const summed = ['outcome', 'outcomeRows', 'outcomeYearBefore', 'outcomeWholeYearBefore'] as const;
	const known = ['budgetYear', 'budgetToDate', 'expected', 'deviationYear', 'deviationToDate'] as const;

	it('sums to the whole, to the öre, wherever the parts are known', () => {
		fc.assert(
			fc.property(
				fc.array(anyLeaf, { maxLength: 12 }),
				fc.shuffledSubarray([...budgetDimensions]),
				fc.constantFrom(4, 8, 12),
				(leaves, levels, cut) => {
					const table = budgetLines(leaves, levels, { ...t2, cut });
					expect(table.outcome).toBe(leaves.reduce((sum, leaf) => sum + leaf.outcome, 0));
					for (const { parts, ...whole } of every(table)) {
						if (!parts.length) continue;
						for (const field of summed) {
							expect(parts.reduce((sum, part) => sum + (part[field] ?? NaN), 0)).toBe(whole[field]);
						}
						for (const field of known) {
							const values = parts.map((part) => part[field]);
							if (values.includes(null) || whole[field] === null) continue;
							expect(values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(whole[field]);
						}
					}
				}
			)
		);
	});

	it('says the same of a nämnd whatever the others are', () => {
		fc.assert(
			fc.property(fc.array(anyLeaf, { minLength: 1, maxLength: 12 }), (leaves) => {
				const table = budgetLines(leaves, ['unit'], t2);
				for (const part of table.parts) {
					const own = leaves.filter(({ unit }) => unit === part.values[0]);
					expect(budgetLines(own, ['unit'], t2).parts[0]).toEqual(part);
				}
			})
		);
	});
});
