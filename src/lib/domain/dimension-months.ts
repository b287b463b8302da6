// The months that a value of a time dimension means: `2026`, `2026-2` (tertial), `2026-T2` (accumulated), `2026-K3`, `2026-08`.
import type { DimensionCell, DimensionKey } from './dimensions';
import { followUpCut, followUpPeriod, monthFrom, parseMonth, type FollowUp, type Period } from './period';

/** Which months each tertial has: four of them, cut where T1 and T2 are. */
export const tertialMonths = [
	[1, followUpCut.T1],
	[followUpCut.T1 + 1, followUpCut.T2],
	[followUpCut.T2 + 1, 12]
] as const;

const followUps: readonly FollowUp[] = ['T1', 'T2', 'VB'];

/** The whole span of a value; null for dimensions other than time and for what is no value of theirs. */
export function monthsOfValue(dimension: DimensionKey, value: string): Period | null {
	const year = Number(/^\d{4}(?=$|-)/.exec(value)?.[0] ?? Number.NaN);
	if (Number.isNaN(year)) return null;
	const rest = value.slice(5);
	const span = (from: number, to: number): Period => ({
		from: monthFrom(year, from),
		to: monthFrom(year, to)
	});
	switch (dimension) {
		case 'year':
			return value.length === 4 ? span(1, 12) : null;
		case 'tertial': {
			const months = tertialMonths[Number(rest) - 1];
			return months ? span(months[0], months[1]) : null;
		}
		case 'accumulated': {
			const followUp = followUps.find((word) => word === rest);
			return followUp ? followUpPeriod(year, followUp) : null;
		}
		case 'quarter': {
			const quarter = /^K([1-4])$/.exec(rest)?.[1];
			return quarter ? span(Number(quarter) * 3 - 2, Number(quarter) * 3) : null;
		}
		case 'month': {
			const month = parseMonth(value);
			return month ? { from: month, to: month } : null;
		}
		default:
			return null;
	}
}

/** The months that two periods share; null when there are none. */
export function sharedMonths(first: Period, second: Period): Period | null {
	const from = first.from > second.from ? first.from : second.from;
	const to = first.to < second.to ? first.to : second.to;
	return from <= to ? { from, to } : null;
}

/**
 * The accumulated values that a period has something of, in order. One that would say the same as the one before it is
 * left out: with data to August, the year is T2.
 */
export function accumulatedValues(period: Period): { value: string; months: Period }[] {
	const found: { value: string; months: Period }[] = [];
	for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year++) {
		let reached = '';
		for (const followUp of followUps) {
			const months = followUpPeriod(year, followUp);
			const shown = sharedMonths(months, period);
			if (!shown || shown.to === reached) continue;
			reached = shown.to;
			found.push({ value: `${year}-${followUp}`, months });
		}
	}
	return found;
}

/** The same cell a year earlier: time values move, others stay. */
export function cellYearBefore(cell: DimensionCell): DimensionCell {
	if (!('value' in cell) || cell.value === null || !monthsOfValue(cell.dimension, cell.value)) return cell;
	return { ...cell, value: `${Number(cell.value.slice(0, 4)) - 1}${cell.value.slice(4)}` };
}
