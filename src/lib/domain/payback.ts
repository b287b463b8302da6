// What a development cost, what its systems cost to run before and after it, and when it has paid for itself. Öre.
import { monthPlus, monthsBetween, monthsOf, type Month, type Period } from './period';

/** How many months are compared on each side of a development: whole years, so that no part of a year is made into one. */
export const comparedMonths = [12, 24, 36] as const;
export type ComparedMonths = (typeof comparedMonths)[number];

/** A development without rows in this many whole months is over. */
export const quietMonths = 3;

/** Projections beyond this many years say nothing. */
export const longestPayback = 30;

export interface PaybackQuestion {
	/** The first and the last month of the development. */
	span: Period;
	/** The reader has said when it ended, so that nothing is concluded from quiet months. */
	isEnded: boolean;
	compared: ComparedMonths;
	/** The whole months of the ledger. */
	ledger: Period;
	/** What it cost, by month of the span. */
	cost: ReadonlyMap<Month, number>;
	/** What its systems cost to run, by month; a month of the ledger that is missing cost nothing. Null: it is on no known system. */
	running: ReadonlyMap<Month, number> | null;
}

/** How far it has come after a month. */
export interface PaybackMonth {
	month: Month;
	/** What it has cost less what has been saved. */
	left: number;
	/** Beyond the ledger, should the saving go on as it was measured. */
	isExpected: boolean;
}

interface Measured {
	/** The running cost of the months compared. */
	before: number;
	after: number;
	/** Before less after, a year; minus is dearer. A mean where several years are compared, not rounded. */
	yearlySaving: number;
	/** From its first month. */
	months: readonly PaybackMonth[];
}

export type PaybackResult =
	| { state: 'noCost' }
	| { state: 'noSystem' }
	/** Rows in the last whole months. */
	| { state: 'goingOn' }
	/** The ledger begins after the first month that is compared; so many months are missing. */
	| { state: 'noBefore'; missing: number }
	/** The months after it are not all there; they are when this month is over. */
	| { state: 'tooEarly'; knownAfter: Month; before: number }
	| ({ state: 'dearer' } & Measured)
	| ({ state: 'unchanged' } & Measured)
	| ({
			state: 'saves';
			/** Cost / yearly saving. */
			years: number;
			/** The month from which what is saved is at least the cost; null when it is further off than {@link longestPayback}. */
			breakEven: { month: Month; isReached: boolean } | null;
	  } & Measured);

export interface Payback {
	cost: number;
	/** The months that are compared, whether the ledger holds them or not. */
	before: Period;
	after: Period;
	result: PaybackResult;
}

/** The months before a development and after it. */
export function comparedPeriods(span: Period, compared: ComparedMonths): { before: Period; after: Period } {
	return {
		before: { from: monthPlus(span.from, -compared), to: monthPlus(span.from, -1) },
		after: { from: monthPlus(span.to, 1), to: monthPlus(span.to, compared) }
	};
}

/** Whether a development has rows so late that it may go on. @param lastWhole the last whole month of the ledger */
export function isGoingOn(span: Period, lastWhole: Month): boolean {
	return monthsBetween(span.to, lastWhole) < quietMonths;
}

/** Has it paid for itself? */
export function payback(question: PaybackQuestion): Payback {
	const { span, cost: costs, compared } = question;
	const cost = sumOf(costs, span);
	return { cost, ...comparedPeriods(span, compared), result: resultOf(question, cost) };
}

function resultOf(question: PaybackQuestion, cost: number): PaybackResult {
	const { span, compared, ledger, running } = question;
	const { before, after } = comparedPeriods(span, compared);
	if (cost <= 0) return { state: 'noCost' };
	if (running === null) return { state: 'noSystem' };
	if (!question.isEnded && isGoingOn(span, ledger.to)) return { state: 'goingOn' };
	if (before.from < ledger.from)
		return { state: 'noBefore', missing: monthsBetween(before.from, ledger.from) };
	const then = sumOf(running, before);
	if (after.to > ledger.to) return { state: 'tooEarly', knownAfter: after.to, before: then };
	const now = sumOf(running, after);
	const yearlySaving = ((then - now) * 12) / compared;
	const months = monthsSoFar(question, running);
	const measured = { before: then, after: now, yearlySaving, months };
	if (then === now) return { state: 'unchanged', ...measured };
	if (then < now) return { state: 'dearer', ...measured };
	const breakEven = breakEvenOf(months, yearlySaving, span);
	return {
		state: 'saves',
		...measured,
		months: [...months, ...expectedMonths(months, yearlySaving, breakEven)],
		years: cost / yearlySaving,
		breakEven
	};
}

/**
 * The month of the years before that a later month is set against: the same month of the year, so that an invoice that comes once a
 * year is not a saving in the months without it.
 */
export function comparedTo(month: Month, span: Period, compared: ComparedMonths): Month {
	const { before } = comparedPeriods(span, compared);
	return monthPlus(before.from, monthsBetween(before.from, month) % compared);
}

function monthsSoFar(
	{ span, ledger, cost, compared }: PaybackQuestion,
	running: ReadonlyMap<Month, number>
): PaybackMonth[] {
	let left = 0;
	return monthsOf({ from: span.from, to: ledger.to }).map((month) => {
		left +=
			month <= span.to
				? (cost.get(month) ?? 0)
				: (running.get(month) ?? 0) - (running.get(comparedTo(month, span, compared)) ?? 0);
		return { month, left, isExpected: false };
	});
}

function breakEvenOf(
	months: readonly PaybackMonth[],
	yearlySaving: number,
	span: Period
): { month: Month; isReached: boolean } | null {
	const last = months.at(-1);
	if (!last) return null;
	if (last.left <= 0) {
		const lastLeft = months.findLastIndex(({ left }) => left > 0);
		const reached = months.slice(lastLeft + 1).find(({ month }) => month > span.to);
		return reached ? { month: reached.month, isReached: true } : null;
	}
	const wait = Math.ceil((last.left * 12) / yearlySaving);
	return wait <= longestPayback * 12 ? { month: monthPlus(last.month, wait), isReached: false } : null;
}

/** Drawn at most this many months ahead. */
const mostExpected = 120;

function expectedMonths(
	months: readonly PaybackMonth[],
	yearlySaving: number,
	breakEven: { month: Month; isReached: boolean } | null
): PaybackMonth[] {
	const last = months.at(-1);
	if (!last || breakEven?.isReached) return [];
	const wait = breakEven ? monthsBetween(last.month, breakEven.month) : mostExpected;
	return Array.from({ length: Math.min(wait, mostExpected) }, (_, index) => ({
		month: monthPlus(last.month, index + 1),
		left: last.left - (yearlySaving * (index + 1)) / 12,
		isExpected: true
	}));
}

function sumOf(months: ReadonlyMap<Month, number>, period: Period): number {
	return monthsOf(period).reduce((sum, month) => sum + (months.get(month) ?? 0), 0);
}
