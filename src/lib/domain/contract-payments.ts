// What has been paid on a contract, summed by who paid and by year.
import { monthFrom, type Period } from './period';

/** Öre of a nämnd in a year; the null nämnd is rows without one. */
export interface ContractPayment {
	year: number;
	unit: string | null;
	amount: number;
}

/** The nämnder that paid, the largest first. */
export function paidByUnit(payments: readonly ContractPayment[]): { unit: string | null; amount: number }[] {
	const sums = new Map<string | null, number>();
	for (const { unit, amount } of payments) sums.set(unit, (sums.get(unit) ?? 0) + amount);
	return [...sums]
		.map(([unit, amount]) => ({ unit, amount }))
		.toSorted((one, other) => other.amount - one.amount);
}

/** The months of a year. */
export function monthsOfYear(year: number): Period {
	return { from: monthFrom(year, 1), to: monthFrom(year, 12) };
}

/** The years with payments, in order. @param ledger the months with data: a year is whole when it has all of it */
export function paidByYear(
	payments: readonly ContractPayment[],
	ledger: Period
): { year: number; amount: number; whole: boolean }[] {
	const sums = new Map<number, number>();
	for (const { year, amount } of payments) sums.set(year, (sums.get(year) ?? 0) + amount);
	return [...sums]
		.map(([year, amount]) => {
			const { from, to } = monthsOfYear(year);
			return { year, amount, whole: from >= ledger.from && to <= ledger.to };
		})
		.toSorted((one, other) => one.year - other.year);
}
