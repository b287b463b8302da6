// The answer to a question of Frågor: the whole, its parts in order, and what the smaller ones sum to.
import type { PivotAnswer } from './pivot-table';

/** Öre and rows. `before` is the same months a year before, null where they are not loaded. */
export interface AnswerSums {
	amount: number;
	rowCount: number;
	before: number | null;
}

export interface AnswerPart extends AnswerSums {
	/** Null is cost without any. */
	value: string | null;
	label: string | null;
}

export interface CostAnswer {
	whole: AnswerSums;
	parts: AnswerPart[];
}

/** How many parts stand in the table before Övriga. */
const shownParts = 8;

/**
 * @param rows of cost-pivot, by one dimension and all of its values
 * @param compared false when the year before is not loaded
 * @param order by öre, or by how many more öre than the year before
 */
export function costAnswer(
	rows: readonly PivotAnswer[],
	{ compared, order }: { compared: boolean; order: 'largest' | 'increase' }
): CostAnswer {
	const sums = (row: PivotAnswer): AnswerSums => ({
		amount: row.amount,
		rowCount: row.row_count,
		before: compared ? row.before : null
	});
	const size = (part: AnswerPart) => (order === 'largest' ? part.amount : (increaseOf(part) ?? 0));
	const parts = rows
		.filter((row) => row.has_row1)
		.map((row): AnswerPart => ({ value: row.row1, label: row.row1_label, ...sums(row) }))
		.sort((first, second) => size(second) - size(first));
	const whole = rows.find((row) => !row.has_row1);
	return { whole: whole ? sums(whole) : { amount: 0, rowCount: 0, before: compared ? 0 : null }, parts };
}

/** Öre more than the year before; null when that is not loaded. */
export function increaseOf({ amount, before }: AnswerSums): number | null {
	return before === null ? null : amount - before;
}

/** The parts that are shown, and the rest as one: one part more is shorter than the word that would hide it. */
export function shownAndOthers(parts: readonly AnswerPart[]): {
	shown: readonly AnswerPart[];
	others: (AnswerSums & { count: number }) | null;
} {
	if (parts.length <= shownParts + 1) return { shown: parts, others: null };
	const rest = parts.slice(shownParts);
	const sum = (of: (part: AnswerPart) => number) => rest.reduce((total, part) => total + of(part), 0);
	const known = rest.every(({ before }) => before !== null);
	return {
		shown: parts.slice(0, shownParts),
		others: {
			count: rest.length,
			amount: sum(({ amount }) => amount),
			rowCount: sum(({ rowCount }) => rowCount),
			before: known ? sum(({ before }) => before ?? 0) : null
		}
	};
}
