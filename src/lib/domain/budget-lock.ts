// The figures of a follow-up with the files that they come from: frozen when it is locked, and counted anew for today's.
import type { BudgetLeaf, BudgetPlace } from './budget-leaf';

/** A file that figures were counted from. */
export interface FigureFile {
	/** Its number among the imports. */
	id: number;
	name: string;
	/** The number that every version of the file shares, and the files that hold its mended rows: that of the first one. */
	first: number;
}

/** What can be restated of a place. Öre. */
export interface RestatedFigures {
	outcome: number;
	budgetToDate: number;
	budgetYear: number;
	forecast: number;
}
export const restatedFigures = [
	'outcome',
	'budgetToDate',
	'budgetYear',
	'forecast'
] as const satisfies readonly (keyof RestatedFigures)[];

/** What one file gave to one place. */
export interface FilePart extends BudgetPlace, RestatedFigures {
	file: number;
}

/** The figures of the whole municipality as an edition has them. The format is raised when the shape changes. */
export interface FrozenFollowUp {
	format: 1;
	/** Versions of the budget that were counted, and the one that held the forecasts. */
	versions: readonly string[];
	forecast: string | null;
	covered: boolean;
	/** The ledger agreed with its control totals. */
	reconciled: boolean;
	yearBeforeCovered: boolean;
	leaves: readonly BudgetLeaf[];
	/** What the forecasts that controllers have set move the leaves by; none before there were such. */
	set?: readonly BudgetLeaf[];
	/** Every file of cost and of budget that the edition was built from, also those that gave nothing. */
	files: readonly FigureFile[];
	/** The figures per file: they sum to the leaves. */
	perFile: readonly FilePart[];
}

/** A place as a key. */
export function placeKey({ unit, costKind, orientation, system }: BudgetPlace): string {
	return JSON.stringify([unit, costKind, orientation, system]);
}

/** What somebody may see: the nämnder, and whether that person may know of a system. */
export interface SeenPlaces {
	units: readonly string[];
	sees: (system: string) => boolean;
}

/** The leaves of the nämnder that somebody sees; money on a system that the person may not know of is on none. */
export function leavesSeen(leaves: readonly BudgetLeaf[], seen: SeenPlaces): BudgetLeaf[] {
	return placesSeen(leaves, seen, leafAmounts, placeKey);
}

const leafAmounts = [
	'budgetRows',
	'baseRows',
	'rowsWithoutMonth',
	'budgetYear',
	'budgetToDate',
	'forecastRows',
	'forecast',
	'outcome',
	'outcomeRows',
	'outcomeYearBefore',
	'outcomeWholeYearBefore'
] as const satisfies readonly Exclude<keyof BudgetLeaf, keyof BudgetPlace>[];

/** Parts of the places that somebody sees. Those of the same key become one, their amounts summed. */
export function placesSeen<
	Amount extends string,
	Part extends BudgetPlace & Readonly<Record<Amount, number>>
>(
	parts: readonly Part[],
	{ units, sees }: SeenPlaces,
	amounts: readonly Amount[],
	keyOf: (part: Part) => string
): Part[] {
	const byKey = new Map<string, Part>();
	for (const part of parts) {
		if (!units.includes(part.unit)) continue;
		const own = part.system === null || sees(part.system) ? part : { ...part, system: null };
		const key = keyOf(own);
		const known = byKey.get(key);
		const sums = amounts.map((amount) => [amount, (known?.[amount] ?? 0) + own[amount]]);
		byKey.set(key, { ...own, ...Object.fromEntries(sums) });
	}
	return [...byKey.values()];
}
