// The control total as a person types it, and how the file stands against it.
import { parseAmount } from '$lib/import/cells/amount';
import type { CheckTotals } from '$lib/import/checks/check-rows';
import { reconciliationWords } from '$lib/text/import';
import { controlWords } from '$lib/text/import-parts';

/** A typed number, or what is wrong with it; null where nothing is typed. */
export type Typed = { value: number | null; error: null } | { value: null; error: string };

const nothing: Typed = { value: null, error: null };

/** Kronor in Swedish form as öre, by the same parser as the files'. */
export function typedSum(text: string): Typed {
	if (text.trim() === '') return nothing;
	const parsed = parseAmount(text, { sign: 'var_for_sig', longDecimals: false });
	if ('fault' in parsed) {
		const errors = {
			not_a_number: reconciliationWords.notANumber(text.trim()),
			ambiguous: reconciliationWords.ambiguous(text.trim()),
			too_large: reconciliationWords.tooLarge
		};
		return { value: null, error: errors[parsed.fault] };
	}
	return parsed.rounded
		? { value: null, error: reconciliationWords.tooManyDecimals }
		: { value: parsed.amount, error: null };
}

/** A count of rows. */
export function typedRows(text: string): Typed {
	const digits = text.replace(/[\s\u00a0\u202f]/g, '');
	if (digits === '') return nothing;
	return /^\d{1,10}$/.test(digits)
		? { value: Number(digits), error: null }
		: { value: null, error: reconciliationWords.notACount };
}

export interface Standing {
	/** Control minus accepted, öre; null where either is unknown. */
	sum: number | null;
	/** Control minus accepted rows; null where none is given. */
	rows: number | null;
	/** Null when no control total is given, as on the server. */
	reconciled: boolean | null;
	/** The difference is exactly the rejected rows. */
	exactlyRejected: boolean;
}

/** How accepted rows stand against the control total. */
export function standingOf(
	totals: CheckTotals,
	control: { sum: number | null; rows: number | null }
): Standing {
	const sum = control.sum === null || totals.sum === null ? null : control.sum - totals.sum;
	const rows = control.rows === null ? null : control.rows - totals.accepted;
	const given = control.sum !== null || control.rows !== null;
	const sumAgrees = control.sum === null || sum === 0;
	const reconciled = given ? sumAgrees && (rows === null || rows === 0) : null;
	const rejected = totals.problems.filter((problem) => problem.effect === 'avvisas');
	const rejectedAmount = rejected.reduce((all, problem) => all + problem.amount, 0);
	const exactlyRejected =
		reconciled === false &&
		totals.rejected > 0 &&
		// What an unreadable amount comes to nobody knows.
		!rejected.some(({ kind }) => kind === 'fel_belopp' || kind === 'saknar_belopp') &&
		(sum === null || sum === rejectedAmount) &&
		(rows === null || rows === totals.rejected);
	return { sum, rows, reconciled, exactlyRejected };
}

/** What rounding to öre did to a file's sum. @param difference kronor as decimal text: exact sum minus the sum of rows */
export function roundingWords(difference: string): string {
	const isNothing = !/[1-9]/.test(difference);
	return isNothing ? controlWords.roundedNothing : controlWords.rounding(difference.replace('.', ','));
}
