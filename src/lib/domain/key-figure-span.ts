// The months of each year that key figures are compared over: whole years, or the same months of every year when the last is not over.
import { monthFrom, type Month, type Period } from './period';

/** The months of one year. */
export interface YearSpan {
	year: number;
	period: Period;
}

export interface YearSpans {
	/** Whole calendar years of the ledger. */
	wholeYears: YearSpan[];
	/** January to the last month of the ledger in every year that has them all; empty when the last year is whole. */
	sameMonths: YearSpan[];
}

export const spanChoices = ['sameMonths', 'wholeYears'] as const;
export type SpanChoice = (typeof spanChoices)[number];

/** @param ledger its first and last month with rows */
export function yearSpans(ledger: Period): YearSpans {
	const [first, last] = [yearOf(ledger.from), yearOf(ledger.to)];
	const cut = Number(ledger.to.slice(5, 7));
	const upTo = (month: number): YearSpan[] =>
		Array.from({ length: last - first + 1 }, (_, index) => first + index)
			.map((year) => ({ year, period: { from: monthFrom(year, 1), to: monthFrom(year, month) } }))
			.filter(({ period }) => period.from >= ledger.from && period.to <= ledger.to);
	return { wholeYears: upTo(12), sameMonths: cut === 12 ? [] : upTo(cut) };
}

/**
 * The spans of a choice; the other ones where it has none, and the months of the last year as they are where neither has any. They
 * are never compared with others.
 */
export function chosenSpans(ledger: Period, choice: SpanChoice): { choice: SpanChoice; spans: YearSpan[] } {
	const all = yearSpans(ledger);
	const other = choice === 'sameMonths' ? 'wholeYears' : 'sameMonths';
	if (all[choice].length) return { choice, spans: all[choice] };
	if (all[other].length) return { choice: other, spans: all[other] };
	const from = monthFrom(yearOf(ledger.to), 1);
	const period = { from: from > ledger.from ? from : ledger.from, to: ledger.to };
	return { choice, spans: [{ year: yearOf(ledger.to), period }] };
}

const yearOf = (month: Month): number => Number(month.slice(0, 4));
