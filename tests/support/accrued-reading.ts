// Accrued cost read row by row in TypeScript, without a line of the SQL that is tested.
import { monthFrom } from '$lib/domain/period';

export interface LedgerRow {
	supplier: string;
	unit: string;
	account: string;
	contract: string;
	system: string;
	kind: string;
	/** Months since year 0. */
	month: number;
	day: number;
	ore: number;
}

export interface Part {
	row: LedgerRow;
	month: number;
	ore: number;
	spread: boolean;
}

export const monthNumber = (year: number, month: number) => year * 12 + month - 1;
export const monthText = (number: number) => monthFrom(Math.floor(number / 12), (number % 12) + 1);

const yearOf = (month: number) => Math.floor(month / 12);

/** Every part, also those after the data. @param last the last month with data */
export function accruedParts(rows: readonly LedgerRow[], last: number): Part[] {
	const purchases = new Map<string, LedgerRow[]>();
	for (const row of rows) {
		if (row.kind !== 'Licens/SaaS') continue;
		const key = JSON.stringify([row.supplier, row.unit, row.account, row.contract, row.system]);
		purchases.set(key, [...(purchases.get(key) ?? []), row]);
	}
	const spread = new Set<LedgerRow>();
	for (const purchase of purchases.values()) {
		const booked = new Set(purchase.map(({ month }) => month));
		const years = [...new Set([...booked].map(yearOf))].map((year) => {
			const months = [...booked].filter((month) => yearOf(month) === year).sort((a, b) => a - b);
			const [first, end] = [months[0] ?? 0, months.at(-1) ?? 0];
			const near = [1, 2, 3].some((away) => booked.has(first - away) || booked.has(end + away));
			return { year, few: months.length <= 2, quiet: !near && end + 3 <= last };
		});
		if (!years.some(({ few, quiet }) => few && quiet)) continue;
		const yearly = new Set(years.filter(({ few }) => few).map(({ year }) => year));
		for (const row of purchase) if (yearly.has(yearOf(row.month))) spread.add(row);
	}
	return rows.flatMap((row): Part[] => {
		if (!spread.has(row)) return [{ row, month: row.month, ore: row.ore, spread: false }];
		return Array.from({ length: 12 }, (_, place) => ({
			row,
			month: row.month + place,
			ore: Math.trunc((row.ore * (place + 1)) / 12) - Math.trunc((row.ore * place) / 12),
			spread: true
		}));
	});
}
