import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import { followUpLines } from '$lib/domain/follow-up-lines';

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
const budgeted = (costKind: string | null, orientation: string | null, year: number): BudgetLeaf => ({
	...nothing,
	costKind,
	orientation,
	budgetRows: 1,
	baseRows: 1,
	budgetYear: year,
	budgetToDate: year / 2
});
const spent = (costKind: string, orientation: string, outcome: number): BudgetLeaf => ({
	...nothing,
	costKind,
	orientation,
	outcome,
	outcomeRows: 1
});

describe('the lines of a follow-up in a file', () => {
	it('have budget and outcome together, as finely as the budget is divided', () => {
		const lines = followUpLines(
			[budgeted('Drift', null, 1000), spent('Drift', 'förvaltning', 300), spent('Drift', 'utveckling', 250)],
			8
		);
		expect(lines).toMatchObject([
			{ costKind: 'Drift', orientation: null, budgetToDate: 500, outcome: 550, deviationToDate: -50 }
		]);
	});

	it('keep inriktning where the budget has it, and where there is no budget at all', () => {
		const divided = [budgeted('Drift', 'förvaltning', 1000), spent('Drift', 'utveckling', 250)];
		expect(
			followUpLines(divided, 8).map((line) => [line.orientation, line.budgetYear, line.outcome])
		).toEqual([
			['förvaltning', 1000, 0],
			['utveckling', 0, 250]
		]);
		expect(followUpLines([spent('Drift', 'utveckling', 250)], 8)).toMatchObject([
			{ orientation: 'utveckling', budgetYear: null, outcome: 250, deviationToDate: null }
		]);
	});

	it('have a forecast of the whole nämnd on a line of its own, with the deviation of the whole nämnd', () => {
		const lines = followUpLines(
			[
				budgeted('Drift', null, 1000),
				budgeted('Konsult', null, 200),
				{ ...nothing, forecastRows: 1, forecast: 1300 }
			],
			8
		);
		expect(lines.map((line) => [line.costKind, line.budgetYear, line.forecast, line.deviationYear])).toEqual([
			['Drift', 1000, null, null],
			['Konsult', 200, null, null],
			[null, null, 1300, -100]
		]);
	});

	it('have the outcome in place of a forecast when the year is over', () => {
		const lines = followUpLines([budgeted('Drift', null, 1000), spent('Drift', 'förvaltning', 900)], 12);
		expect(lines).toMatchObject([{ budgetToDate: 1000, outcome: 900, forecast: 900, deviationYear: 100 }]);
	});

	const word = (...words: string[]) => fc.constantFrom(null, ...words);
	const ore = fc.integer({ min: -9_000_000, max: 9_000_000 });
	const anyLeaf = fc
		.record({
			unit: fc.constantFrom('Skolnämnden', 'Miljönämnden'),
			costKind: word('Drift', 'Konsult'),
			orientation: word('förvaltning', 'utveckling'),
			budgetRows: fc.integer({ min: 0, max: 1 }),
			forecastRows: fc.integer({ min: 0, max: 1 }),
			budgetYear: ore,
			budgetToDate: ore,
			forecast: ore,
			outcome: ore
		})
		.map((leaf): BudgetLeaf => ({
			...nothing,
			...leaf,
			baseRows: leaf.budgetRows,
			budgetYear: leaf.budgetRows ? leaf.budgetYear : 0,
			budgetToDate: leaf.budgetRows ? leaf.budgetToDate : 0,
			forecast: leaf.forecastRows ? leaf.forecast : 0,
			outcomeRows: 1
		}));
	const total = <Row>(rows: readonly Row[], value: (row: Row) => number | null) =>
		rows.reduce((sum, row) => sum + (value(row) ?? 0), 0);

	it('sum to the whole in every column, however budget and forecasts are divided', () => {
		fc.assert(
			fc.property(fc.array(anyLeaf, { maxLength: 10 }), fc.constantFrom(4, 8, 12), (leaves, cut) => {
				const lines = followUpLines(leaves, cut);
				expect(total(lines, (line) => line.outcome)).toBe(total(leaves, (leaf) => leaf.outcome));
				expect(total(lines, (line) => line.budgetYear)).toBe(total(leaves, (leaf) => leaf.budgetYear));
				for (const unit of new Set(leaves.map((leaf) => leaf.unit))) {
					const own = lines.filter((line) => line.unit === unit);
					const ofUnit = leaves.filter((leaf) => leaf.unit === unit);
					const forecast = total(own, (line) => line.forecast);
					if (cut < 12) expect(forecast).toBe(total(ofUnit, (leaf) => leaf.forecast));
					if (!own.some((line) => line.deviationYear !== null)) continue;
					expect(total(own, (line) => line.deviationYear)).toBe(
						total(ofUnit, (leaf) => leaf.budgetYear) - forecast
					);
				}
			})
		);
	});
});
