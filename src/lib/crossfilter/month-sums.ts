// What the filters leave of the cells, summed per month: for each list under every filter but its own, so that its bars
// stay. A period is then a sum over some months, so that dragging over months never walks the cells.
import { spreadMonths } from '$lib/domain/accrual';
import { listFilters, type Filters, type ListFilter } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { monthIndex, type Codes, type CostCells } from './cost-cells';

/** Sums at `month × size + code`. */
export interface SumsByMonth {
	size: number;
	/** Öre, then how many rows of the ledger, of each place in turn: what is added together lies together. */
	pairs: Float64Array;
}

const internalBit = 1 << listFilters.length;
const bitOf = (name: ListFilter) => 1 << listFilters.indexOf(name);

/** Cells by number, those of each month together. */
interface Chosen {
	/** Null is every cell. */
	cells: Uint32Array | null;
	monthStarts: Uint32Array;
}

/** What some filters leave, summed as it is asked for. Their period is not asked about. */
export class MonthSums {
	readonly #cells: CostCells;
	readonly #filters: Filters;
	readonly #sums = new Map<string, SumsByMonth>();
	/** Öre at `month of booking × 12 + months after it`. */
	#parts: Float64Array | null = null;
	/** Which cells fail what, while more may be asked of them. */
	#judged: { failed: Uint16Array | null; kept: Chosen } | null = null;

	constructor(cells: CostCells, filters: Filters) {
		this.#cells = cells;
		this.#filters = filters;
	}

	/** By kostnadsslag under every filter. */
	get kinds(): SumsByMonth {
		return this.#remember('kinds', () => {
			const { codes, words } = this.#cells.lists.costKinds;
			const sums = emptySums(this.#cells, words.length);
			addCells(sums, this.#cells, codes, this.#cellsOf().kept);
			return sums;
		});
	}

	/** By a list under every filter but its own. */
	list(name: ListFilter): SumsByMonth {
		const own = this.#filters[name].length > 0;
		if (name === 'costKinds' && !own) return this.kinds;
		return this.#remember(name, () => {
			const { codes, words } = this.#cells.lists[name];
			const { failed, kept } = this.#cellsOf();
			const sums = emptySums(this.#cells, words.length);
			addCells(sums, this.#cells, codes, kept);
			// What only its own filter leaves out.
			if (own && failed) addCells(sums, this.#cells, codes, chosenCells(this.#cells, failed, bitOf(name)));
			return sums;
		});
	}

	/** By `code × kostnadsslag` of a list under every filter. */
	table(by: ListFilter): SumsByMonth {
		return this.#remember(`table ${by}`, () => sumTable(this.#cells, by, this.#cellsOf().kept));
	}

	/**
	 * What yearly licences booked in a period leave to months after it or after the data, and what falls in it of those
	 * booked before (öre), under every filter. Of booked cells.
	 */
	spreading(period: Period): { later: number; earlier: number } {
		this.#parts ??= sumParts(this.#cells, this.#cellsOf().kept);
		const { months, dataMonths } = this.#cells;
		const [from, to] = [monthIndex(this.#cells, period.from), monthIndex(this.#cells, period.to)];
		const last = Math.min(to, dataMonths - 1);
		let [later, earlier] = [0, 0];
		for (let booked = 0; booked < months; booked++)
			for (let part = 0; part < spreadMonths; part++) {
				const ore = this.#parts[booked * spreadMonths + part] as number;
				const falls = booked + part;
				if (booked >= from && booked <= to && falls > last) later += ore;
				if (booked < from && falls >= from && falls <= last) earlier += ore;
			}
		return { later, earlier };
	}

	/** Lets go of what is as large as the cells themselves; it is made anew if it is asked for again. */
	release(): void {
		this.#judged = null;
	}

	#cellsOf(): { failed: Uint16Array | null; kept: Chosen } {
		if (this.#judged) return this.#judged;
		const failed = failedFilters(this.#cells, this.#filters);
		const kept = failed
			? chosenCells(this.#cells, failed, 0)
			: { cells: null, monthStarts: this.#cells.monthStarts };
		return (this.#judged = { failed, kept });
	}

	#remember(name: string, make: () => SumsByMonth): SumsByMonth {
		const known = this.#sums.get(name);
		if (known) return known;
		const made = make();
		this.#sums.set(name, made);
		return made;
	}
}

/** A bit for each filter that a cell fails; null when nothing is filtered. */
function failedFilters(cells: CostCells, filters: Filters): Uint16Array | null {
	let failed: Uint16Array | null = null;
	for (const name of listFilters) {
		if (!filters[name].length) continue;
		failed ??= new Uint16Array(cells.length);
		const { words, codes } = cells.lists[name];
		const named = new Set<string>(filters[name]);
		const excluded = filters.excluding.includes(name);
		const fails = Uint16Array.from(words, ({ key }) => (named.has(key) === excluded ? bitOf(name) : 0));
		for (let cell = 0; cell < failed.length; cell++)
			failed[cell] = (failed[cell] as number) | (fails[codes[cell] as number] as number);
	}
	if (!filters.internal) {
		failed ??= new Uint16Array(cells.length);
		for (let cell = 0; cell < failed.length; cell++)
			failed[cell] = (failed[cell] as number) | ((cells.internal[cell] as number) * internalBit);
	}
	return failed;
}

/** The cells that fail just these filters. */
function chosenCells({ length, months, monthStarts }: CostCells, failed: Uint16Array, bits: number): Chosen {
	const chosen = new Uint32Array(length);
	const starts = new Uint32Array(months + 1);
	let count = 0;
	for (let month = 0; month < months; month++) {
		const end = monthStarts[month + 1] as number;
		for (let cell = monthStarts[month] as number; cell < end; cell++) {
			chosen[count] = cell;
			// Counted without a branch: which cells are kept follows no pattern that a processor could guess.
			count += (failed[cell] as number) === bits ? 1 : 0;
		}
		starts[month + 1] = count;
	}
	return { cells: chosen.subarray(0, count), monthStarts: starts };
}

function emptySums({ months }: CostCells, size: number): SumsByMonth {
	return { size, pairs: new Float64Array(months * size * 2) };
}

// Each loop reads its arrays itself: a function that reads every kind of array is several times slower than one that reads one.
function addCells(
	{ size, pairs }: SumsByMonth,
	{ months, amount, rows }: CostCells,
	codes: Codes,
	chosen: Chosen
): void {
	const list = chosen.cells;
	for (let month = 0; month < months; month++) {
		const [from, to] = [chosen.monthStarts[month] as number, chosen.monthStarts[month + 1] as number];
		const base = month * size;
		if (list === null)
			for (let cell = from; cell < to; cell++) {
				const place = 2 * (base + (codes[cell] as number));
				pairs[place] = (pairs[place] as number) + (amount[cell] as number);
				pairs[place + 1] = (pairs[place + 1] as number) + (rows[cell] as number);
			}
		else
			for (let index = from; index < to; index++) {
				const cell = list[index] as number;
				const place = 2 * (base + (codes[cell] as number));
				pairs[place] = (pairs[place] as number) + (amount[cell] as number);
				pairs[place + 1] = (pairs[place + 1] as number) + (rows[cell] as number);
			}
	}
}

function sumParts({ length, months, monthStarts, spread }: CostCells, kept: Chosen): Float64Array {
	const places = new Int32Array(length).fill(-1);
	spread.cells.forEach((cell, place) => (places[cell] = place));
	const sums = new Float64Array(months * spreadMonths);
	for (let month = 0; month < months; month++) {
		const starts = kept.cells === null ? monthStarts : kept.monthStarts;
		for (let index = starts[month] as number; index < (starts[month + 1] as number); index++) {
			const place = places[kept.cells === null ? index : (kept.cells[index] as number)] as number;
			if (place < 0) continue;
			for (let part = 0; part < spreadMonths; part++)
				sums[month * spreadMonths + part] =
					(sums[month * spreadMonths + part] as number) +
					(spread.parts[place * spreadMonths + part] as number);
		}
	}
	return sums;
}

function sumTable(cells: CostCells, by: ListFilter, kept: Chosen): SumsByMonth {
	const { words: kindWords, codes: kinds } = cells.lists.costKinds;
	const { codes, words } = cells.lists[by];
	const count = kindWords.length;
	const size = words.length * count;
	const { months, amount, rows } = cells;
	const sums = emptySums(cells, size);
	const { pairs } = sums;
	for (let month = 0; month < months; month++) {
		const base = month * size;
		const end = kept.monthStarts[month + 1] as number;
		for (let index = kept.monthStarts[month] as number; index < end; index++) {
			const cell = kept.cells === null ? index : (kept.cells[index] as number);
			const place = 2 * (base + (codes[cell] as number) * count + (kinds[cell] as number));
			pairs[place] = (pairs[place] as number) + (amount[cell] as number);
			pairs[place + 1] = (pairs[place + 1] as number) + (rows[cell] as number);
		}
	}
	return sums;
}

/** Filters that differ in their period only have the same sums. */
export function sumsKey(filters: Filters): string {
	return JSON.stringify({ ...filters, period: null });
}
