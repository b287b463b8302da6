// XLSX workbooks → records per sheet. Numbers stay numbers, dates become ISO days, formulas give their stored value.
import readWorkbook from 'read-excel-file/universal';
import type { FileProblem } from '$lib/domain/problem';
import { allBytes, type ByteSource } from './byte-source';
import type { Cell, SourceRecord } from './record';
import type { SourceTable } from './source-table';

interface WorkbookSheet {
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
function readXlsx(source: ByteSource): Promise<WorkbookSheet[]> {
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

/** Opens a workbook: one table per sheet that holds anything. */
export async function openWorkbook(
	source: ByteSource
): Promise<{ tables: SourceTable[]; controls: [] } | { problem: FileProblem }> {
	let sheets: WorkbookSheet[];
	try {
		sheets = await readXlsx(source);
	} catch {
		return {
			problem: {
				code: 'trasig_arbetsbok',
				message:
					'Filen ser ut som en arbetsbok eller ett zip-arkiv men går inte att läsa. Öppna den i Excel och spara om den som XLSX, eller packa upp arkivet.'
			}
		};
	}
	const filled = sheets.filter((sheet) => sheet.records.length > 0);
	if (!filled.length) {
		return {
			problem: {
				code: 'ingen_tabell_i_arbetsboken',
				message: 'Arbetsboken har inga ifyllda blad. Kontrollera att rätt fil är vald.'
			}
		};
	}
	return {
		controls: [],
		tables: filled.map((sheet) => ({
			sheet: sheet.name,
			format: 'xlsx',
			text: null,
			known: null,
			async *records() {
				yield sheet.records;
			}
		}))
	};
}
