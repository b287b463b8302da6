// The form of every demo file: UTF-8 with BOM, semicolon, CRLF, decimal comma.
import Papa from 'papaparse';

/** UTF-8 with BOM, `;`, CRLF. Cells are written as they stand. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const body = Papa.unparse(
		{ fields: [...header], data: rows.map((row) => [...row]) },
		{ delimiter: ';', newline: '\r\n', header: true }
	);
	return `\ufeff${body}\r\n`;
}

/** Öre to kronor with two decimals and a comma, no thousands separator. */
export function kronor(ore: number): string {
	const digits = String(Math.abs(ore)).padStart(3, '0');
	return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
