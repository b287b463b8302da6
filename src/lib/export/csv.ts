// Tables → Swedish CSV: `;`, decimal comma, UTF-8 with BOM, CRLF, ISO dates, minus as `-`, no thousands separator.
import Papa from 'papaparse';
import { decimalText } from '$lib/domain/money';

export type ExportValue = string | number | boolean | null;

/**
 * `amount` is öre; `share` is a plain number, written with six decimals; `text` is guarded; `number` is text that holds a
 * finished Swedish number.
 */
export type ExportFormat = 'text' | 'amount' | 'share' | 'count' | 'day' | 'number';

export interface ExportColumn {
	/** Swedish file header. */
	header: string;
	format: ExportFormat;
}

/** What stands at the end of every row: which data and rules, and whether they agree with the ledger. */
export interface ExportStamp {
	edition: string;
	ruleVersion: string;
	/** Null where the table has no control total to agree with. */
	reconciled: boolean | null;
}

const mark = '\ufeff';

/** Text that a spreadsheet could run as a formula gets an apostrophe first; numbers are never touched. */
export function guardText(text: string): string {
	return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A number with fixed decimals and a decimal comma; −0 is written as 0. */
export function decimalComma(value: number, decimals: number): string {
	const text = value.toFixed(decimals);
	return (/^-0[.0]*$/.test(text) ? text.slice(1) : text).replace('.', ',');
}

/** One cell as it stands in the file; empty for what is unknown. */
export function exportCell(value: ExportValue | undefined, format: ExportFormat): string {
	if (value === null || value === undefined || value === '') return '';
	if (typeof value === 'boolean') return value ? 'ja' : 'nej';
	if (typeof value === 'string') return format === 'day' || format === 'number' ? value : guardText(value);
	switch (format) {
		case 'amount':
			return decimalText(Math.round(value), ',');
		case 'share':
			return decimalComma(value, 6);
		default:
			return String(value).replace('.', ',');
	}
}

const stampHeaders = ['utgava', 'regelversion', 'avstamd'];

function stampCells(stamp: ExportStamp): string[] {
	const agreed = stamp.reconciled === null ? '' : stamp.reconciled ? 'avstämd' : 'ej avstämd';
	return [guardText(stamp.edition), stamp.ruleVersion, agreed];
}

/** The header line, with the byte order mark. */
export function csvHeader(columns: readonly ExportColumn[]): string {
	return mark + toLines([[...columns.map((column) => column.header), ...stampHeaders]]);
}

/** Lines of rows, each ended by CRLF. */
export function csvRows(
	columns: readonly ExportColumn[],
	rows: readonly (readonly (ExportValue | undefined)[])[],
	stamp: ExportStamp
): string {
	const tail = stampCells(stamp);
	return toLines(
		rows.map((row) => [...columns.map((column, i) => exportCell(row[i], column.format)), ...tail])
	);
}

/** A whole table as one CSV text. */
export function toCsv(
	columns: readonly ExportColumn[],
	rows: readonly (readonly (ExportValue | undefined)[])[],
	stamp: ExportStamp
): string {
	return csvHeader(columns) + csvRows(columns, rows, stamp);
}

function toLines(rows: string[][]): string {
	if (!rows.length) return '';
	return Papa.unparse(rows, { delimiter: ';', newline: '\r\n' }) + '\r\n';
}
