// XLSX workbooks → records per sheet. Numbers stay numbers, dates become ISO days, formulas give their stored value.
import readWorkbook from 'read-excel-file/universal';
import type { FileProblem } from '$lib/domain/problem';
import type { PackedFile } from '../archive/archive';
import type { ByteSource } from '../byte-source';
import type { Cell, SourceRecord } from '../record';
import type { SourceTable } from '../source-table';
import { openPackage, type SheetFacts } from './package';

interface WorkbookSheet {
	name: string;
	hidden: boolean;
	hiddenRows: number;
	records: SourceRecord[];
}

/** A larger file is unpacked to more than a browser can hold. */
const largestWorkbook = 80 * 1024 * 1024;

const tooLarge: FileProblem = {
	code: 'for_stor',
	message:
		'Arbetsboken är större än 80 MB, eller 500 MB uppackad. Spara bladet som CSV och läs in den filen i stället.'
};

const broken: FileProblem = {
	code: 'trasig_arbetsbok',
	message:
		'Filen ser ut som en arbetsbok men är skadad och går inte att läsa. Hämta den igen, eller öppna den i Excel och spara om den som XLSX.'
};

const noSheets: FileProblem = {
	code: 'ingen_tabell_i_arbetsboken',
	message: 'Arbetsboken har inga ifyllda blad. Kontrollera att rätt fil är vald.'
};

function cellOf(value: unknown): Cell {
	if (typeof value === 'number' || typeof value === 'string') return value;
	if (value === null || value === undefined) return '';
	if (value instanceof Date) return dayOf(value);
	if (typeof value === 'boolean') return value ? 'ja' : 'nej';
	return String(value);
}

/** The reader gives dates in UTC, so the day never moves with the clock of the machine. */
function dayOf(date: Date): Cell {
	return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/T.*$/, '');
}

/** A number that a double cannot hold keeps its digits. */
function numberOf(text: string): Cell {
	const value = Number(text);
	return Number.isFinite(value) && text.trim() !== '' ? value : text;
}

/** Unpacking is the slow part, so a source that is read again with other answers is not unpacked again. */
const opened = new WeakMap<ByteSource, Promise<WorkbookSheet[] | FileProblem>>();

function readXlsx(source: ByteSource, files: readonly PackedFile[]): Promise<WorkbookSheet[] | FileProblem> {
	const known = opened.get(source);
	if (known) return known;
	const sheets = unpack(files).catch(() => broken);
	opened.set(source, sheets);
	return sheets;
}

async function unpack(files: readonly PackedFile[]): Promise<WorkbookSheet[] | FileProblem> {
	const workbook = await openPackage(files);
	if (!workbook) return tooLarge;
	const sheets = await readWorkbook(workbook.bytes, { parseNumber: numberOf });
	// Sheets and what is said of them come in the same order; a sheet of a chart only has no cells.
	const facts = sheets.length === workbook.sheets.length ? workbook.sheets : [];
	return sheets.map(({ sheet, data }, i) => {
		const rows: readonly unknown[][] = data ?? [];
		const records = rows.map((cells, row): SourceRecord => ({ row: row + 1, cells: cells.map(cellOf) }));
		remarkMerged(records, facts[i]);
		return { name: sheet, hidden: facts[i]?.hidden ?? false, hiddenRows: facts[i]?.hiddenRows ?? 0, records };
	});
}

/** A value that is merged over several rows stands in the first only: the others are kept and flagged. */
function remarkMerged(records: SourceRecord[], facts: SheetFacts | undefined): void {
	for (const range of facts?.mergedDown ?? []) {
		const [first = 0, last = 0] = (range.match(/\d+/g) ?? []).map(Number);
		for (let row = first + 1; row <= Math.min(last, records.length); row++) {
			const record = records[row - 1];
			if (!record) continue;
			record.remarks ??= [
				{
					kind: 'ofullstandig_uppgift',
					reason: `Raden hör till de sammanslagna cellerna ${range}. Värdet står bara på rad ${first}: dela upp cellerna och fyll i varje rad.`
				}
			];
		}
	}
}

function notesOn({ name, hidden, hiddenRows }: WorkbookSheet): string[] {
	const notes: string[] = [];
	if (hidden) notes.push(`Bladet ${name} är dolt i arbetsboken. Kontrollera att det är rätt blad.`);
	if (hiddenRows) {
		const [rows, are] = hiddenRows === 1 ? ['En rad', 'är dold'] : [`${hiddenRows} rader`, 'är dolda'];
		notes.push(
			`${rows} på bladet ${name} ${are} i Excel, kanske av ett filter. Alla rader läses in: ta bort dem i filen som inte ska räknas.`
		);
	}
	return notes;
}

/** Opens a workbook by the parts of its package: one table per sheet that holds anything. */
export async function openWorkbook(
	source: ByteSource,
	files: readonly PackedFile[]
): Promise<{ tables: SourceTable[]; controls: [] } | { problem: FileProblem }> {
	if (source.size > largestWorkbook) return { problem: tooLarge };
	const sheets = await readXlsx(source, files);
	if (!Array.isArray(sheets)) return { problem: sheets };
	const filled = sheets.filter((sheet) => sheet.records.length > 0);
	if (!filled.length) return { problem: noSheets };
	return {
		controls: [],
		tables: filled.map((sheet) => ({
			sheet: sheet.name,
			format: 'xlsx',
			text: null,
			known: null,
			notes: notesOn(sheet),
			async *records() {
				yield sheet.records;
			}
		}))
	};
}
