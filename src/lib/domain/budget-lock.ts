// The figures of a locked follow-up, kept as they were.
import type { BudgetLeaf, BudgetPlace } from './budget-leaf';

/** A file that figures were counted from. */
export interface FrozenFile {
	/** Its number among the imports, and its name. */
	id: number;
	name: string;
}

/** What one file gave to one place. Öre. */
export interface FilePart extends BudgetPlace {
	file: number;
	outcome: number;
	outcomeRows: number;
	budgetYear: number;
	budgetToDate: number;
	forecast: number;
}

/** The figures as they were when the follow-up was locked, of the whole municipality. */
export interface FrozenFollowUp {
	format: 1;
	/** Versions of the budget that were counted, and the one that held the forecasts. */
	versions: readonly string[];
	forecast: string | null;
	covered: boolean;
	yearBeforeCovered: boolean;
	leaves: readonly BudgetLeaf[];
	/** The same figures per file: they sum to the leaves. */
	files: readonly FrozenFile[];
	perFile: readonly FilePart[];
}
