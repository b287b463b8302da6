import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedBars } from '$lib/charts/bridge-bars';
import { budgetBridge } from '$lib/domain/budget-bridge';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import { worstFirst } from '$lib/domain/budget-levels';
import { budgetLines } from '$lib/domain/budget-lines';
import { bridgeFinding } from '$lib/text/budget-bridge';

const leaf = (costKind: string | null, more: Partial<BudgetLeaf> = {}): BudgetLeaf => ({
	unit: 'Skolnämnden',
	costKind,
	orientation: null,
	system: null,
	budgetRows: 1,
	baseRows: 1,
	rowsWithoutMonth: 0,
	budgetYear: 1200,
	budgetToDate: 800,
	forecastRows: 0,
	forecast: 0,
	outcome: 800,
	outcomeRows: 1,
	outcomeYearBefore: 0,
	outcomeWholeYearBefore: 0,
	...more
});
const left = (forecast: number): BudgetLeaf =>
	leaf(null, {
		budgetRows: 0,
		baseRows: 0,
		budgetYear: 0,
		budgetToDate: 0,
		outcome: 0,
		outcomeRows: 0,
		forecastRows: 1,
		forecast
	});
const perKind = (leaves: BudgetLeaf[], cut = 8) => {
	const total = budgetLines(leaves, ['costKind'], { cut, covered: true, yearBeforeCovered: false });
	// As the page has it: a forecast that is not divided is no kostnadsslag of the cost to date.
	return { ...total, parts: worstFirst(total.parts) };
};

describe('the bridge from budget to forecast', () => {
	it('has what each kostnadsslag has deviated to date, and then what is expected of the rest of the year', () => {
		const bridge = budgetBridge(
			perKind([leaf('Drift', { outcome: 950 }), leaf('Konsult', { outcome: 700 }), left(2600)]),
			null
		);
		expect(bridge?.parts.map(({ name, costKind, ore }) => [costKind ?? name, ore])).toEqual([
			['Drift', -150],
			['Konsult', 100],
			['ahead', -150]
		]);
		expect(bridge).toMatchObject({ total: -200, reach: 'year', budget: 2400, spent: 2600 });
	});

	it('divides the licences as the licence table says, and keeps what it does not explain', () => {
		const bridge = budgetBridge(perKind([leaf('Licens/SaaS', { outcome: 900 })]), {
			price: 250,
			volume: -40
		});
		expect(bridge?.parts.map(({ name, ore }) => [name, ore])).toEqual([
			['price', -250],
			['volume', 40],
			['licenceRest', 110]
		]);
	});

	it('stops at the outcome to date where no forecast is left', () => {
		expect(budgetBridge(perKind([leaf('Drift', { outcome: 900 })]), null)).toMatchObject({
			reach: 'toDate',
			total: -100
		});
	});

	it('is one part to date where the budget is not divided by kostnadsslag', () => {
		const unbudgeted = { budgetRows: 0, baseRows: 0, budgetYear: 0, budgetToDate: 0 };
		const leaves = [leaf(null, { outcome: 0 }), leaf('Drift', { ...unbudgeted, outcome: 900 }), left(1350)];
		expect(budgetBridge(perKind(leaves), null)?.parts).toMatchObject([
			{ name: 'toDate', ore: -100 },
			{ name: 'ahead', ore: -50 }
		]);
	});

	it('cannot divide a year whose months are unknown', () => {
		const leaves = [leaf('Drift', { rowsWithoutMonth: 1, budgetToDate: 0, outcome: 900 }), left(1500)];
		expect(budgetBridge(perKind(leaves), null)?.parts).toMatchObject([{ name: 'undivided', ore: -300 }]);
	});

	it('is none where nothing is known', () => {
		expect(budgetBridge(perKind([leaf('Drift', { baseRows: 0, budgetRows: 0 })]), null)).toBeNull();
	});

	const ore = fc.integer({ min: -1e11, max: 1e11 });
	const kind = fc.constantFrom('Drift', 'Konsult', 'Licens/SaaS', 'Moln', null);
	const leafOf = fc
		.record({
			unit: fc.constantFrom('A', 'B', 'C'),
			costKind: kind,
			budgetYear: ore,
			budgetToDate: ore,
			outcome: ore,
			rowsWithoutMonth: fc.constantFrom(0, 0, 0, 1),
			budgetRows: fc.constantFrom(0, 1, 1, 1)
		})
		.map((facts) =>
			leaf(facts.costKind, {
				...facts,
				baseRows: facts.budgetRows,
				...(facts.budgetRows ? {} : { budgetYear: 0, budgetToDate: 0, rowsWithoutMonth: 0 })
			})
		);
	const forecasts = fc.array(
		fc
			.record({ unit: fc.constantFrom('A', 'B', 'C'), forecast: ore })
			.map((facts) => ({ ...left(facts.forecast), ...facts })),
		{ maxLength: 4 }
	);

	it('has parts that sum to the deviation, to the öre, whatever the leaves and the licences', () => {
		let bridges = 0;
		fc.assert(
			fc.property(
				fc.array(leafOf, { minLength: 1, maxLength: 12 }),
				forecasts,
				fc.constantFrom(4, 8, 12),
				fc.option(fc.record({ price: ore, volume: ore })),
				(leaves, expected, cut, licences) => {
					const table = perKind([...leaves, ...expected], cut);
					const bridge = budgetBridge(table, licences);
					if (!bridge) {
						expect([table.deviationYear, table.deviationToDate]).toEqual([null, null]);
						return;
					}
					bridges += 1;
					expect(bridge.total).toBe(bridge.reach === 'year' ? table.deviationYear : table.deviationToDate);
					expect(bridge.budget - bridge.spent).toBe(bridge.total);
					expect(bridge.parts.reduce((sum, part) => sum + part.ore, 0)).toBe(bridge.total);
					const bars = placedBars(
						bridge.parts.map((part, index) => ({
							key: String(index),
							label: '',
							ore: part.ore,
							count: null,
							look: 'known' as const
						}))
					);
					expect(bars.at(-1)?.end ?? 0).toBe(bridge.total);
				}
			),
			{ numRuns: 400 }
		);
		expect(bridges).toBeGreaterThan(100);
	});
});

describe('the finding of the bridge', () => {
	const chosen = { cut: 8 };
	it('names two parts that explain more than the whole overrun', () => {
		const bridge = budgetBridge(
			perKind([
				leaf('Drift', { outcome: 900 }),
				leaf('Konsult', { outcome: 880 }),
				leaf('Moln', { outcome: 750 }),
				left(3730)
			]),
			null
		);
		expect(bridge && bridgeFinding(bridge, chosen)).toBe(
			'Drift och Konsult förklarar mer än hela underskottet'
		);
	});
	it('is neutral where there is no overrun', () => {
		const bridge = budgetBridge(perKind([leaf('Drift'), leaf('Konsult'), left(2300)]), null);
		expect(bridge && bridgeFinding(bridge, chosen)).toBe('Från budget till prognos');
	});
});
