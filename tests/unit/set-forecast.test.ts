// A forecast that a controller has set is in every sum of the follow-up, and in no sum twice.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import { budgetLines } from '$lib/domain/budget-lines';
import { costKinds, type CostKind } from '$lib/domain/cost-kind';
import { holdingOfLine, holdingOfUnit, type ForecastOverride } from '$lib/domain/forecast-override';
import { needsCalculated, setForecastLeaves, standingOverrides } from '$lib/domain/set-forecast';

const leaf = (more: Partial<BudgetLeaf>): BudgetLeaf => ({
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
	outcomeWholeYearBefore: 0,
	...more
});
const budget = (costKind: CostKind, ore: number) =>
	leaf({ costKind, budgetRows: 1, baseRows: 1, budgetYear: ore });
const left = (costKind: CostKind | null, ore: number) => leaf({ costKind, forecastRows: 1, forecast: ore });

let id = 0;
const said = (costKind: string, amount: number | null): ForecastOverride => ({
	id: ++id,
	unit: 'Skolnämnden',
	costKind,
	amount,
	reason: 'Avtalet sades upp i maj',
	author: 'Maja Lindqvist',
	created: '2026-09-10T08:00:00.000Z'
});
const basis = { cut: 8, covered: true, yearBeforeCovered: true };
const none = () => null;
const withSet = (
	leaves: BudgetLeaf[],
	stored: ForecastOverride[],
	calculated: () => number | null = none
) => [...leaves, ...setForecastLeaves(leaves, stored, calculated)];

test('what is set for a whole nämnd is its forecast, also where the nämnd has left none', () => {
	const own = [budget('Drift', 100_00), left(null, 110_00)];
	const set = budgetLines(withSet(own, [said('', 125_00)]), ['unit'], basis);
	expect(set).toMatchObject({ expected: 125_00, deviationYear: -25_00 });
	const silent = [budget('Drift', 100_00)];
	expect(budgetLines(silent, ['unit'], basis).expected).toBeNull();
	expect(budgetLines(withSet(silent, [said('', 90_00)]), ['unit'], basis).expected).toBe(90_00);
});

test('what is set for a kostnadsslag moves the nämnd by the difference, from its own forecast or the calculated one', () => {
	const divided = [budget('Drift', 100_00), left('Drift', 80_00), left('Konsult', 30_00)];
	const line = budgetLines(withSet(divided, [said('Drift', 95_00)]), ['costKind'], basis);
	expect(line.expected).toBe(125_00);
	expect(line.parts.find(({ values }) => values[0] === 'Drift')?.expected).toBe(95_00);

	const whole = [budget('Drift', 100_00), left(null, 110_00)];
	const stored = [said('Drift', 95_00)];
	expect(needsCalculated(whole, stored)).toBe(true);
	expect(
		budgetLines(
			withSet(whole, stored, () => 90_00),
			['unit'],
			basis
		).expected
	).toBe(115_00);
	// The nämnd's own is not divided, so no kostnadsslag is said to have a forecast.
	expect(
		budgetLines(
			withSet(whole, stored, () => 90_00),
			['costKind'],
			basis
		).parts.find(({ values }) => values[0] === 'Drift')?.expected
	).toBeNull();
	// Not knowing what stood there, nothing is moved.
	expect(setForecastLeaves(whole, stored, none)).toEqual([]);
});

test('what is taken back moves nothing, and a forecast of the whole goes before those of its parts', () => {
	const own = [budget('Drift', 100_00), left('Drift', 80_00)];
	expect(setForecastLeaves(own, [said('', 125_00), said('', null)], none)).toEqual([]);
	const both = [said('Drift', 95_00), said('', 125_00)];
	expect(budgetLines(withSet(own, both), ['unit'], basis).expected).toBe(125_00);
	expect(standingOverrides(both).map(({ amount }) => amount)).toEqual([125_00]);
});

test('the table of the follow-up and that of the forecast say the same of a nämnd, whatever is set', () => {
	const ore = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 });
	const kind = fc.constantFrom(...costKinds.slice(0, 4));
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.tuple(fc.option(kind), ore), { minLength: 1, maxLength: 4, selector: ([of]) => of }),
			fc.uniqueArray(fc.tuple(kind, ore), { maxLength: 4, selector: ([of]) => of }),
			fc.option(ore),
			fc.dictionary(kind, ore),
			(leftRows, setRows, whole, calculated) => {
				const leaves = leftRows.map(([of, amount]) => left(of, amount));
				const stored = setRows.map(([of, amount]) => said(of, amount));
				if (whole !== null) stored.push(said('', whole));
				const likely = (_unit: string, of: string) => calculated[of] ?? 0;
				const total = [...leaves, ...setForecastLeaves(leaves, stored, likely)];
				const moved = setRows.map(([of, amount]) => {
					const own = leftRows.find(([costKind]) => costKind === of);
					const range = { low: 0, likely: likely('', of), high: 0 };
					return amount - holdingOfLine(null, own?.[1] ?? null, range).amount;
				});
				const leftTotal = leftRows.reduce((sum, [, amount]) => sum + amount, 0);
				const holding = holdingOfUnit(whole, leftTotal, { low: 0, likely: 0, high: 0 }, moved);
				expect(total.reduce((sum, { forecast }) => sum + forecast, 0)).toBe(holding.amount);
			}
		)
	);
});
