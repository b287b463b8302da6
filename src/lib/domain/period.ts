// Months and budget periods. A month is `YYYY-MM`; T1 and T2 are accumulated from January (T1 Jan–Apr, T2 Jan–Aug, VB the year).
import { daysInMonth, type Day } from './day';

declare const monthBrand: unique symbol;
/** A calendar month, `YYYY-MM`. Compares correctly as text. */
export type Month = string & { readonly [monthBrand]: true };

/** A span of whole months, both ends included. */
export interface Period {
	from: Month;
	to: Month;
}

/** The budget follow-up periods. */
export type FollowUp = 'T1' | 'T2' | 'VB';

/** The last month of each follow-up period (a setting in some municipalities: 3 and 8). */
export const followUpCut: Readonly<Record<FollowUp, number>> = { T1: 4, T2: 8, VB: 12 };

/** Reads `YYYY-MM`; null when it is no month. */
export function parseMonth(text: string): Month | null {
	const match = /^(\d{4})-(\d{2})$/.exec(text);
	if (!match) return null;
	const year = Number(match[1]);
	const month = Number(match[2]);
	return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 ? (text as Month) : null;
}

/** The month a day lies in. */
export function monthOf(day: Day): Month {
	return day.slice(0, 7) as Month;
}

/** The month of these numbers. */
export function monthFrom(year: number, month: number): Month {
	return `${year}-${String(month).padStart(2, '0')}` as Month;
}

/** Adds (or subtracts) months. */
export function monthPlus(month: Month, months: number): Month {
	const index = monthNumber(month) + months;
	return monthFrom(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
}

/** How many months there are from one to the other; negative when it comes before. */
export function monthsBetween(from: Month, to: Month): number {
	return monthNumber(to) - monthNumber(from);
}

function monthNumber(month: Month): number {
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** First day of a month. */
export function monthStart(month: Month): Day {
	return `${month}-01` as Day;
}

/** Last day of a month. */
export function monthEnd(month: Month): Day {
	return `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}` as Day;
}

/** Every month of a period, in order. */
export function monthsOf(period: Period): Month[] {
	const months: Month[] = [];
	for (let month = period.from; month <= period.to; month = monthPlus(month, 1)) months.push(month);
	return months;
}

/** The months a chart over time draws: the whole of the period's year with data, so that months outside it stay as ghosts. */
export function chartSpan(period: Period, available: Period): Period {
	const year = period.to.slice(0, 4);
	if (period.from.slice(0, 4) !== year) return period;
	const [first, last] = [monthFrom(Number(year), 1), monthFrom(Number(year), 12)];
	const from = first < available.from ? available.from : first;
	const to = last > available.to ? available.to : last;
	// A period outside the data has no months around it.
	return from <= period.from && period.to <= to ? { from, to } : period;
}

/** The months that a span as long as a period can begin with and lie within the data, the latest first. */
export function spanStarts(period: Period, available: Period): Month[] {
	const last = monthPlus(available.to, -monthsBetween(period.from, period.to));
	return monthsOf({ from: available.from, to: last }).reverse();
}

/** The same months a year earlier. */
export function yearBefore(period: Period): Period {
	return { from: monthPlus(period.from, -12), to: monthPlus(period.to, -12) };
}

/** The accumulated months of a follow-up period: T2 2026 is January–August 2026. */
export function followUpPeriod(year: number, followUp: FollowUp): Period {
	return { from: monthFrom(year, 1), to: monthFrom(year, followUpCut[followUp]) };
}
