// XLSX workbooks → records per sheet. Numbers stay numbers, dates become ISO days, formulas give their stored value.
import readWorkbook from 'read-excel-file/universal';
import { allBytes, type ByteSource } from './byte-source';
import type { Cell, SourceRecord } from './record';

export interface WorkbookSheet {
	name: string;
	records: SourceRecord[];
}

function cellOf(value: unknown): Cell {
	if (typeof value === 'number' || typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? 'ja' : 'nej';
	return String(value);
}

/** Unpacking is the slow part, so a source that is read again with other answers is not unpacked again. */
const opened = new WeakMap<ByteSource, Promise<WorkbookSheet[]>>();

/**
 * Reads every sheet of a workbook into memory, where it stays as long as the source does.
 * @throws Error when the bytes are no workbook
 */
export function readXlsx(source: ByteSource): Promise<WorkbookSheet[]> {
	const known = opened.get(source);
	if (known) return known;
	const sheets = unpack(source);
	opened.set(source, sheets);
	return sheets;
}

async function unpack(source: ByteSource): Promise<WorkbookSheet[]> {
	const bytes = await allBytes(source);
	const copy = new Uint8Array(bytes);
	const sheets = await readWorkbook(copy.buffer);
	return sheets.map(({ sheet, data }) => ({
		name: sheet,
		records: data.map((cells, i) => ({ row: i + 1, cells: cells.map(cellOf) }))
	}));
}
