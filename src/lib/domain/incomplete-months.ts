// Which months and spans are not whole yet: they have not ended, lack months, or have clearly fewer rows than usual.
import type { TimeSpan } from './time-grain';
import { monthsOf, type Month, type Period } from './period';

/** How many rows of the whole ledger, IT or not, lie in a month. */
export interface LedgerMonth {
	/** `YYYY-MM`. */
	month: string;
	rows: number;
}

/** Why a month is not whole. `fewer` is how much is missing against the usual month, 0–1. */
export type MonthGap = { reason: 'notEnded' } | { reason: 'noRows' } | { reason: 'fewRows'; fewer: number };

/** Why a span is not whole: months without data, and months that are not whole themselves. */
export interface SpanGap {
	missing: Month[];
	months: { month: string; gap: MonthGap }[];
}

/** A month with less than this share of the usual rows is not whole. */
const wholeShare = 0.6;
/** With fewer months known nobody can say what is usual. */
const fewestMonths = 6;

/**
 * The months of the ledger that are not whole.
 * @param today `YYYY-MM-DD` of the edition: its month and later ones have not ended
 */
export function incompleteMonths(ledger: readonly LedgerMonth[], today: string): Map<string, MonthGap> {
	const gaps = new Map<string, MonthGap>();
	const current = today.slice(0, 7);
	const ended = ledger.filter(({ month }) => month < current);
	for (const { month } of ledger) if (month >= current) gaps.set(month, { reason: 'notEnded' });
	if (ended.length < fewestMonths) return gaps;
	for (const { month, rows } of ended) {
		const usual = median(ended.filter((other) => other.month !== month).map((other) => other.rows));
		if (rows >= usual * wholeShare) continue;
		gaps.set(month, rows === 0 ? { reason: 'noRows' } : { reason: 'fewRows', fewer: (usual - rows) / usual });
	}
	return gaps;
}

/**
 * What a span lacks; null when it is whole.
 * @param available the months with data
 */
export function spanGap(
	{ months }: TimeSpan,
	available: Period,
	gaps: ReadonlyMap<string, MonthGap>
): SpanGap | null {
	const all = monthsOf(months);
	const within = (month: Month) => month >= available.from && month <= available.to;
	const missing = all.filter((month) => !within(month));
	const known = all.filter(within).flatMap((month) => {
		const gap = gaps.get(month);
		return gap ? [{ month, gap }] : [];
	});
	return missing.length || known.length ? { missing, months: known } : null;
}

function median(values: number[]): number {
	const sorted = values.sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
