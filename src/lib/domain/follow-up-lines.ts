// A follow-up as lines of a file: nämnd, kostnadsslag and inriktning, as finely as the nämnd's budget is divided, so that every
// line has its budget beside its outcome, and every column sums to the whole.
import type { BudgetLeaf } from './budget-leaf';
import { deviation } from './deviation';

/** Öre; null is unknown, or stands on another line of the nämnd. */
export interface FollowUpLine {
	unit: string;
	/** Null where the nämnd's budget is not divided so. */
	costKind: string | null;
	orientation: string | null;
	budgetToDate: number | null;
	outcome: number | null;
	deviationToDate: number | null;
	budgetYear: number | null;
	/** At the year's end the outcome. */
	forecast: number | null;
	deviationYear: number | null;
}

/**
 * The lines of a follow-up whose months the ledger holds. A forecast that is divided more coarsely than the budget has a line
 * of its own per nämnd, with the deviation of the whole nämnd: what it deviates from stands on the nämnd's other lines.
 * @param cut the last month, 1–12
 */
export function followUpLines(leaves: readonly BudgetLeaf[], cut: number): FollowUpLine[] {
	return [...grouped(leaves, ({ unit }) => unit)].flatMap(([unit, own]) => linesOfUnit(unit, own, cut));
}

function linesOfUnit(unit: string, leaves: readonly BudgetLeaf[], cut: number): FollowUpLine[] {
	const atYearEnd = cut === 12;
	const thisYear = leaves.filter((leaf) => leaf.budgetRows || leaf.forecastRows || leaf.outcomeRows);
	const budgeted = thisYear.filter(({ budgetRows }) => budgetRows > 0);
	const hasBudget = thisYear.some(({ baseRows }) => baseRows > 0);
	const byKind = budgeted.every(({ costKind }) => costKind !== null);
	const byOrientation = byKind && budgeted.every(({ orientation }) => orientation !== null);
	const placeOf = (leaf: BudgetLeaf): [string | null, string | null] => [
		byKind ? leaf.costKind : null,
		byOrientation ? leaf.orientation : null
	];

	const forecasts = thisYear.filter(({ forecastRows }) => forecastRows > 0);
	const forecastFits =
		(!byKind || forecasts.every(({ costKind }) => costKind !== null)) &&
		(!byOrientation || forecasts.every(({ orientation }) => orientation !== null));
	const apart = !atYearEnd && forecasts.length > 0 && !forecastFits;

	const spread = apart ? thisYear.filter((leaf) => leaf.budgetRows || leaf.outcomeRows) : thisYear;
	const lines = [...grouped(spread, (leaf) => JSON.stringify(placeOf(leaf)))].map(([, own]): FollowUpLine => {
		const [first] = own;
		const [costKind, orientation] = first ? placeOf(first) : [null, null];
		const budgetYear = hasBudget ? sum(own, (leaf) => leaf.budgetYear) : null;
		const uncut = !atYearEnd && own.some(({ rowsWithoutMonth }) => rowsWithoutMonth > 0);
		const toDate = atYearEnd ? budgetYear : sum(own, (leaf) => leaf.budgetToDate);
		const budgetToDate = budgetYear === null || uncut ? null : toDate;
		const outcome = sum(own, (leaf) => leaf.outcome);
		const left = forecasts.length && !apart ? sum(own, (leaf) => leaf.forecast) : null;
		const forecast = atYearEnd ? outcome : left;
		return {
			unit,
			costKind,
			orientation,
			budgetToDate,
			outcome,
			deviationToDate: deviation(budgetToDate, outcome),
			budgetYear,
			forecast,
			deviationYear: deviation(budgetYear, forecast)
		};
	});
	if (!apart) return lines;
	const forecast = sum(forecasts, (leaf) => leaf.forecast);
	const whole = hasBudget ? sum(budgeted, (leaf) => leaf.budgetYear) : null;
	return [
		...lines,
		{
			unit,
			costKind: null,
			orientation: null,
			budgetToDate: null,
			outcome: null,
			deviationToDate: null,
			budgetYear: null,
			forecast,
			deviationYear: deviation(whole, forecast)
		}
	];
}

function sum(leaves: readonly BudgetLeaf[], value: (leaf: BudgetLeaf) => number): number {
	return leaves.reduce((total, leaf) => total + value(leaf), 0);
}

function grouped<Key>(
	leaves: readonly BudgetLeaf[],
	keyOf: (leaf: BudgetLeaf) => Key
): Map<Key, BudgetLeaf[]> {
	const groups = new Map<Key, BudgetLeaf[]>();
	for (const leaf of leaves) {
		const key = keyOf(leaf);
		const group = groups.get(key);
		if (group) group.push(leaf);
		else groups.set(key, [leaf]);
	}
	return groups;
}
