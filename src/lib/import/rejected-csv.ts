// The rejected rows of a file as CSV, in a form that can be mended and imported again.
import Papa from 'papaparse';
import type { RejectedRow } from './checks/check-rows';

/** None of these is the name of a field, so the import leaves them aside. */
const ownHeaders = ['avvisad_rad', 'avvisad_kolumn', 'avvisat_varde', 'avvisad_orsak'];

/** Text that a spreadsheet would run as a formula; a negative amount is none. */
const formula = /^(?:[=+@\t\r]|-(?![\d\s.,\u00a0]*$))/;

/** The header line, with the byte order mark. */
export function rejectedHeader(headers: readonly string[]): string {
	return `\ufeff${line([...ownHeaders, ...headers])}`;
}

/** One rejected row: where it stood, why, and all its cells, masked. */
export function rejectedLine(row: RejectedRow): string {
	return line([String(row.row), row.column, row.value, row.reason, ...row.cells]);
}

function line(cells: string[]): string {
	return `${Papa.unparse([cells], { delimiter: ';', newline: '\r\n', escapeFormulae: formula })}\r\n`;
}
