// The way from the year's budget to its forecast, or outcome: parts that sum to the deviation, to the öre. Plus is better than budget.
import type { BudgetBranch } from './budget-lines';
import { licenceKind } from './cost-bridge';

/**
 * `kind` the deviation to date of a kostnadsslag · `price`, `volume` of the licences, as the licence table tells them · `licenceRest` what
 * else makes the deviation of the licences · `toDate` the deviation to date, where the budget is not divided by kostnadsslag ·
 * `ahead` what is expected of the rest of the year · `undivided` the whole, where nothing to date is known.
 */
export type BridgePartName = 'kind' | 'price' | 'volume' | 'licenceRest' | 'toDate' | 'ahead' | 'undivided';

export interface BridgePart {
	name: BridgePartName;
	/** Of a `kind`; null is cost that no kostnadsslag is said of. */
	costKind?: string | null;
	/** Öre; plus is better than budget. */
	ore: number;
	/** What it is the difference of, where it is one of its own. */
	budget: number | null;
	spent: number | null;
}

export interface BudgetBridge {
	/** Largest overrun first; what is ahead comes last. */
	parts: readonly BridgePart[];
	/** The deviation that the parts sum to. */
	total: number;
	/** `year` to the forecast or the year's outcome; `toDate` only that is known. */
	reach: 'year' | 'toDate';
	/** What the whole is the difference of. */
	budget: number;
	spent: number;
}

/** What the licence table says of the months against the same months a year before (öre); plus is a higher cost. */
export interface LicenceChange {
	price: number;
	volume: number;
}

/**
 * Divides the deviation of a follow-up; null where neither the year's nor that to date is known.
 * @param perKind the total with one part per kostnadsslag
 * @param licences null where the licence table does not tell
 */
export function budgetBridge(perKind: BudgetBranch, licences: LicenceChange | null): BudgetBridge | null {
	const { deviationYear, deviationToDate, budgetYear, expected, budgetToDate, outcome } = perKind;
	const byYear = deviationYear !== null && budgetYear !== null && expected !== null;
	const byNow = deviationToDate !== null && budgetToDate !== null && outcome !== null;
	if (byYear) {
		const parts = byNow
			? [...partsToDate(perKind, deviationToDate, licences), ...ahead(deviationYear - deviationToDate)]
			: [{ name: 'undivided' as const, ore: deviationYear, budget: budgetYear, spent: expected }];
		return { parts, total: deviationYear, reach: 'year', budget: budgetYear, spent: expected };
	}
	if (!byNow) return null;
	return {
		parts: partsToDate(perKind, deviationToDate, licences),
		total: deviationToDate,
		reach: 'toDate',
		budget: budgetToDate,
		spent: outcome
	};
}

function ahead(ore: number): BridgePart[] {
	return ore === 0 ? [] : [{ name: 'ahead', ore, budget: null, spent: null }];
}

function partsToDate(
	perKind: BudgetBranch,
	deviationToDate: number,
	licences: LicenceChange | null
): BridgePart[] {
	const kinds = perKind.parts;
	// A budget that is not divided leaves every kostnadsslag beside it unknown.
	const divided = kinds.length > 0 && kinds.every((line) => line.deviationToDate !== null);
	if (!divided)
		return [{ name: 'toDate', ore: deviationToDate, budget: perKind.budgetToDate, spent: perKind.outcome }];
	return kinds
		.flatMap(({ values, deviationToDate: ore, budgetToDate: budget, outcome: spent }): BridgePart[] => {
			const [costKind = null] = values;
			if (ore === null) return [];
			if (costKind !== licenceKind || !licences || (!licences.price && !licences.volume))
				return [{ name: 'kind', costKind, ore, budget, spent }];
			// A higher cost is worse than budget; what the licence table does not explain is the rest.
			const [price, volume] = [negative(licences.price), negative(licences.volume)];
			return [
				{ name: 'price', ore: price, budget: null, spent: null },
				{ name: 'volume', ore: volume, budget: null, spent: null },
				{ name: 'licenceRest', ore: ore - price - volume, budget: null, spent: null }
			];
		})
		.filter(({ ore }) => ore !== 0)
		.sort((a, b) => a.ore - b.ore);
}

/** Never minus zero. */
function negative(ore: number): number {
	return ore === 0 ? 0 : -ore;
}
