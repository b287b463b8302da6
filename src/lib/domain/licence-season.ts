// Level and season of licences: how much more is used than a year ago, and which months of every year are low or high, so
// that the summer's dip is not read as licences nobody needs.
import { monthPlus, monthsBetween, type Month } from './period';

export interface MonthValue {
	month: Month;
	/** Null is unknown. */
	value: number | null;
}

export interface SeasonMonth {
	/** 1–12. */
	month: number;
	/** The month's share of the year's mean: 0.9 is a tenth below. */
	ratio: number;
	/** How many years it rests on. */
	years: number;
}

/** A pattern needs each calendar month against the mean of the year around it, and that takes two years. */
export const monthsForSeason = 24;

function byMonth(values: readonly MonthValue[]): (month: Month) => number | null {
	const known = new Map(values.map(({ month, value }) => [month, value]));
	return (month) => known.get(month) ?? null;
}

/** The change against the same month a year before; null unless both are known. */
export function yearChange(
	values: readonly MonthValue[],
	month: Month
): { before: number; change: number; share: number | null } | null {
	const at = byMonth(values);
	const [now, before] = [at(month), at(monthPlus(month, -12))];
	if (now === null || before === null) return null;
	return { before, change: now - before, share: before === 0 ? null : now / before - 1 };
}

/** How many months in a row, up to and with the last one, are known. */
export function knownMonths(values: readonly MonthValue[], last: Month): number {
	const at = byMonth(values);
	let count = 0;
	while (at(monthPlus(last, -count)) !== null) count += 1;
	return count;
}

/**
 * The season: each known month divided by the mean of the twelve months around it (the two outermost count half), so that
 * growth is not read as season; averaged per calendar month and scaled so that the twelve have the mean 1. Null when fewer
 * than {@link monthsForSeason} months in a row are known, or the mean is zero.
 */
export function seasonOf(values: readonly MonthValue[], last: Month): SeasonMonth[] | null {
	const count = knownMonths(values, last);
	if (count < monthsForSeason) return null;
	const at = byMonth(values);
	const first = monthPlus(last, 1 - count);
	const ratios = new Map<number, number[]>();
	for (let offset = 6; offset < count - 6; offset += 1) {
		const month = monthPlus(first, offset);
		let mean = 0;
		for (let step = -6; step <= 6; step += 1) {
			mean += ((at(monthPlus(month, step)) ?? 0) * (Math.abs(step) === 6 ? 0.5 : 1)) / 12;
		}
		if (!(mean > 0)) return null;
		const number = Number(month.slice(5));
		ratios.set(number, [...(ratios.get(number) ?? []), (at(month) ?? 0) / mean]);
	}
	const means = [...ratios].map(([month, own]) => ({
		month,
		ratio: own.reduce((sum, ratio) => sum + ratio, 0) / own.length,
		years: own.length
	}));
	if (means.length < 12) return null;
	const whole = means.reduce((sum, { ratio }) => sum + ratio, 0) / means.length;
	return means
		.map(({ ratio, ...rest }) => ({ ...rest, ratio: ratio / whole }))
		.sort((one, other) => one.month - other.month);
}

/** A season whose lowest month is this far below the year's mean is worth telling of. */
const seasonWorthTelling = 0.02;

/** The calendar month that is lowest and the one that is highest; null when all are about alike. */
export function seasonEnds(season: readonly SeasonMonth[]): { low: SeasonMonth; high: SeasonMonth } | null {
	const sorted = season.toSorted((one, other) => one.ratio - other.ratio || one.month - other.month);
	const [low, high] = [sorted[0], sorted.at(-1)];
	return low && high && 1 - low.ratio >= seasonWorthTelling ? { low, high } : null;
}

/**
 * Of the twelve months up to the last, the one with the most and the one with the fewest used; the later of two alike. Null
 * when none is known.
 */
export function yearEnds(
	values: readonly MonthValue[],
	last: Month
): { high: Month; low: Month; known: number } | null {
	const year = values
		.filter(({ month, value }) => {
			const back = monthsBetween(month, last);
			return value !== null && back >= 0 && back < 12;
		})
		.toSorted((one, other) => (other.month < one.month ? -1 : 1));
	const [first] = year;
	if (!first) return null;
	let [high, low] = [first, first];
	for (const one of year) {
		if ((one.value ?? 0) > (high.value ?? 0)) high = one;
		if ((one.value ?? 0) < (low.value ?? 0)) low = one;
	}
	return { high: high.month, low: low.month, known: year.length };
}
