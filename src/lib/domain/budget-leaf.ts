// The smallest parts that a budget follow-up is summed from. Every view of it, locked or not, is a grouping of these.

/** What a follow-up can be divided by, in the order that an address and a file have them. */
export const budgetDimensions = ['unit', 'costKind', 'orientation', 'system'] as const;
export type BudgetDimension = (typeof budgetDimensions)[number];

/** What makes a leaf one of its own. Null is not said: by the ledger, or by a budget that is not divided so. */
export interface BudgetPlace {
	/** A nämnd's name; `Okänt` where the row names none. */
	unit: string;
	costKind: string | null;
	orientation: string | null;
	/** The system that a row is tagged with, or that its contract belongs to. */
	system: string | null;
}

/** Budget, forecast and outcome of one place in one year up to a month. Öre; cost is positive. */
export interface BudgetLeaf extends BudgetPlace {
	/** Budget rows of the versions that are counted. */
	budgetRows: number;
	/** Those of the version that every nämnd with a budget must have: KF-budget, else nämndbudget. */
	baseRows: number;
	/** Counted budget rows without a month: they cannot be cut. */
	rowsWithoutMonth: number;
	budgetYear: number;
	/** Budget rows of months up to the cut. */
	budgetToDate: number;
	/** Rows of the forecast that the nämnd left to this follow-up. */
	forecastRows: number;
	forecast: number;
	outcome: number;
	outcomeRows: number;
	/** The same months a year earlier. */
	outcomeYearBefore: number;
	/** The whole year before. */
	outcomeWholeYearBefore: number;
}
