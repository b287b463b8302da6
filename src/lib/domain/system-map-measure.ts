// What the map can be coloured by beside its states: kronor, and of the systems of a cell the one that is worst.
import { dayParts, type Day } from './day';
import type { MapCell } from './system-map';

export const mapMeasures = ['coverage', 'cost', 'contractEnd', 'lockIn', 'exitReadiness', 'age'] as const;
export type MapMeasure = (typeof mapMeasures)[number];
/** Those that are read from what is known of each system. */
export type SystemMeasure = Exclude<MapMeasure, 'coverage' | 'cost'>;

/** What is known of a system; null is unknown. */
export interface SystemMeasures {
	/** The first end of its contracts in force; `open` when all of them run until further notice. */
	contractEnd: Day | 'open' | null;
	/** Vertikal bindning, 0–1. */
	lockIn: number | null;
	/** The least and the most that exitberedskap can be, 0–1. */
	exitReadiness: { low: number; high: number } | null;
	/** Whole years in use. */
	age: number | null;
}

/** The six colours, 1 the lightest; a higher one is a stronger reason to look. */
export type MapStep = 1 | 2 | 3 | 4 | 5 | 6;

/** A cell by a measure. All of it is about the systems that the state is counted by. */
export interface MeasuredCell {
	/** Null: it has no systems, or nothing is known of any. */
	value: SystemMeasures[SystemMeasure] | number;
	step: MapStep | null;
	/** Of its systems, how many nothing is known of. The worst may be among them. */
	unknown: number;
	systems: number;
}

const stepOf = (limits: readonly number[], value: number): MapStep =>
	Math.min(6, 1 + limits.filter((limit) => value >= limit).length) as MapStep;

/** Öre of a cell from which each next colour begins. */
export const costLimits = [50_000_00, 200_000_00, 500_000_00, 1_000_000_00, 3_000_000_00] as const;
/** Months to the end of the contract below which each next colour begins. */
export const endLimits = [36, 24, 12, 6, 3] as const;
/** Shares of the parts of a system that one supplier holds. */
export const lockInLimits = [0.26, 0.4, 0.6, 0.76, 0.99] as const;
/** Shares of the answers that are surely yes, below which each next colour begins. */
export const exitLimits = [0.83, 0.66, 0.5, 0.33, 0.16] as const;
/** Years in use. */
export const ageLimits = [3, 6, 10, 15, 20] as const;

/** A cell's kronor as a colour. Null where no row is joined. */
export function measuredCost({ amount }: Pick<MapCell, 'amount'>): MapStep | null {
	return amount === null ? null : stepOf(costLimits, amount);
}

/** The worst of some systems by a measure. @param of the ids of the systems */
export function worstOf(
	of: readonly string[],
	measure: SystemMeasure,
	known: ReadonlyMap<string, SystemMeasures>,
	today: Day
): MeasuredCell {
	const values = of.flatMap((id) => known.get(id)?.[measure] ?? []);
	const ranked = values
		.map((value) => ({ value, step: measureStep(measure, value, today), rank: rankOf(value) }))
		.sort((a, b) => b.rank - a.rank);
	const [worst] = ranked;
	return {
		value: worst?.value ?? null,
		step: worst?.step ?? null,
		unknown: of.length - values.length,
		systems: of.length
	};
}

/** Whole years from a day to another. */
export function wholeYears(from: Day, to: Day): number {
	const [a, b] = [dayParts(from), dayParts(to)];
	const isBefore = b.month < a.month || (b.month === a.month && b.dayOfMonth < a.dayOfMonth);
	return b.year - a.year - (isBefore ? 1 : 0);
}

type Known = NonNullable<SystemMeasures[SystemMeasure]>;

/** Higher is worse: an earlier end, a lower readiness, more that is held by one, more years. */
function rankOf(value: Known): number {
	if (typeof value === 'number') return value;
	if (typeof value === 'object') return -value.low;
	return value === 'open' ? -Infinity : -Number(value.replaceAll('-', ''));
}

function measureStep(measure: SystemMeasure, value: Known, today: Day): MapStep {
	if (typeof value === 'object') return below(exitLimits, value.low);
	if (typeof value === 'string') return value === 'open' ? 1 : below(endLimits, monthsUntil(today, value));
	return stepOf(measure === 'age' ? ageLimits : lockInLimits, value);
}

const below = (limits: readonly number[], value: number): MapStep =>
	Math.min(6, 1 + limits.filter((limit) => value < limit).length) as MapStep;

/** Whole months; less than 0 where the day has passed. */
function monthsUntil(today: Day, end: Day): number {
	const [a, b] = [dayParts(today), dayParts(end)];
	return (b.year - a.year) * 12 + b.month - a.month - (b.dayOfMonth < a.dayOfMonth ? 1 : 0);
}
