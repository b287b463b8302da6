// What the forecasts that controllers have set make of a follow-up: leaves of their own beside those of the nämnder, so that every
// sum at every level holds them, and a file that changes afterwards explains itself.
import type { BudgetLeaf } from './budget-leaf';
import { standingOverride, type ForecastOverride } from './forecast-override';

/** The calculated forecast of a nämnd's kostnadsslag, öre for the year; null where there is none. */
export type CalculatedForecast = (unit: string, costKind: string) => number | null;

/**
 * The leaves that a follow-up's forecasts are moved by: what is set less what the nämnder have left. A forecast of a whole nämnd goes
 * before those of its kostnadsslag. One of a kostnadsslag moves the nämnd's own by what it differs from what stood there: what the
 * nämnd has left for it, else what is calculated. Where the nämnd has left none at all, a part of it makes no whole.
 * @param leaves of the nämnder
 * @param stored every forecast that was set, in order
 */
export function setForecastLeaves(
	leaves: readonly BudgetLeaf[],
	stored: readonly ForecastOverride[],
	calculated: CalculatedForecast
): BudgetLeaf[] {
	return unitsIn(stored).flatMap((unit) => {
		const left = leaves.filter((leaf) => leaf.unit === unit && leaf.forecastRows > 0);
		const whole = standingOverride(stored, unit, '');
		if (whole) return [leafOf(unit, null, whole.amount - sumOf(left))];
		return setKinds(unit, stored).flatMap(({ costKind, amount }) => {
			if (!left.length) return [];
			const own = left.filter((leaf) => leaf.costKind === costKind);
			if (own.length) return [leafOf(unit, costKind, amount - sumOf(own))];
			const before = calculated(unit, costKind);
			return before === null ? [] : [leafOf(unit, null, amount - before)];
		});
	});
}

/** Some of them can be placed only when the calculated forecast is known. */
export function needsCalculated(leaves: readonly BudgetLeaf[], stored: readonly ForecastOverride[]): boolean {
	return unitsIn(stored).some((unit) => {
		const left = leaves.filter((leaf) => leaf.unit === unit && leaf.forecastRows > 0);
		return (
			left.length > 0 &&
			!standingOverride(stored, unit, '') &&
			setKinds(unit, stored).some(({ costKind }) => !left.some((leaf) => leaf.costKind === costKind))
		);
	});
}

/** What stands of each place, in the order that places were first set. */
export function standingOverrides(
	stored: readonly ForecastOverride[]
): (ForecastOverride & { amount: number })[] {
	return unitsIn(stored).flatMap((unit) => {
		const whole = standingOverride(stored, unit, '');
		return whole ? [whole] : setKinds(unit, stored);
	});
}

function setKinds(unit: string, stored: readonly ForecastOverride[]) {
	const kinds = new Set(stored.filter((one) => one.unit === unit && one.costKind).map((one) => one.costKind));
	return [...kinds].flatMap((costKind) => standingOverride(stored, unit, costKind) ?? []);
}

const unitsIn = (stored: readonly ForecastOverride[]) => [...new Set(stored.map(({ unit }) => unit))];

const sumOf = (leaves: readonly BudgetLeaf[]) => leaves.reduce((sum, { forecast }) => sum + forecast, 0);

function leafOf(unit: string, costKind: string | null, forecast: number): BudgetLeaf {
	return {
		unit,
		costKind,
		orientation: null,
		system: null,
		budgetRows: 0,
		baseRows: 0,
		rowsWithoutMonth: 0,
		budgetYear: 0,
		budgetToDate: 0,
		forecastRows: 1,
		forecast,
		outcome: 0,
		outcomeRows: 0,
		outcomeYearBefore: 0,
		outcomeWholeYearBefore: 0
	};
}
