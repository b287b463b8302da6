// How finely time is drawn: months, tertials or years, each the same spans as the pivot's dimension of that name.
import { monthsOfValue, sharedMonths, tertialMonths } from './dimension-months';
import { monthsOf, yearBefore, type Month, type Period } from './period';

export const timeGrains = ['month', 'tertial', 'year'] as const;
export type TimeGrain = (typeof timeGrains)[number];

/** One span of a grain. */
export interface TimeSpan {
	/** As the pivot names it: `2026-08`, `2026-2`, `2026`. */
	key: string;
	/** All of its months, also those without data. */
	months: Period;
}

/** The key of the span that a month lies in. */
export function spanKeyOf(month: string, grain: TimeGrain): string {
	if (grain === 'month') return month;
	const year = month.slice(0, 4);
	if (grain === 'year') return year;
	const number = Number(month.slice(5, 7));
	return `${year}-${tertialMonths.findIndex(([from, to]) => number >= from && number <= to) + 1}`;
}

/** The spans that a period has something of, in order. */
export function spansWithin(period: Period, grain: TimeGrain): TimeSpan[] {
	const keys = [...new Set(monthsOf(period).map((month) => spanKeyOf(month, grain)))];
	return keys.flatMap((key) => {
		const months = monthsOfValue(grain, key);
		return months ? [{ key, months }] : [];
	});
}

/** The key of the span a year earlier. */
export function spanYearBefore(key: string): string {
	return `${Number(key.slice(0, 4)) - 1}${key.slice(4)}`;
}

/** Which spans, by their places, a period has something of; null when it has all of them, or none. */
export function spansOfPeriod(
	spans: readonly TimeSpan[],
	period: Period
): { from: number; to: number } | null {
	const touched = spans.flatMap(({ months }, index) =>
		months.from <= period.to && months.to >= period.from ? [index] : []
	);
	const [from, to] = [touched[0], touched.at(-1)];
	if (from === undefined || to === undefined) return null;
	return from === 0 && to === spans.length - 1 ? null : { from, to };
}

/** The months of a range of spans, cut to those with data. */
export function periodOfSpans(
	spans: readonly TimeSpan[],
	{ from, to }: { from: number; to: number },
	available: Period
): Period | null {
	const [first, last] = [spans[from]?.months.from, spans[to]?.months.to];
	if (!first || !last) return null;
	const start: Month = first < available.from ? available.from : first;
	const end: Month = last > available.to ? available.to : last;
	return start <= end ? { from: start, to: end } : null;
}

/** The months of a span that have data and that have the same months a year before beside them. */
export function spanCompares({ months }: TimeSpan, available: Period): boolean {
	const shown = sharedMonths(months, available);
	return shown !== null && yearBefore(shown).from >= available.from;
}

/** A row of a month and a kind. */
interface CountedRow {
	month: string;
	kind: string;
	ore: number;
	rowCount: number;
}

/** The same rows with their months gathered into spans: `month` is then the key of the span. */
export function spansOf(rows: readonly CountedRow[], grain: TimeGrain): CountedRow[] {
	if (grain === 'month') return [...rows];
	const found = new Map<string, CountedRow>();
	for (const { month, kind, ore, rowCount } of rows) {
		const span = spanKeyOf(month, grain);
		const key = `${span} ${kind}`;
		const sum = found.get(key) ?? { month: span, kind, ore: 0, rowCount: 0 };
		sum.ore += ore;
		sum.rowCount += rowCount;
		found.set(key, sum);
	}
	return [...found.values()];
}

const grainParameter = 'korn';
const words: Readonly<Record<TimeGrain, string>> = { month: 'manad', tertial: 'tertial', year: 'ar' };

/** The grain that an address names; months otherwise. */
export function grainFromUrl(search: URLSearchParams): TimeGrain {
	return timeGrains.find((grain) => words[grain] === search.get(grainParameter)) ?? 'month';
}

/** The parameter and word of a grain in an address; null for months, which are never written. */
export function grainInUrl(grain: TimeGrain): [name: string, word: string | null] {
	return [grainParameter, grain === 'month' ? null : words[grain]];
}
