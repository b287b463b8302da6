// Kronor by how long ago their supplier last competed: one bucket per begun year, and the unknown apart.
import type { Day } from './day';
import {
	lastCompetitions,
	weightedYears,
	type CompetedContract,
	type LastCompetition
} from './years-since-competition';

export interface SupplierYears<Contract extends CompetedContract = CompetedContract> {
	/** Null is kronor without a supplier, whose competition nobody can know. */
	supplierKey: string | null;
	supplier: string | null;
	/** Net öre. */
	amount: number;
	/** Null where no competed contract is known. */
	last: LastCompetition<Contract> | null;
}

export interface YearsBucket {
	/** Whole years since, the last open upwards; null is unknown. */
	years: number | null;
	/** Öre, net per supplier and floored at 0. */
	amount: number;
	suppliers: readonly (string | null)[];
}

export interface CompetitionYears<Contract extends CompetedContract = CompetedContract> {
	/** Suppliers with most kronor first. */
	suppliers: SupplierYears<Contract>[];
	/** Σ(öre × years) / Σ öre; null where nothing is known. */
	years: number | null;
	known: number;
	unknown: number;
	/** From 0 to the oldest, without gaps, and the unknown last. */
	buckets: YearsBucket[];
}

/** Years from which all is one bucket. */
export const oldestBucket = 10;

/** @param costs net öre per supplier */
export function competitionYears<Contract extends CompetedContract>(
	costs: readonly { supplierKey: string | null; supplier: string | null; amount: number }[],
	contracts: readonly Contract[],
	today: Day
): CompetitionYears<Contract> {
	const last = lastCompetitions(contracts, today);
	const suppliers = costs
		.map((cost) => ({
			...cost,
			last: cost.supplierKey === null ? null : (last.get(cost.supplierKey) ?? null)
		}))
		.sort((a, b) => b.amount - a.amount);
	const weighing = suppliers.filter(({ amount }) => amount > 0);
	const bucketOf = (one: SupplierYears) =>
		one.last === null ? null : Math.min(oldestBucket, Math.floor(one.last.years));
	const oldest = weighing.reduce((most, one) => Math.max(most, bucketOf(one) ?? -1), -1);
	const bucket = (years: number | null): YearsBucket => {
		const within = weighing.filter((one) => bucketOf(one) === years);
		return {
			years,
			amount: within.reduce((sum, { amount }) => sum + amount, 0),
			suppliers: within.map(({ supplierKey }) => supplierKey)
		};
	};
	const unknown = bucket(null);
	return {
		suppliers,
		...weightedYears(suppliers.map((one) => ({ amount: one.amount, years: one.last?.years ?? null }))),
		buckets: [
			...Array.from({ length: oldest + 1 }, (_, years) => bucket(years)),
			...(unknown.suppliers.length ? [unknown] : [])
		]
	};
}
