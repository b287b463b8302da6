// The IT cost of an edition as cells: rows of the ledger that are alike in everything the filters ask about, summed.
// Columns of codes and öre, so that a filter is answered by walking arrays instead of asking the engine.
import { listFilters, type ListFilter } from '$lib/domain/filters';
import { monthPlus, monthsBetween, type Month, type Period } from '$lib/domain/period';

/** One kind of array for all lists of a file, since a loop over several kinds is several times slower. */
export type Codes = Uint16Array | Uint32Array;

/** What a list can be, by code. */
export interface CellWord {
	/** As filters name it; `-` for rows without any. */
	key: string;
	/** What a register calls it; null where the key is its own name, or where no register names it. */
	label: string | null;
}

export interface CellList {
	words: CellWord[];
	/** Of each cell. */
	codes: Codes;
}

export interface CostCells {
	/** How many. */
	length: number;
	/** The first month with IT cost. */
	firstMonth: Month;
	/** How many months from the first to the last, or to the last with data of any kind. */
	months: number;
	/** How many of them lie within the data: a row may be dated after it. */
	dataMonths: number;
	/** Where the cells of each month begin, in the order of months; one more than there are months. */
	monthStarts: Uint32Array;
	lists: Record<ListFilter, CellList>;
	/** 1 where the other party is the municipality itself. */
	internal: Uint8Array;
	/** Öre. */
	amount: Float64Array;
	/** How many rows of the ledger. */
	rows: Uint32Array;
	/** Of yearly licences (domain/accrual.ts): the cells by number, and what falls in each of twelve months (öre). */
	spread: { cells: Uint32Array; parts: Float64Array };
}

/** What a file of cells cannot be read for. */
export class CellFileError extends Error {
	override readonly name = 'CellFileError';
}

/** An array that holds codes below a number. @param words the most that any list has */
export function codesFor(words: number, length: number): Codes {
	return words <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** The place of a month; below 0 or past the last where there are no cells. */
export function monthIndex({ firstMonth }: Pick<CostCells, 'firstMonth'>, month: Month): number {
	return monthsBetween(firstMonth, month);
}

/** The month at a place. */
export function monthAt({ firstMonth }: Pick<CostCells, 'firstMonth'>, index: number): Month {
	return monthPlus(firstMonth, index);
}

/** The places of a period's months that have cells, from the first to before the last; empty when it has none. */
export function monthRange(
	cells: Pick<CostCells, 'firstMonth' | 'months'>,
	period: Period
): { from: number; to: number } {
	const from = Math.max(0, monthIndex(cells, period.from));
	const to = Math.min(cells.months, monthIndex(cells, period.to) + 1);
	return { from, to: Math.max(from, to) };
}

/** Cells of nothing, for a municipality without IT cost. */
export function emptyCells(firstMonth: Month): CostCells {
	const lists = Object.fromEntries(
		listFilters.map((name) => [name, { words: [], codes: new Uint16Array(0) }])
	) as unknown as Record<ListFilter, CellList>;
	return {
		length: 0,
		firstMonth,
		months: 0,
		dataMonths: 0,
		monthStarts: new Uint32Array(1),
		lists,
		internal: new Uint8Array(0),
		amount: new Float64Array(0),
		rows: new Uint32Array(0),
		spread: { cells: new Uint32Array(0), parts: new Float64Array(0) }
	};
}
