// A calendar day without clock or time zone, as ISO text. Arithmetic goes by civil calendar, never by Date in local time.

declare const dayBrand: unique symbol;
/** A calendar day, `YYYY-MM-DD`. Compares correctly as text. */
export type Day = string & { readonly [dayBrand]: true };

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for leap years of the Gregorian calendar. */
export function isLeapYear(year: number): boolean {
	return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month, month counted from 1. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day of these numbers, or null when no such day exists. Years 1900–2200 count as plausible. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
	if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
	if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
	return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as Day;
}

/** Reads ISO text; null when it is not an existing day. */
export function parseIsoDay(text: string): Day | null {
	const match = isoDay.exec(text);
	return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The parts of a day. */
export function dayParts(day: Day): { year: number; month: number; dayOfMonth: number } {
	return {
		year: Number(day.slice(0, 4)),
		month: Number(day.slice(5, 7)),
		dayOfMonth: Number(day.slice(8, 10))
	};
}

/**
 * Adds (or subtracts) whole months: the day number is kept, else the last of the month (lag 1930:173 om
 * beräkning av lagstadgad tid, 1 §). `2027-01-31` + 1 is `2027-02-28`.
 */
export function addMonths(day: Day, months: number): Day {
	const { year, month, dayOfMonth } = dayParts(day);
	const index = year * 12 + (month - 1) + months;
	const newYear = Math.floor(index / 12);
	const newMonth = index - newYear * 12 + 1;
	const kept = Math.min(dayOfMonth, daysInMonth(newYear, newMonth));
	return `${newYear}-${String(newMonth).padStart(2, '0')}-${String(kept).padStart(2, '0')}` as Day;
}

/** Days since 1970-01-01 (proleptic Gregorian). */
export function dayNumber(day: Day): number {
	const { year, month, dayOfMonth } = dayParts(day);
	return Date.UTC(year, month - 1, dayOfMonth) / 86_400_000;
}

/** The day so many days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
	return new Date(number * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** Adds days. */
export function addDays(day: Day, days: number): Day {
	return dayFromNumber(dayNumber(day) + days);
}

/** Days from one day to another, positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
	return dayNumber(to) - dayNumber(from);
}

/** The first day of a month. */
export function firstOfMonth(year: number, month: number): Day {
	return `${year}-${String(month).padStart(2, '0')}-01` as Day;
}

/** The last day of a month. */
export function lastOfMonth(year: number, month: number): Day {
	return `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}` as Day;
}

/** The Excel 1900 serial of a day as a day; null outside 1900–2200. Serial 60 is Excel's invented leap day. */
export function dayFromExcelSerial(serial: number): Day | null {
	const whole = Math.floor(serial);
	if (whole < 61 || whole > 109_939) return null;
	return dayFromNumber(whole - 25_569);
}
