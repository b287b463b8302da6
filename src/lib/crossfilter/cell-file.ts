// A file of cells: a line of JSON that says what follows, then each column as it lies in memory, so that reading is no
// work. All machines that run browsers today are little-endian, as the columns are.
import * as v from 'valibot';
import { spreadMonths } from '$lib/domain/accrual';
import { listFilters, type ListFilter } from '$lib/domain/filters';
import { parseMonth } from '$lib/domain/period';
import { CellFileError, type CellList, type Codes, type CostCells } from './cost-cells';

/** Raise it when cells are made or written otherwise: files of another format are made anew. */
export const cellFormat = 2;

const mark = 'genomlys-celler';
/** Columns begin where every kind of array may begin. */
const alignment = 8;

const wordSchema = v.object({ key: v.string(), label: v.nullable(v.string()) });
const headerSchema = v.object({
	mark: v.literal(mark),
	format: v.literal(cellFormat),
	length: v.number(),
	firstMonth: v.string(),
	months: v.number(),
	dataMonths: v.number(),
	/** How many cells are of yearly licences. */
	spread: v.number(),
	/** Of each code. */
	codeBytes: v.picklist([2, 4]),
	words: v.record(v.picklist(listFilters), v.array(wordSchema))
});
type Header = v.InferOutput<typeof headerSchema>;

const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;

/** Writes cells. */
export function encodeCells(cells: CostCells): Uint8Array<ArrayBuffer> {
	const header: Header = {
		mark,
		format: cellFormat,
		length: cells.length,
		firstMonth: cells.firstMonth,
		months: cells.months,
		dataMonths: cells.dataMonths,
		spread: cells.spread.cells.length,
		codeBytes: cells.lists.units.codes.BYTES_PER_ELEMENT === 2 ? 2 : 4,
		words: Object.fromEntries(listFilters.map((name) => [name, cells.lists[name].words])) as Header['words']
	};
	const text = new TextEncoder().encode(JSON.stringify(header));
	const columns = columnsOf(cells);
	const start = aligned(4 + text.length);
	const size = columns.reduce((bytes, column) => bytes + aligned(column.byteLength), start);
	const file = new Uint8Array(size);
	new DataView(file.buffer).setUint32(0, text.length, true);
	file.set(text, 4);
	let place = start;
	for (const column of columns) {
		file.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), place);
		place += aligned(column.byteLength);
	}
	return file;
}

/** The columns in the order of the file. */
function columnsOf(cells: CostCells) {
	return [
		cells.monthStarts,
		cells.amount,
		cells.rows,
		cells.internal,
		...listFilters.map((name) => cells.lists[name].codes),
		cells.spread.cells,
		cells.spread.parts
	];
}

/** Reads cells; the columns lie in the very bytes that were given. @throws CellFileError */
export function decodeCells(file: ArrayBuffer): CostCells {
	const header = headerOf(file);
	const firstMonth = parseMonth(header.firstMonth);
	if (!firstMonth) throw new CellFileError(`No month: ${header.firstMonth}`);
	const { length, months, dataMonths } = header;
	let place = aligned(4 + new DataView(file).getUint32(0, true));
	const next = <Column>(
		Kind: { new (buffer: ArrayBuffer, place: number, length: number): Column; BYTES_PER_ELEMENT: number },
		count: number
	): Column => {
		const bytes = count * Kind.BYTES_PER_ELEMENT;
		if (place + bytes > file.byteLength) throw new CellFileError('The file of cells is cut short');
		const column = new Kind(file, place, count);
		place += aligned(bytes);
		return column;
	};
	const [monthStarts, amount] = [next(Uint32Array, months + 1), next(Float64Array, length)];
	const [rows, internal] = [next(Uint32Array, length), next(Uint8Array, length)];
	const lists = Object.fromEntries(
		listFilters.map((name): [ListFilter, CellList] => {
			const words = header.words[name];
			if (!words) throw new CellFileError(`No list ${name}`);
			const codes: Codes = header.codeBytes === 2 ? next(Uint16Array, length) : next(Uint32Array, length);
			return [name, { words, codes }];
		})
	) as Record<ListFilter, CellList>;
	const spread = {
		cells: next(Uint32Array, header.spread),
		parts: next(Float64Array, header.spread * spreadMonths)
	};
	return { length, firstMonth, months, dataMonths, monthStarts, lists, internal, amount, rows, spread };
}

function headerOf(file: ArrayBuffer): Header {
	try {
		const size = new DataView(file).getUint32(0, true);
		const text = new TextDecoder().decode(new Uint8Array(file, 4, size));
		return v.parse(headerSchema, JSON.parse(text));
	} catch (error) {
		throw new CellFileError('This is no file of cells of this version', { cause: error });
	}
}
