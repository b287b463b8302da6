// Cost beside the budget of the same months, and when there is none to stand beside.
import { describe, expect, it } from 'vitest';
import { costFigures, FilteredCells } from '$lib/crossfilter/cost-figures';
import type { CostCells } from '$lib/crossfilter/cost-cells';
import { keeping, listFilters, noFilters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import type { BudgetMonth } from '$lib/queries/budget-by-month';
import { withBudget } from '../../src/routes/(app)/kostnader/parts/with-budget';

const kronor = (amount: number) => amount * 100;
/** Two nämnder in January and February: 100 and 40 kr of Drift, then 60 kr of Konsult. */
const lists = Object.fromEntries(
	listFilters.map((name) => [name, { words: [{ key: '-', label: null }], codes: new Uint16Array(3) }])
) as CostCells['lists'];
const words = (...keys: string[]) => keys.map((key) => ({ key, label: null }));
const cells: CostCells = {
	length: 3,
	dataMonths: 2,
	spread: { cells: new Uint32Array(0), parts: new Float64Array(0) },
	firstMonth: monthFrom(2026, 1),
	months: 2,
	monthStarts: Uint32Array.of(0, 2, 3),
	lists: {
		...lists,
		units: { words: words('Skolnämnden', 'Kulturnämnden'), codes: Uint16Array.of(0, 1, 0) },
		costKinds: { words: words('Drift', 'Konsult'), codes: Uint16Array.of(0, 0, 1) }
	},
	internal: new Uint8Array(3),
	amount: Float64Array.of(kronor(100), kronor(40), kronor(60)),
	rows: Uint32Array.of(1, 1, 1)
};
const period = { from: monthFrom(2026, 1), to: monthFrom(2026, 2) };
const all = { ...noFilters, period };
const line = (row: Partial<BudgetMonth>): BudgetMonth => ({
	year: 2026,
	month: 1,
	unit: 'Skolnämnden',
	cost_kind: 'Drift',
	orientation: null,
	system_id: null,
	version: 'KF-budget',
	amount: 0,
	row_count: 1,
	...row
});
const budget = [
	line({ amount: kronor(80) }),
	line({ month: 2, cost_kind: 'Konsult', amount: kronor(70) }),
	line({ month: 3, amount: kronor(500) }),
	line({ unit: 'Fritidsnämnden', amount: kronor(9) }),
	line({ version: 'tilläggsbudget', amount: kronor(5) }),
	line({ version: 'T2-prognos', amount: kronor(999) }),
	line({ year: 2025, amount: kronor(999) })
];
const figuresOf = (filters: typeof all) =>
	costFigures(new FilteredCells(cells), {
		filters,
		against: null,
		lists: { units: null, suppliers: null },
		table: { by: 'units', limit: null }
	});
const beside = (filters = all, rows = budget) => withBudget(figuresOf(filters), rows, filters, 'units');

describe('cost beside the budget', () => {
	it('counts the budget and its additions of the same months, and no forecast', () => {
		const found = beside();
		if (typeof found === 'string') throw new Error(found);
		expect(found.shown).toMatchObject({ amount: kronor(200), before: kronor(80 + 70 + 9 + 5) });
		expect(found.lists.units?.figures.map(({ key, amount, before }) => [key, amount, before])).toEqual([
			['Skolnämnden', kronor(160), kronor(155)],
			['Kulturnämnden', kronor(40), 0],
			['Fritidsnämnden', 0, kronor(9)]
		]);
		expect(found.table?.rows.map(({ key, before }) => [key, before])).toEqual([
			['Skolnämnden', kronor(155)],
			['Kulturnämnden', 0],
			['Fritidsnämnden', kronor(9)]
		]);
		// The ticks of a chart that shows more than the period: every month with a budget.
		expect(found.monthsBefore?.reduce((sum, { amount }) => sum + amount, 0)).toBe(kronor(664 + 999));
	});

	it('says nothing of suppliers, since a budget has none', () => {
		const found = beside();
		if (typeof found === 'string') throw new Error(found);
		expect(found.lists.suppliers?.figures.map(({ before }) => before)).toEqual([null]);
		expect(beside({ ...keeping(all, 'suppliers', ['-']), period })).toBe('filtered');
		expect(beside({ ...all, internal: false })).toBe('filtered');
	});

	it('follows the filters that a budget has', () => {
		const found = beside({ ...keeping(all, 'costKinds', ['Konsult']), period });
		if (typeof found === 'string') throw new Error(found);
		expect(found.shown).toMatchObject({ amount: kronor(60), before: kronor(70) });
	});

	it('is not guessed where money has no month, except over whole years', () => {
		const unplaced = [...budget, line({ month: null, amount: kronor(1200) })];
		expect(beside(all, unplaced)).toBe('unplaced');
		const year = { ...all, period: { from: monthFrom(2026, 1), to: monthFrom(2026, 12) } };
		const found = beside(year, unplaced);
		if (typeof found === 'string') throw new Error(found);
		expect(found.shown.before).toBe(kronor(80 + 70 + 500 + 9 + 5 + 1200));
		expect(beside({ ...all, period: { from: monthFrom(2024, 1), to: monthFrom(2024, 2) } })).toBe('none');
	});
});
