// Every change since a follow-up was locked as a CSV file, one row per cause, file and place.
import type { FigureFile } from '$lib/domain/budget-lock';
import type { RestatementPart } from '$lib/domain/budget-restatement';
import type { LockedFigures } from '$lib/domain/budget-step';
import { toCsv, type ExportColumn } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import { restatedWords as words } from '$lib/text/budget-steps';

const columns: (ExportColumn & { value: (part: RestatementPart) => string | number | null })[] = [
	{ header: 'orsak', format: 'text', value: ({ cause }) => words.cause(cause) },
	{ header: 'fil_da', format: 'text', value: ({ then }) => names(then) },
	{ header: 'fil_nu', format: 'text', value: ({ now }) => names(now) },
	{ header: 'namnd', format: 'text', value: ({ unit }) => unit },
	{ header: 'kostnadsslag', format: 'text', value: ({ costKind }) => costKind },
	{ header: 'inriktning', format: 'text', value: ({ orientation }) => orientation },
	{ header: 'system_id', format: 'text', value: ({ system }) => system },
	{ header: 'utfall', format: 'amount', value: ({ outcome }) => outcome },
	{ header: 'budget_period', format: 'amount', value: ({ budgetToDate }) => budgetToDate },
	{ header: 'budget_helar', format: 'amount', value: ({ budgetYear }) => budgetYear },
	{ header: 'prognos', format: 'amount', value: ({ forecast }) => forecast }
];

const names = (files: readonly FigureFile[]): string => files.map(({ name }) => name).join(', ');

interface RestatementTable {
	parts: readonly RestatementPart[];
	/** "T2 2026". */
	name: string;
	locked: LockedFigures;
	reconciled: boolean | null;
}

/** The stamp is of the edition that the changes lead to; the one that was locked stands in the file's name. */
export function restatementFile({ parts, name, locked, reconciled }: RestatementTable): {
	name: string;
	content: Blob;
} {
	const stamp = {
		edition: String(locked.nowEdition),
		ruleVersion: String(locked.nowVersion),
		reconciled
	};
	const rows = parts.map((part) => columns.map(({ value }) => value(part)));
	return {
		name: exportFileName(['rattelser', name, `last utgava ${locked.edition}`]),
		content: new Blob([toCsv(columns, rows, stamp)])
	};
}
