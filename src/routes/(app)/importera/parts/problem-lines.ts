// The lines of the problem table: rejections first, then flags, masks, and what is left aside.
import type { ProblemEffect, RowProblem } from '$lib/domain/problem';
import type { ImportResult } from '$lib/import/import-file';
import { formatCount } from '$lib/text/format';
import { problemSentence, problemWords } from '$lib/text/import';

export interface ProblemLine {
	key: string;
	effect: ProblemEffect | 'hoppas_over' | 'raknas_inte';
	/** A sentence without its full stop. */
	what: string;
	rows: number;
	/** Öre; null for tables without amounts. */
	amount: number | null;
	examples: RowProblem[];
}

/**
 * Everything about the file's rows that is not plain acceptance, and every part of the file that nobody reads.
 * @param readApart parts that are in the list as entries of their own
 */
export function problemLines(
	result: ImportResult,
	readApart: ReadonlySet<string> = new Set()
): ProblemLine[] {
	const { totals, unreadSheets, asides } = result;
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
	asides.forEach(({ what, rows, sum }, index) => {
		lines.push({
			...leftAside(`aside/${index}`, `${formatCount(rows)} ${what}`, rows),
			effect: 'raknas_inte',
			amount: sum
		});
	});
	for (const { sheet, rows, kind } of unreadSheets) {
		if (readApart.has(sheet)) continue;
		const words = kind ? problemWords.unreadTable : problemWords.unreadPart;
		lines.push({ ...leftAside(`sheet/${sheet}`, words(sheet), rows), amount: null });
	}
	return lines;
}
