// The figures of the cost pages for one set of filters, beside those that they are compared with.
import { listFilters, type Filters, type ListFilter } from '$lib/domain/filters';
import { accruedCells } from './accrued-cells';
import { monthAt, monthRange, type CellWord, type CostCells } from './cost-cells';
import { MonthSums, sumsKey, type SumsByMonth } from './month-sums';
import type { Month, Period } from '$lib/domain/period';

export type PeriodFilters = Filters & { period: Period };

export interface FiguresQuestion {
	filters: PeriodFilters;
	/** What it is compared with; null where there is nothing. `edition` is another one, opened before. */
	against: { filters: PeriodFilters; edition?: number } | null;
	/** The lists whose bars are shown, each with how many; null is all of them. */
	lists: Partial<Record<ListFilter, number | null>>;
	/** What the rows of the table by kostnadsslag are, and how many; null without one. */
	table: { by: ListFilter; limit: number | null } | null;
	/** Leaves `months` empty, where no chart draws them. */
	withoutMonths?: true;
}

/** Öre and ledger rows. */
export interface CostFigure {
	amount: number;
	rows: number;
}

/** A bar: what its list's own filter leaves out is there too. */
export interface ListFigure extends CostFigure, CellWord {
	/** Öre of what it is compared with; null where there is nothing to compare with. */
	before: number | null;
}

/** The largest bars, and those that the filters name. */
export interface ListFigures {
	/** Largest first. */
	figures: ListFigure[];
	others: CostFigure & { count: number; before: number | null };
}

export interface MonthFigure extends CostFigure {
	month: Month;
	costKind: string;
}

/** A row of the table. */
export interface TableRow extends ListFigure {
	/** By kostnadsslag, those with rows now or before. */
	kinds: (CostFigure & { costKind: string; before: number | null })[];
}

export interface TableFigures {
	/** Largest first. */
	rows: TableRow[];
	/** The rows that are not shown, together; null where all are. */
	others: (Omit<TableRow, keyof CellWord> & { count: number }) | null;
}

export interface CostFigures {
	/** Under every filter. */
	shown: CostFigure & { before: number | null };
	/** Of the period, without filters. */
	whole: CostFigure;
	lists: Partial<Record<ListFilter, ListFigures>>;
	/** By kostnadsslag under every filter, in the period. */
	kinds: ListFigure[];
	/** Of every month with data, under every filter but the period. */
	months: MonthFigure[];
	/** Equal keys have equal `months` of one edition. */
	monthsKey: string;
	/** The same of `monthsBefore`. */
	monthsBeforeKey: string;
	/** The same of what it is compared with, by its own months. */
	monthsBefore: MonthFigure[] | null;
	table: TableFigures | null;
	/** Where the basis is accrued: what is booked, and what makes `shown` of it. Null where the basis is what is booked. */
	accrual: AccrualFigures | null;
	/** What the words of the filters are called, also those that nothing is left of. */
	named: Partial<Record<ListFilter, CellWord[]>>;
}

/** Öre: accrued = booked − later + earlier, exactly. */
export interface AccrualFigures {
	booked: number;
	/** Booked in the period, for months after it or after the data. */
	later: number;
	/** In the period, booked before. */
	earlier: number;
}

/** One edition's cells, with the sums of the latest filters kept: a period that changes is answered from them. */
export class FilteredCells {
	readonly cells: CostCells;
	readonly #kept = new Map<string, MonthSums>();
	readonly #whole: SumsByMonth;
	#accrued: FilteredCells | null = null;

	constructor(cells: CostCells) {
		this.cells = cells;
		this.#whole = wholeByMonth(cells);
	}

	/** The cells that a basis counts. */
	of({ basis }: Pick<Filters, 'basis'>): FilteredCells {
		if (basis === 'booked') return this;
		return (this.#accrued ??= new FilteredCells(accruedCells(this.cells)));
	}

	sums(filters: PeriodFilters): MonthSums {
		const key = sumsKey(filters);
		const known = this.#kept.get(key);
		if (known) return known;
		for (const earlier of this.#kept.values()) earlier.release();
		const sums = new MonthSums(this.cells, filters);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size >= 6 && oldest !== undefined) this.#kept.delete(oldest);
		this.#kept.set(key, sums);
		return sums;
	}

	whole(period: Period): CostFigure {
		const [amount = 0, rows = 0] = overPeriod(this.cells, this.#whole, period);
		return { amount, rows };
	}
}

/**
 * @param booked the cells of the edition
 * @param other those of what it is compared with, where that is another edition
 */
export function costFigures(
	booked: FilteredCells,
	question: FiguresQuestion,
	other: FilteredCells = booked
): CostFigures {
	const { filters, against } = question;
	const own = booked.of(filters);
	const sums = own.sums(filters);
	const before = against && {
		cells: other.of(against.filters).cells,
		period: against.filters.period,
		sums: other.of(against.filters).sums(against.filters)
	};
	const kinds = listFigures(own, 'costKinds', sums.kinds, filters.period, before?.sums.kinds ?? null, before);
	return {
		shown: {
			amount: total(kinds, ({ amount }) => amount),
			rows: total(kinds, ({ rows }) => rows),
			before: before && total(kinds, (kind) => kind.before ?? 0)
		},
		whole: own.whole(filters.period),
		lists: Object.fromEntries(
			listFilters.flatMap((name) => {
				const limit = question.lists[name];
				if (limit === undefined) return [];
				const earlier = before?.sums.list(name) ?? null;
				const all = listFigures(own, name, sums.list(name), filters.period, earlier, before);
				return [[name, largest(all, limit, filters[name])]];
			})
		),
		kinds,
		months: question.withoutMonths ? [] : monthFigures(own.cells, sums.kinds),
		monthsKey: sumsKey(filters),
		monthsBeforeKey: against ? `${against.edition ?? ''} ${sumsKey(against.filters)}` : '',
		monthsBefore: before && !question.withoutMonths ? monthFigures(before.cells, before.sums.kinds) : null,
		table: question.table && tableFigures(own, question.table, sums, filters.period, before),
		accrual: filters.basis === 'accrued' ? accrualFigures(booked, filters) : null,
		named: namedWords(own.cells, filters)
	};
}

function accrualFigures(booked: FilteredCells, filters: PeriodFilters): AccrualFigures {
	const sums = booked.sums(filters);
	const pairs = overPeriod(booked.cells, sums.kinds, filters.period);
	return {
		booked: pairs.reduce((ore, value, place) => (place % 2 ? ore : ore + value), 0),
		...sums.spreading(filters.period)
	};
}

interface Before {
	cells: CostCells;
	period: Period;
	sums: MonthSums;
}

function namedWords(cells: CostCells, filters: Filters): CostFigures['named'] {
	return Object.fromEntries(
		listFilters
			.filter((name) => filters[name].length > 0)
			.map((name) => {
				const named = new Set<string>(filters[name]);
				return [name, cells.lists[name].words.filter(({ key }) => named.has(key))];
			})
	);
}

function total<Item>(items: readonly Item[], value: (item: Item) => number): number {
	return items.reduce((sum, item) => sum + value(item), 0);
}

function wholeByMonth(cells: CostCells): SumsByMonth {
	const pairs = new Float64Array(cells.months * 2);
	for (let month = 0; month < cells.months; month++) {
		const [from, to] = [cells.monthStarts[month], cells.monthStarts[month + 1]];
		pairs[2 * month] = cells.amount.subarray(from, to).reduce((sum, amount) => sum + amount, 0);
		pairs[2 * month + 1] = cells.rows.subarray(from, to).reduce((sum, rows) => sum + rows, 0);
	}
	return { size: 1, pairs };
}

/** Sums by code over the months of a period: öre and rows in turn. */
function overPeriod(cells: CostCells, { size, pairs }: SumsByMonth, period: Period): Float64Array {
	const { from, to } = monthRange(cells, period);
	const width = size * 2;
	const sums = new Float64Array(width);
	for (let month = from; month < to; month++) {
		const base = month * width;
		for (let place = 0; place < width; place++)
			sums[place] = (sums[place] as number) + (pairs[base + place] as number);
	}
	return sums;
}

/** Every word that has rows now, or cost in what it is compared with. */
function listFigures(
	{ cells }: FilteredCells,
	name: ListFilter,
	sums: SumsByMonth,
	period: Period,
	sumsBefore: SumsByMonth | null,
	before: Before | null
): ListFigure[] {
	const now = overPeriod(cells, sums, period);
	const { words } = cells.lists[name];
	const earlier = before && sumsBefore && overPeriod(before.cells, sumsBefore, before.period);
	const alike = before?.cells === cells;
	const wordsBefore = before?.cells.lists[name].words ?? [];
	const placeBefore = alike ? null : new Map(wordsBefore.map(({ key }, code) => [key, code]));
	const figures: ListFigure[] = [];
	const seen = new Set<string>();
	words.forEach(({ key, label }, code) => {
		const codeBefore = placeBefore ? placeBefore.get(key) : code;
		const [amount, rows] = pairAt(now, code);
		const [amountBefore, rowsBefore] = codeBefore === undefined ? [0, 0] : pairAt(earlier, codeBefore);
		if (placeBefore) seen.add(key);
		if (rows === 0 && rowsBefore === 0) return;
		figures.push({ key, label, amount, rows, before: earlier ? amountBefore : null });
	});
	// What only the other edition has.
	if (placeBefore && earlier)
		wordsBefore.forEach(({ key, label }, code) => {
			const [amount, rows] = pairAt(earlier, code);
			if (!seen.has(key) && rows > 0) figures.push({ key, label, amount: 0, rows: 0, before: amount });
		});
	return figures.sort((first, second) => second.amount - first.amount || compareText(first.key, second.key));
}

function pairAt(pairs: Float64Array | null, place: number): [amount: number, rows: number] {
	return [pairs?.[2 * place] ?? 0, pairs?.[2 * place + 1] ?? 0];
}

function compareText(first: string, second: string): number {
	return first < second ? -1 : first > second ? 1 : 0;
}

function monthFigures(cells: CostCells, sums: SumsByMonth): MonthFigure[] {
	const figures: MonthFigure[] = [];
	for (let month = 0; month < cells.months; month++) {
		cells.lists.costKinds.words.forEach(({ key }, kind) => {
			const [amount, rows] = pairAt(sums.pairs, month * sums.size + kind);
			if (rows > 0) figures.push({ month: monthAt(cells, month), costKind: key, amount, rows });
		});
	}
	return figures;
}

/** @param named what is shown however small it is */
function largest(all: readonly ListFigure[], limit: number | null, named: readonly string[]): ListFigures {
	const shown = (figure: ListFigure, index: number) =>
		limit === null || index < limit || named.includes(figure.key);
	const figures = all.filter(shown);
	const hidden = all.filter((figure, index) => !shown(figure, index));
	return { figures, others: { count: hidden.length, ...sumOf(hidden) } };
}

function sumOf(figures: readonly (CostFigure & { before: number | null })[]) {
	const compared = figures.some(({ before }) => before !== null);
	return {
		amount: total(figures, ({ amount }) => amount),
		rows: total(figures, ({ rows }) => rows),
		before: compared ? total(figures, ({ before }) => before ?? 0) : null
	};
}

function tableFigures(
	own: FilteredCells,
	{ by, limit }: { by: ListFilter; limit: number | null },
	sums: MonthSums,
	period: Period,
	before: Before | null
): TableFigures {
	const found = new Map<string, TableRow>();
	const collect = (cells: CostCells, side: SumsByMonth, months: Period, isNow: boolean) => {
		const kinds = cells.lists.costKinds.words;
		const pairs = overPeriod(cells, side, months);
		cells.lists[by].words.forEach(({ key, label }, code) =>
			kinds.forEach(({ key: costKind }, kind) => {
				const [ore, count] = pairAt(pairs, code * kinds.length + kind);
				if (count === 0) return;
				const nothing = { amount: 0, rows: 0, before: before && 0 };
				const row = found.get(key) ?? { key, label, kinds: [], ...nothing };
				let cell = row.kinds.find((known) => known.costKind === costKind);
				if (!cell) row.kinds.push((cell = { costKind, ...nothing }));
				for (const figure of [row, cell]) {
					if (isNow) [figure.amount, figure.rows] = [figure.amount + ore, figure.rows + count];
					else figure.before = (figure.before ?? 0) + ore;
				}
				found.set(key, row);
			})
		);
	};
	collect(own.cells, sums.table(by), period, true);
	if (before) collect(before.cells, before.sums.table(by), before.period, false);
	const rows = [...found.values()].sort(
		(first, second) => second.amount - first.amount || compareText(first.key, second.key)
	);
	const hidden = limit === null ? [] : rows.slice(limit);
	if (!hidden.length) return { rows, others: null };
	const names = [...new Set(hidden.flatMap(({ kinds }) => kinds.map(({ costKind }) => costKind)))];
	const kinds = names.map((costKind) => ({
		costKind,
		...sumOf(hidden.flatMap((row) => row.kinds.filter((cell) => cell.costKind === costKind)))
	}));
	return {
		rows: rows.slice(0, rows.length - hidden.length),
		others: { count: hidden.length, kinds, ...sumOf(hidden) }
	};
}
