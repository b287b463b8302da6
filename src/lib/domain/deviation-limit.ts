// From where a deviation needs a note: a share of the budget and an amount, and both must be passed.
import type { BudgetLine } from './budget-lines';
import type { ShownNote } from './deviation-note';

export interface DeviationLimit {
	/** Percent of the year's budget. */
	percent: number;
	/** Öre. */
	amount: number;
	/** What is better than budget needs a note too. */
	better: boolean;
}

export const standardDeviationLimit: DeviationLimit = { percent: 2, amount: 10_000_000, better: false };
export const highestPercent = 100;

/**
 * `noted` it has a note that says something in this follow-up · `carried` its note is from an earlier one and nothing has been said of
 * it here · `missing` the limit is passed and there is no note · `under` the limit is not passed · `unknown` nobody can say.
 */
export type NoteState = 'noted' | 'carried' | 'missing' | 'under' | 'unknown';

/**
 * Whether a deviation passes the limit; null when it is unknown. Where nothing above zero was budgeted the amount alone decides.
 */
export function passesLimit(
	{ deviationYear, budgetYear }: Pick<BudgetLine, 'deviationYear' | 'budgetYear'>,
	limit: DeviationLimit
): boolean | null {
	if (deviationYear === null || budgetYear === null) return null;
	if (deviationYear > 0 && !limit.better) return false;
	const size = Math.abs(deviationYear);
	return size > limit.amount && (budgetYear <= 0 || size * 100 > budgetYear * limit.percent);
}

/** What a nämnd's line says of its notes. @param notes those of the nämnd, of whole nämnd and of kostnadsslag */
export function noteState(
	line: Pick<BudgetLine, 'deviationYear' | 'budgetYear'>,
	notes: readonly ShownNote[],
	limit: DeviationLimit
): NoteState {
	if (notes.some(({ untouched }) => !untouched)) return 'noted';
	if (notes.length) return 'carried';
	const passed = passesLimit(line, limit);
	return passed === null ? 'unknown' : passed ? 'missing' : 'under';
}
