// The lines of the problem table: rejections first, then flags, masks, and what is left aside.
import type { ProblemEffect, RowProblem } from '$lib/domain/problem';
import type { ImportResult } from '$lib/import/import-file';
import { problemSentence, problemWords } from '$lib/text/import';

export interface ProblemLine {
	key: string;
	effect: ProblemEffect | 'hoppas_over';
	/** A sentence without its full stop. */
	what: string;
	rows: number;
	/** Öre; null for tables without amounts. */
	amount: number | null;
	examples: RowProblem[];
}

/** Everything about the file's rows that is not plain acceptance. */
export function problemLines({ totals, unreadSheets }: ImportResult): ProblemLine[] {
	if (!totals) return [];
	const lines: ProblemLine[] = totals.problems.map(({ kind, effect, rows, amount, examples }) => ({
		key: `${kind}/${effect}`,
		effect,
		what: problemSentence(kind, rows),
		rows,
		amount: totals.sum === null ? null : amount,
		examples
	}));
	const leftAside = (key: string, what: string, rows: number): ProblemLine => ({
		key,
		effect: 'hoppas_over',
		what,
		rows,
		amount: totals.sum === null ? null : 0,
		examples: []
	});
	if (totals.empty) lines.push(leftAside('empty', problemWords.empty(totals.empty), totals.empty));
	for (const { sheet, rows, kind } of unreadSheets) {
		const words = kind ? problemWords.unreadTable : problemWords.unreadSheet;
		lines.push({ ...leftAside(`sheet/${sheet}`, words(sheet, rows), rows), amount: null });
	}
	return lines;
}
