// Rows of the trend: a month, a kostnadsslag, öre.
import type { Period } from '$lib/domain/period';

export interface MonthRow {
	/** `YYYY-MM`. */
	month: string;
	kind: string;
	ore: number;
	rowCount: number;
}

/** The rows whose month lies in a period. */
export function within(rows: readonly MonthRow[], period: Period): MonthRow[] {
	return rows.filter((row) => row.month >= period.from && row.month <= period.to);
}

/** The same rows with each kostnadsslag summed from the first month on. */
export function accumulate(rows: readonly MonthRow[], months: readonly string[]): MonthRow[] {
	const kinds = [...new Set(rows.map((row) => row.kind))];
	return kinds.flatMap((kind) => {
		let [ore, rowCount] = [0, 0];
		return months.map((month) => {
			for (const row of rows) {
				if (row.kind !== kind || row.month !== month) continue;
				ore += row.ore;
				rowCount += row.rowCount;
			}
			return { month, kind, ore, rowCount };
		});
	});
}
