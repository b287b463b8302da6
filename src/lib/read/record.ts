// The one shape that every reader gives.

/** A cell: text as it stands, or a number where the file format itself says number (XLSX). */
export type Cell = string | number;

export interface SourceRecord {
	/** The line as a text editor or Excel shows it, header counted, from 1. */
	row: number;
	cells: Cell[];
	/** Set when the record itself is damaged: a Swedish reason. */
	broken?: string;
}

/** True when a record holds nothing but blanks. */
export function isEmptyRecord(record: SourceRecord): boolean {
	return !record.broken && record.cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}
