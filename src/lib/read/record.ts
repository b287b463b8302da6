// One row of a table, as every reader gives it.
import type { ProblemKind } from '$lib/domain/problem';

/** A cell: text as it stands, or a number where the file format itself says number (XLSX). */
export type Cell = string | number;

export interface SourceRecord {
	/** The line as a text editor or Excel shows it, header counted, from 1. */
	row: number;
	cells: Cell[];
	/** Set when the record itself is damaged: a Swedish reason. */
	broken?: string;
	/** What the format says about this record beyond its cells: the row is kept and flagged. */
	remarks?: readonly RecordRemark[];
}

/** A remark of the format itself, such as a voucher that does not balance. */
export interface RecordRemark {
	kind: Extract<ProblemKind, 'obalanserat_verifikat' | 'annan_valuta' | 'ofullstandig_uppgift'>;
	/** A whole Swedish sentence. */
	reason: string;
}

/** True when a record holds nothing but blanks. */
export function isEmptyRecord(record: SourceRecord): boolean {
	return !record.broken && record.cells.every((cell) => typeof cell === 'string' && cell.trim() === '');
}
