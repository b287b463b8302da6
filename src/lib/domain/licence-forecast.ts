// What licences will have cost at the end of the year: the known months, and for each remaining one the level of the last
// known month, moved as the same months of earlier years moved from theirs.
import type { Range } from './assumption';
import { monthFrom, monthPlus, type Month } from './period';

export interface ForecastMonth {
	month: Month;
	/** Öre that is known; null for a month that is forecast. */
	known: number | null;
	/** Öre; of a known month all three are what is known. */
	range: Range;
}

export interface LicenceForecast {
	months: ForecastMonth[];
	/** Öre of the year's known months. */
	known: number;
	/** Öre of the whole year. */
	year: Range;
	/** The earlier years that the span is made of. None: low and high are the likely one, and say nothing. */
	earlierYears: number[];
	/** Months up to the last known one that nothing is known of; they are left out. */
	missing: Month[];
	/** The last known month, whose level is carried on. */
	last: Month;
}

/**
 * Likely: the mean of how earlier years moved, when two or more are known; else the last level. Low and high: the least
 * and the most that any of them moved, and the likely. Null when the last month is not known.
 * @param amounts öre per month, purchased × price; a month without is unknown
 * @param last the last month that is taken as known, of the year that is forecast
 */
export function forecastYear(amounts: ReadonlyMap<Month, number>, last: Month): LicenceForecast | null {
	const level = amounts.get(last);
	if (level === undefined) return null;
	const [year, lastNumber] = [Number(last.slice(0, 4)), Number(last.slice(5))];
	const numbers = Array.from({ length: 12 - lastNumber }, (_, index) => lastNumber + 1 + index);
	const first = Math.min(...[...amounts.keys()].map((month) => Number(month.slice(0, 4))));
	const earlierYears = Array.from({ length: Math.max(0, year - first) }, (_, index) => first + index).filter(
		(earlier) =>
			numbers.length > 0 &&
			(amounts.get(monthFrom(earlier, lastNumber)) ?? 0) > 0 &&
			numbers.every((number) => amounts.has(monthFrom(earlier, number)))
	);
	const months: ForecastMonth[] = [];
	const missing: Month[] = [];
	for (let month = monthFrom(year, 1); month <= last; month = monthPlus(month, 1)) {
		const known = amounts.get(month);
		if (known === undefined) missing.push(month);
		else months.push({ month, known, range: { low: known, likely: known, high: known } });
	}
	const known = months.reduce((sum, month) => sum + (month.known ?? 0), 0);
	for (const number of numbers) {
		const ratios = earlierYears.map(
			(earlier) =>
				(amounts.get(monthFrom(earlier, number)) ?? 0) / (amounts.get(monthFrom(earlier, lastNumber)) ?? 1)
		);
		const likely = ratios.length >= 2 ? ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length : 1;
		const range = {
			low: Math.round(level * Math.min(likely, ...ratios)),
			likely: Math.round(level * likely),
			high: Math.round(level * Math.max(likely, ...ratios))
		};
		months.push({ month: monthFrom(year, number), known: null, range });
	}
	return { months, known, year: sumRanges(months.map(({ range }) => range)), earlierYears, missing, last };
}

/** Ranges added end by end: all low together, and all high together, so the width is the widest there can be. */
export function sumRanges(ranges: readonly Range[]): Range {
	return ranges.reduce<Range>(
		(sum, range) => ({
			low: sum.low + range.low,
			likely: sum.likely + range.likely,
			high: sum.high + range.high
		}),
		{ low: 0, likely: 0, high: 0 }
	);
}
