// Dates as files write them → a day, or a month kept as a period.
import { dayFromExcelSerial, dayOf, firstOfMonth, type Day } from '$lib/domain/day';

/**
 * How a column writes dates that can be read in two ways: `03/04/2026` day or month first, six digits such as `200312` as
 * ÅÅÅÅMM (December 2003) or ÅÅMMDD (12 March 2020), and `05-03-26` year, day or month first.
 */
export type DayOrder = 'dag_manad' | 'manad_dag' | 'ar_manad' | 'ar_manad_dag';

export interface ParsedDate {
	day: Day;
	/** The cell named a month, not a day. */
	isPeriod: boolean;
}

/** What one cell says about how its column writes dates. */
export type DateShape =
	| 'empty'
	| 'certain'
	| 'day_first'
	| 'month_first'
	| 'either'
	| 'six_month'
	| 'six_day'
	| 'six_either'
	| 'short_year_first'
	| 'short_day_first'
	| 'short_month_first'
	| 'short_last'
	| 'short_either'
	| 'not_a_date';

const monthNames: Readonly<Record<string, number>> = {
	jan: 1,
	feb: 2,
	mar: 3,
	apr: 4,
	maj: 5,
	may: 5,
	jun: 6,
	jul: 7,
	aug: 8,
	sep: 9,
	okt: 10,
	oct: 10,
	nov: 11,
	dec: 12
};

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const sixDigits = /^\d{6}$/;
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

function withoutClock(text: string): string {
	return text.trim().replace(/[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/, '');
}

function month(year: number, monthNumber: number): ParsedDate | null {
	// 190112 and 210512 are days (ÅÅMMDD), not months of another century.
	if (year < 1990 || year > 2060 || monthNumber < 1 || monthNumber > 12) return null;
	return { day: firstOfMonth(year, monthNumber), isPeriod: true };
}

function day(year: number, monthNumber: number, dayOfMonth: number): ParsedDate | null {
	const found = dayOf(year, monthNumber, dayOfMonth);
	return found ? { day: found, isPeriod: false } : null;
}

/**
 * Reads a date cell. Numbers are Excel serials, or YYYYMMDD and YYYYMM where they fit those. Null when it is none, and
 * when it is six digits that can be read in two ways and the order says neither.
 */
export function parseDate(cell: string | number, order: DayOrder): ParsedDate | null {
	if (typeof cell === 'string' && isoDay.test(cell)) return isoDate(cell);
	const text = withoutClock(String(cell));
	let match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
	if (match) return day(Number(match[1]), Number(match[2]), Number(match[3]));
	if (sixDigits.test(text)) {
		const { asMonth, asDay } = readSixDigits(text);
		if (asMonth && asDay) return order === 'ar_manad' ? asMonth : order === 'ar_manad_dag' ? asDay : null;
		return asMonth ?? asDay;
	}
	match = /^(\d{4})[-/. ](\d{2})$/.exec(text);
	if (match) return month(Number(match[1]), Number(match[2]));
	match = slashed.exec(text);
	if (match) {
		const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
		return order === 'manad_dag' ? day(year, first, second) : day(year, second, first);
	}
	return namedMonth(text) ?? shortYear(text, order) ?? serialDay(text);
}

function isoDate(text: string): ParsedDate | null {
	return day(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
}

/** 2026-01-31 is written 260131 or, its month, 202601. */
function readSixDigits(text: string): { asMonth: ParsedDate | null; asDay: ParsedDate | null } {
	return {
		asMonth: month(Number(text.slice(0, 4)), Number(text.slice(4))),
		asDay: day(2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4)), Number(text.slice(4)))
	};
}

function namedMonth(text: string): ParsedDate | null {
	let match = /^(\d{1,2})[-/. ]([a-zåäö]{3,9})\.?[-/. ,]+(\d{4})$/i.exec(text);
	if (match) return day(Number(match[3]), monthOfName(match[2]), Number(match[1]));
	match = /^([a-zåäö]{3,9})\.?[-/. ]+(\d{4})$/i.exec(text);
	return match ? month(Number(match[2]), monthOfName(match[1])) : null;
}

function monthOfName(name = ''): number {
	return monthNames[name.slice(0, 3).toLowerCase()] ?? 0;
}

/** A year of two digits, where the century can be meant: 2000–2040 and 1980–1999. */
function centuryOf(digits: string): number {
	const year = Number(digits);
	if (digits.length !== 2) return NaN;
	return year <= 40 ? 2000 + year : year >= 80 ? 1900 + year : NaN;
}

/** `26-03-31`, `31/3/26`, `3.31.26`: what each order makes of it; null when it is not written so. */
export function readShortYear(
	text: string
): Record<'yearFirst' | 'dayFirst' | 'monthFirst', ParsedDate | null> | null {
	const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
	if (!match) return null;
	const [first = '', middle = '', last = ''] = [match[1], match[3], match[4]];
	return {
		yearFirst: day(centuryOf(first), Number(middle), Number(last)),
		dayFirst: day(centuryOf(last), Number(middle), Number(first)),
		monthFirst: day(centuryOf(last), Number(first), Number(middle))
	};
}

function shortYear(text: string, order: DayOrder): ParsedDate | null {
	const read = readShortYear(text);
	if (!read) return null;
	if (order === 'dag_manad') return read.dayFirst;
	return order === 'manad_dag' ? read.monthFirst : read.yearFirst;
}

function shortShape(text: string): DateShape | null {
	const read = readShortYear(text);
	if (!read) return null;
	const yearLast = read.dayFirst ?? read.monthFirst;
	if (read.yearFirst) return yearLast ? 'short_either' : 'short_year_first';
	if (read.dayFirst && read.monthFirst) return 'short_last';
	if (read.dayFirst) return 'short_day_first';
	return read.monthFirst ? 'short_month_first' : 'not_a_date';
}

function serialDay(text: string): ParsedDate | null {
	if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
	const serial = dayFromExcelSerial(Number(text));
	return serial ? { day: serial, isPeriod: false } : null;
}

/** True when a cell is a date in two ways and only the column can say which. */
export function isTwoDates(cell: string | number): boolean {
	return ['six_either', 'short_either'].includes(dateShape(cell));
}

/** What a cell says about how its column writes dates. */
export function dateShape(cell: string | number): DateShape {
	if (typeof cell === 'string' && isoDay.test(cell)) return isoDate(cell) ? 'certain' : 'not_a_date';
	const text = withoutClock(String(cell));
	if (text === '') return 'empty';
	if (sixDigits.test(text)) {
		const { asMonth, asDay } = readSixDigits(text);
		if (asMonth) return asDay ? 'six_either' : 'six_month';
		return asDay ? 'six_day' : 'not_a_date';
	}
	const match = slashed.exec(text);
	if (!match) return shortShape(text) ?? (parseDate(text, 'dag_manad') ? 'certain' : 'not_a_date');
	const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
	const dayFirst = day(year, second, first);
	const monthFirst = day(year, first, second);
	if (!dayFirst && !monthFirst) return 'not_a_date';
	if (!monthFirst) return 'day_first';
	if (!dayFirst) return 'month_first';
	return first === second ? 'certain' : 'either';
}

/** A month in a file name: ÅÅÅÅ-MM or ÅÅÅÅMM between non-digits; null when there is none or more than one. */
export function monthInName(name: string): string | null {
	const found = new Set<string>();
	for (const match of name.matchAll(/(?<!\d)((?:19|20)\d{2})[-_]?(\d{2})(?!\d)(?![-_]\d{2}(?!\d))/g)) {
		const monthNumber = Number(match[2]);
		if (monthNumber >= 1 && monthNumber <= 12) found.add(`${match[1]}-${match[2]}`);
	}
	return found.size === 1 ? ([...found][0] ?? null) : null;
}
