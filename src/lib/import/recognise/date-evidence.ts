// What a whole column of dates says about how it should be read.
import type { Cell } from '$lib/read/record';
import { dateShape, readShortYear, type DayOrder } from '../cells/date';

export interface DateEvidence {
	filled: number;
	/** Dates of which only one order of day and month is possible, and those that fit both. */
	dayFirst: number;
	monthFirst: number;
	either: number;
	/** Six digits that can only be ÅÅÅÅMM, only ÅÅMMDD, or both. */
	sixAsMonth: number;
	sixAsDay: number;
	sixAsEither: number;
	/** Years of two digits that can only stand first, only last, or both (`05-03-26`). */
	shortYearFirst: number;
	shortYearLast: number;
	shortYearEither: number;
	/** The years that come of reading those first, and last: a file seldom spans many. */
	yearsFirst: number[];
	yearsLast: number[];
	notDates: number;
}

/** Evidence of nothing yet. */
export function noDates(): DateEvidence {
	return {
		filled: 0,
		dayFirst: 0,
		monthFirst: 0,
		either: 0,
		sixAsMonth: 0,
		sixAsDay: 0,
		sixAsEither: 0,
		shortYearFirst: 0,
		shortYearLast: 0,
		shortYearEither: 0,
		yearsFirst: [],
		yearsLast: [],
		notDates: 0
	};
}

/** Adds one cell to the evidence. */
export function countDate(evidence: DateEvidence, cell: Cell): void {
	const shape = dateShape(cell);
	switch (shape) {
		case 'empty':
			return;
		case 'day_first':
			evidence.dayFirst++;
			break;
		case 'month_first':
			evidence.monthFirst++;
			break;
		case 'either':
			evidence.either++;
			break;
		case 'six_month':
			evidence.sixAsMonth++;
			break;
		case 'six_day':
			evidence.sixAsDay++;
			break;
		case 'six_either':
			evidence.sixAsEither++;
			break;
		case 'short_year_first':
			evidence.shortYearFirst++;
			break;
		case 'short_either':
			evidence.shortYearEither++;
			noteYears(evidence, String(cell).trim());
			break;
		case 'short_last':
			evidence.shortYearLast++;
			evidence.either++;
			break;
		case 'short_day_first':
			evidence.shortYearLast++;
			evidence.dayFirst++;
			break;
		case 'short_month_first':
			evidence.shortYearLast++;
			evidence.monthFirst++;
			break;
		case 'not_a_date':
			evidence.notDates++;
			break;
		case 'certain':
			break;
	}
	evidence.filled++;
}

function noteYears(evidence: DateEvidence, text: string): void {
	const read = readShortYear(text);
	const note = (years: number[], day: string | undefined): void => {
		const year = Number(day?.slice(0, 4));
		if (year && !years.includes(year)) years.push(year);
	};
	note(evidence.yearsFirst, read?.yearFirst?.day);
	note(evidence.yearsLast, (read?.dayFirst ?? read?.monthFirst)?.day);
}

/** So many more years must the other reading give before a column decides by its years. */
const clearlyMoreYears = 3;

/**
 * How the dates of a column are read. Day and month: by the dates that show it, else the Swedish day first. Six digits, and
 * years of two: by those that can only be read in one way, else by the reading that gives one or two years where the other
 * gives many. Null when nothing decides and only a person can say.
 */
export function dayOrderFrom(evidence: DateEvidence): DayOrder | null {
	const { sixAsMonth, sixAsDay, sixAsEither } = evidence;
	if (sixAsEither) {
		if (sixAsMonth && !sixAsDay) return 'ar_manad';
		if (sixAsDay && !sixAsMonth) return 'ar_manad_dag';
		return null;
	}
	return asksShortYear(evidence) || evidence.shortYearFirst
		? shortYearOrder(evidence)
		: dayAndMonth(evidence);
}

function dayAndMonth({ monthFirst, dayFirst, either }: DateEvidence): DayOrder | null {
	// Where some dates show each order, nothing tells what `03/04/2026` is.
	if (monthFirst && dayFirst && either) return null;
	return monthFirst > dayFirst ? 'manad_dag' : 'dag_manad';
}

/** Some dates can have their year first or last. */
export function asksShortYear({ shortYearEither }: DateEvidence): boolean {
	return shortYearEither > 0;
}

function shortYearOrder(evidence: DateEvidence): DayOrder | null {
	const { shortYearFirst, shortYearLast, yearsFirst, yearsLast } = evidence;
	if (shortYearFirst && shortYearLast) return null;
	if (shortYearFirst) return 'ar_manad_dag';
	if (shortYearLast) return dayAndMonth(evidence);
	const [first, last] = [yearsFirst.length, yearsLast.length];
	if (first <= 2 && last >= first + clearlyMoreYears) return 'ar_manad_dag';
	if (last <= 2 && first >= last + clearlyMoreYears) return dayAndMonth(evidence);
	return null;
}
