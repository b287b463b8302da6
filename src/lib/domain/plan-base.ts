// What a plan stands on: the running cost of the last twelve months that are whole.
import type { MonthGap } from './incomplete-months';
import { monthFrom, monthPlus, monthsBetween, monthsOf, type Month, type Period } from './period';

/** Years of a plan: the first one and two more. */
export const planLength = 3;

/**
 * `running` runs year after year · `unknown` nobody has said, counted as running · `development` and `closing` are for a time
 * and are not carried on.
 */
export const baseParts = ['running', 'unknown', 'development', 'closing'] as const;
export type BasePart = (typeof baseParts)[number];

/** What was booked on one place in the months of the base, öre. */
export interface BaseCost {
	unit: string;
	costKind: string;
	system: string | null;
	supplierKey: string | null;
	contractId: string | null;
	part: BasePart;
	amount: number;
	rowCount: number;
}

export interface BaseMonths {
	months: Period;
	/** Months among them that are not whole all the same; such a base may be too low. */
	incomplete: readonly Month[];
}

/** The last twelve months up to one that is whole; null where the ledger does not reach back so far. */
export function baseMonths(ledger: Period, gaps: ReadonlyMap<string, MonthGap>): BaseMonths | null {
	let to = ledger.to;
	while (to > ledger.from && gaps.has(to)) to = monthPlus(to, -1);
	const months = { from: monthPlus(to, -11), to };
	if (gaps.has(to) || months.from < ledger.from) return null;
	return { months, incomplete: monthsOf(months).filter((month) => gaps.has(month)) };
}

/** The years of a plan. */
export function planYears(first: number): number[] {
	return Array.from({ length: planLength }, (_, index) => first + index);
}

/** The first years that can be asked for: the one after the ledger's last, and the two after it. */
export function firstPlanYears(ledger: Period): number[] {
	return planYears(Number(ledger.to.slice(0, 4)) + 1);
}

/** The chosen one of them, else the first. */
export function firstPlanYear(ledger: Period, asked: string | null): number {
	const years = firstPlanYears(ledger);
	return years.find((year) => String(year) === asked) ?? Number(ledger.to.slice(0, 4)) + 1;
}

/** Months from the middle of the base to the middle of a year: what prices have to rise in. */
export function monthsToYear(base: Period, year: number): number {
	return monthsBetween(base.to, monthFrom(year, 12));
}
