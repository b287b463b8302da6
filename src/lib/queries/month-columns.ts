// The months of a year as columns of one row, January first.
import * as v from 'valibot';

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The columns, January first. */
export const monthNames = numbers.map((month) => `m${month}` as const);

/** Twelve sums, m1–m12, of rows whose month (1–12) is in the column `month`. */
export const monthSums = numbers
	.map((month) => `coalesce(sum(amount) FILTER (month = ${month}), 0)::BIGINT AS m${month}`)
	.join(', ');

export const monthEntries = {
	m1: v.number(),
	m2: v.number(),
	m3: v.number(),
	m4: v.number(),
	m5: v.number(),
	m6: v.number(),
	m7: v.number(),
	m8: v.number(),
	m9: v.number(),
	m10: v.number(),
	m11: v.number(),
	m12: v.number()
};

/** The months of a row, in order. */
export function monthsOfRow(row: Record<keyof typeof monthEntries, number>): number[] {
	return numbers.map((month) => row[`m${month}`]);
}
