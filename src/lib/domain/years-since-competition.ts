// År sedan konkurrens: today less the last start of a contract for which at least two bids came, per supplier and weighted by kronor.
import { addMonths, daysBetween, type Day } from './day';

/** A contract that was awarded in competition: at least two bids, and no direct award. */
export interface CompetedContract {
	supplierKey: string;
	/** Null where the register does not say. */
	start: Day | null;
}

/** The contract that decides, of a supplier. */
export interface LastCompetition<Contract extends CompetedContract = CompetedContract> {
	contract: Contract;
	/** Whole years and the part of the one begun. */
	years: number;
}

/** Years from one day to another: whole ones, and the days of the one begun as a part of its length. Never below zero. */
export function yearsBetween(from: Day, to: Day): number {
	if (to <= from) return 0;
	let whole = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
	if (addMonths(from, 12 * whole) > to) whole -= 1;
	const begun = addMonths(from, 12 * whole);
	return whole + daysBetween(begun, to) / daysBetween(begun, addMonths(from, 12 * (whole + 1)));
}

/**
 * The last competed contract of each supplier that has begun. One without a start day tells nothing of when, and one that
 * begins later has not competed for what is paid today; a supplier with only such contracts is left out.
 */
export function lastCompetitions<Contract extends CompetedContract>(
	contracts: readonly Contract[],
	today: Day
): ReadonlyMap<string, LastCompetition<Contract>> {
	const last = new Map<string, LastCompetition<Contract>>();
	for (const contract of contracts) {
		const { supplierKey, start } = contract;
		if (start === null || start > today) continue;
		const found = last.get(supplierKey)?.contract.start;
		if (found && found >= start) continue;
		last.set(supplierKey, { contract, years: yearsBetween(start, today) });
	}
	return last;
}

export interface WeightedYears {
	/** Σ(öre × years) / Σ öre over suppliers with a known competition; null where there are none. */
	years: number | null;
	/** Öre of suppliers with a known competition, and of the others. Net per supplier, floored at 0. */
	known: number;
	unknown: number;
}

/** @param costs net öre per supplier with its years; null years are unknown */
export function weightedYears(costs: readonly { amount: number; years: number | null }[]): WeightedYears {
	let [known, unknown, sum] = [0, 0, 0];
	for (const { amount, years } of costs) {
		const ore = Math.max(0, amount);
		if (years === null) unknown += ore;
		else {
			known += ore;
			sum += ore * years;
		}
	}
	return { years: known > 0 ? sum / known : null, known, unknown };
}
