// A follow-up at any level: lines that group the same leaves, and what is known of each. A budget that is not divided as the
// lines are stands on a line of its own, and leaves the lines beside it without a deviation: it may be meant for any of them.
import type { BudgetDimension, BudgetLeaf } from './budget-leaf';
import { deviation, shareOfPlan } from './deviation';

/** What a follow-up rests on, beside its leaves. */
export interface FollowUpBasis {
	/** The last month, 1–12. A whole year has its outcome in place of a forecast. */
	cut: number;
	/** The ledger holds every month of the follow-up. */
	covered: boolean;
	/** The ledger holds the whole year before. */
	yearBeforeCovered: boolean;
}

/** One line, or the total. Öre; cost is positive, a deviation is budget less cost. Null is unknown. */
export interface BudgetLine {
	/** One value per level of the line: an outer line has fewer than the table has levels. None for the total. */
	values: readonly (string | null)[];
	budgetToDate: number | null;
	outcome: number | null;
	outcomeRows: number;
	deviationToDate: number | null;
	budgetYear: number | null;
	/** The forecast that was left; at the year's end the outcome. */
	expected: number | null;
	deviationYear: number | null;
	/** Share 0–1 of the year's budget. */
	share: number | null;
	outcomeYearBefore: number | null;
	outcomeWholeYearBefore: number | null;
	/** Why the year's budget is unknown, or may be more than it says; null when it is known. */
	budgetGap: BudgetGap | null;
	/** The budget cannot be cut at the month: some of it is for the whole year. */
	uncut: boolean;
	/** The forecast of the line's nämnder is not divided as the lines are. */
	forecastUndivided: boolean;
}

/** `missing` some nämnd of the line has left no budget · `undivided` the budget is not divided as the lines are. */
export type BudgetGap = 'missing' | 'undivided';

/** A line with what it is divided into. */
export interface BudgetBranch extends BudgetLine {
	parts: readonly BudgetBranch[];
}

interface UnitFacts {
	/** Nothing of this year: the nämnd had cost the year before only, and is missing no budget. */
	silent: boolean;
	hasBudget: boolean;
	hasForecast: boolean;
	/** Levels at which some of the unit's budget, or forecast, is not divided. */
	budgetUndivided: ReadonlySet<BudgetDimension>;
	forecastUndivided: ReadonlySet<BudgetDimension>;
}

/**
 * The total of some leaves, divided by the levels in order. Every line is summed from the leaves themselves, so that the parts
 * of any line sum to it, to the öre.
 * @param leaves those of the nämnder that are shown
 */
export function budgetLines(
	leaves: readonly BudgetLeaf[],
	levels: readonly BudgetDimension[],
	basis: FollowUpBasis
): BudgetBranch {
	const units = factsOfUnits(leaves);
	const branch = (
		own: readonly BudgetLeaf[],
		values: readonly (string | null)[],
		path: readonly BudgetDimension[]
	): BudgetBranch => {
		const next = levels[values.length];
		return {
			...lineOf(own, { values, path, units, basis }),
			parts: next
				? [...groupsOf(own, next)].map(([value, part]) => branch(part, [...values, value], [...path, next]))
				: []
		};
	};
	return branch(leaves, [], []);
}

/** Groups in the order that leaves first name them. */
function groupsOf(
	leaves: readonly BudgetLeaf[],
	dimension: BudgetDimension
): Map<string | null, BudgetLeaf[]> {
	const groups = new Map<string | null, BudgetLeaf[]>();
	for (const leaf of leaves) {
		const group = groups.get(leaf[dimension]);
		if (group) group.push(leaf);
		else groups.set(leaf[dimension], [leaf]);
	}
	return groups;
}

function factsOfUnits(leaves: readonly BudgetLeaf[]): ReadonlyMap<string, UnitFacts> {
	const undivided = (own: readonly BudgetLeaf[], rows: 'budgetRows' | 'forecastRows') =>
		new Set(
			(['costKind', 'orientation', 'system'] as const).filter((dimension) =>
				own.some((leaf) => leaf[dimension] === null && leaf[rows] > 0)
			)
		);
	return new Map(
		[...groupsOf(leaves, 'unit')].map(([unit, own]) => [
			unit ?? '',
			{
				silent: own.every((leaf) => !leaf.budgetRows && !leaf.forecastRows && !leaf.outcomeRows),
				hasBudget: own.some(({ baseRows }) => baseRows > 0),
				hasForecast: own.some(({ forecastRows }) => forecastRows > 0),
				budgetUndivided: undivided(own, 'budgetRows'),
				forecastUndivided: undivided(own, 'forecastRows')
			}
		])
	);
}

interface LineContext {
	values: readonly (string | null)[];
	path: readonly BudgetDimension[];
	units: ReadonlyMap<string, UnitFacts>;
	basis: FollowUpBasis;
}

function lineOf(own: readonly BudgetLeaf[], { values, path, units, basis }: LineContext): BudgetLine {
	const sum = (value: (leaf: BudgetLeaf) => number) => own.reduce((total, leaf) => total + value(leaf), 0);
	const among = [...new Set(own.map(({ unit }) => unit))]
		.flatMap((unit) => units.get(unit) ?? [])
		.filter(({ silent }) => !silent);
	const reached = (undivided: (facts: UnitFacts) => ReadonlySet<BudgetDimension>) =>
		among.some((facts) => path.some((dimension) => undivided(facts).has(dimension)));
	const atYearEnd = basis.cut === 12;

	const missing = !among.length || among.some(({ hasBudget }) => !hasBudget);
	const undivided = reached((facts) => facts.budgetUndivided);
	// Without rows of its own, a line of an undivided budget may have any part of it.
	const budgetYear =
		missing || (undivided && !own.some(({ budgetRows }) => budgetRows > 0))
			? null
			: sum((leaf) => leaf.budgetYear);
	const uncut = !atYearEnd && own.some(({ rowsWithoutMonth }) => rowsWithoutMonth > 0);
	const toDate = atYearEnd ? budgetYear : sum((leaf) => leaf.budgetToDate);
	const budgetToDate = budgetYear === null || uncut ? null : toDate;

	const outcome = basis.covered ? sum((leaf) => leaf.outcome) : null;
	const forecastUndivided = !atYearEnd && reached((facts) => facts.forecastUndivided);
	const left =
		among.length > 0 &&
		among.every(({ hasForecast }) => hasForecast) &&
		(!forecastUndivided || own.some(({ forecastRows }) => forecastRows > 0));
	const forecast = left ? sum((leaf) => leaf.forecast) : null;
	const expected = atYearEnd ? outcome : forecast;

	const deviationYear = undivided || forecastUndivided ? null : deviation(budgetYear, expected);
	const before = (value: (leaf: BudgetLeaf) => number) => (basis.yearBeforeCovered ? sum(value) : null);
	return {
		values,
		budgetToDate,
		outcome,
		outcomeRows: sum((leaf) => leaf.outcomeRows),
		deviationToDate: undivided ? null : deviation(budgetToDate, outcome),
		budgetYear,
		expected,
		deviationYear,
		share: shareOfPlan(deviationYear, budgetYear),
		outcomeYearBefore: before((leaf) => leaf.outcomeYearBefore),
		outcomeWholeYearBefore: before((leaf) => leaf.outcomeWholeYearBefore),
		budgetGap: missing ? 'missing' : undivided ? 'undivided' : null,
		uncut,
		forecastUndivided
	};
}
