// The lines of a pivot's answer as a table: headings, cells and sums. Values follow from öre and rows; order is by value.
import { monthsOfValue, sharedMonths } from './dimension-months';
import { dimensionFacts, type DimensionCell, type DimensionKey } from './dimensions';
import { yearBefore, type Period } from './period';
import { headedBy, headsOf, type Headcount, type Heads } from './headcount';
import { overlappingColumns, overlappingRows, type Pivot, type PivotMeasure, type PivotSort } from './pivot';
import { smallestBaseForPercent } from './money';

/** One line of the answer, as `cost-pivot` gives it. */
export type PivotAnswer = Record<'has_row1' | 'has_row2' | 'has_col', boolean> &
	Record<'row1' | 'row2' | 'col' | 'row1_label' | 'row2_label' | 'col_label', string | null> &
	Record<'row1_other' | 'row2_other' | 'col_other', boolean> &
	Record<'row1_hidden' | 'row2_hidden' | 'col_hidden', number> &
	Record<'row1_place' | 'row2_place' | 'col_place', number> &
	Record<'amount' | 'row_count' | 'before', number> & {
		/** Öre of nämnder or systems whose people are known; only for measures per person. */
		covered?: number;
	};

export interface Heading {
	dimension: DimensionKey;
	/** Null is cost without any; meaningless for Övriga. */
	value: string | null;
	/** A name, where the value is a key. */
	label: string | null;
	/** Övriga: how many values it gathers; null is a single value. */
	gathers: number | null;
	/** By size, from 1. */
	place: number;
}

/** A source figure in öre and rows. `before` is null where there is nothing to compare with. */
export interface PivotSums {
	amount: number;
	rowCount: number;
	before: number | null;
	/** The part of the öre whose people are known; all of it for measures that divide by nobody. */
	covered: number;
}

export interface PivotLine {
	/** One heading, or two when the line is within a value of the first dimension. */
	headings: Heading[];
	/** The sum of the lines under it. */
	group: boolean;
	/** In column order. Null: no rows. */
	cells: (PivotSums | null)[];
	/** Null where the columns overlap, or the lines under it do. */
	total: PivotSums | null;
	/** Its figures would count months twice, so it has none. */
	overlapping: boolean;
}

export interface PivotTable {
	pivot: Pivot;
	columns: Heading[];
	lines: PivotLine[];
	/** The sums of the columns; null where the rows overlap. */
	sums: PivotLine | null;
	/** Everything that the filters keep. */
	whole: PivotSums;
	/** False: the columns overlap, so lines have no sum. */
	hasTotals: boolean;
	/** People per nämnd or system, of all that the filters keep; null for measures that divide by nobody. */
	heads: readonly Headcount[] | null;
}

type AxisName = 'row1' | 'row2' | 'col';

/**
 * @param period the months asked for
 * @param available the months with data: a year before them is unknown, not zero
 */
export function pivotTable(
	answer: readonly PivotAnswer[],
	pivot: Pivot,
	{
		period,
		available,
		heads = null
	}: { period: Period; available: Period; heads?: readonly Headcount[] | null }
): PivotTable {
	const [first, second] = pivot.rows;
	const axes: Partial<Record<AxisName, DimensionKey>> = {
		row1: first,
		...(second ? { row2: second } : {}),
		...(pivot.columns ? { col: pivot.columns } : {})
	};
	const heading = (line: PivotAnswer, name: AxisName): Heading => ({
		dimension: axes[name] ?? first,
		value: line[name],
		label: line[`${name}_label`],
		gathers: line[`${name}_other`] ? line[`${name}_hidden`] : null,
		place: line[`${name}_place`]
	});
	const known = (headings: readonly Heading[]): boolean => {
		let months: Period | null = period;
		for (const { dimension, value } of headings) {
			const own = value === null ? null : monthsOfValue(dimension, value);
			if (own && months) months = sharedMonths(months, own);
		}
		return months !== null && yearBefore(months).from >= available.from;
	};
	const sums = (line: PivotAnswer, headings: readonly Heading[]): PivotSums => ({
		amount: line.amount,
		rowCount: line.row_count,
		before: known(headings) ? line.before : null,
		covered: line.covered ?? line.amount
	});

	const columns = new Map<string, Heading>();
	const lines = new Map<
		string,
		{ headings: Heading[]; own: PivotSums | null; cells: Map<string, PivotSums> }
	>();
	let whole: PivotSums = { amount: 0, rowCount: 0, before: null, covered: 0 };
	for (const line of answer) {
		// Övriga of the first dimension stands undivided, where it has a sum of its own.
		if (line.has_row2 && line.row1_other && !overlappingRows(pivot)) continue;
		const headings = [
			...(line.has_row1 ? [heading(line, 'row1')] : []),
			...(line.has_row2 ? [heading(line, 'row2')] : [])
		];
		const column = line.has_col ? heading(line, 'col') : null;
		const all = sums(line, column ? [...headings, column] : headings);
		if (!headings.length && !column) {
			whole = all;
			continue;
		}
		const key = headings.map(keyOf).join();
		const held = lines.get(key) ?? { headings, own: null, cells: new Map<string, PivotSums>() };
		lines.set(key, held);
		if (column) {
			const before = columns.get(keyOf(column));
			// The place of a column is the same in every line, but a name may come with any of them.
			columns.set(
				keyOf(column),
				before ? { ...before, place: Math.min(before.place, column.place) } : column
			);
			held.cells.set(keyOf(column), all);
		} else held.own = all;
	}

	const ordered = [...columns.values()].sort(byOrder);
	const hasTotals = !overlappingColumns(pivot);
	const table: PivotTable = { pivot, columns: ordered, lines: [], sums: null, whole, hasTotals, heads };
	const made = [...lines.values()].map(({ headings, own, cells }): PivotLine => ({
		headings,
		group: headings.length < pivot.rows.length && headings.length > 0 && headings[0]?.gathers === null,
		cells: ordered.map((column) => cells.get(keyOf(column)) ?? null),
		total: hasTotals ? own : null,
		overlapping: false
	}));
	table.sums = made.find((line) => !line.headings.length) ?? null;
	if (!table.sums && !overlappingRows(pivot))
		table.sums = {
			headings: [],
			group: false,
			cells: [],
			total: hasTotals ? whole : null,
			overlapping: false
		};
	if (table.sums && hasTotals) table.sums = { ...table.sums, total: whole };
	const body = made.filter((line) => line.headings.length > 0);
	// The lines of overlapping months have no line above them that sums them.
	if (second && overlappingRows(pivot) && !dimensionFacts(first).overlapping) addHeads(body, ordered.length);
	table.lines = nested(body, table);
	return table;
}

function addHeads(lines: PivotLine[], columns: number): void {
	const heads = new Map<string, Heading>();
	for (const { headings } of lines) {
		const [head] = headings;
		if (head && headings.length === 2) heads.set(keyOf(head), head);
	}
	for (const head of heads.values())
		lines.push({
			headings: [head],
			group: true,
			cells: Array.from({ length: columns }, () => null),
			total: null,
			overlapping: true
		});
}

function keyOf(heading: Heading): string {
	return JSON.stringify(heading.gathers === null ? heading.value : [heading.dimension]);
}

/** Time in its own order, else the largest first; Övriga last. */
function byOrder(first: Heading, second: Heading): number {
	if ((first.gathers === null) !== (second.gathers === null)) return first.gathers === null ? -1 : 1;
	if (dimensionFacts(first.dimension).time) return (first.value ?? '') < (second.value ?? '') ? -1 : 1;
	return first.place - second.place;
}

const swedish = new Intl.Collator('sv', { numeric: true });

/** Lines under their groups, each level in the order asked for. */
function nested(lines: readonly PivotLine[], table: PivotTable): PivotLine[] {
	const { sort } = table.pivot;
	const compare = (first: PivotLine, second: PivotLine): number => {
		const [one, other] = [first.headings.at(-1), second.headings.at(-1)];
		if (!one || !other) return 0;
		if (!sort || (one.gathers === null) !== (other.gathers === null)) return byOrder(one, other);
		return sorted(first, second, sort, table) || byOrder(one, other);
	};
	const outer = lines.filter((line) => line.headings.length === 1).sort(compare);
	const inner = new Map<string, PivotLine[]>();
	for (const line of lines) {
		const [head] = line.headings;
		if (head && line.headings.length === 2) inner.set(keyOf(head), [...(inner.get(keyOf(head)) ?? []), line]);
	}
	return outer.flatMap((line) => {
		const [head] = line.headings;
		return [line, ...((head && inner.get(keyOf(head))) ?? []).sort(compare)];
	});
}

function sorted(first: PivotLine, second: PivotLine, sort: PivotSort, table: PivotTable): number {
	const factor = sort.direction === 'ascending' ? 1 : -1;
	if (sort.by === 'name') {
		const name = (line: PivotLine) => line.headings.at(-1)?.label ?? line.headings.at(-1)?.value ?? '';
		return factor * swedish.compare(name(first), name(second));
	}
	const index = sortedColumn(table, sort);
	const [a, b] = [first, second].map((line) => lineValue(table, line, index));
	if (a === null || b === null || a === undefined || b === undefined)
		return a === b ? 0 : a === null ? 1 : -1;
	return factor * (a - b);
}

/** Which column a sort goes by: its place, or the sums (one past the last). */
export function sortedColumn(table: PivotTable, sort: PivotSort): number {
	const { by } = sort;
	if (by === 'other') return table.columns.findIndex((column) => column.gathers !== null);
	if (typeof by === 'string') return table.columns.length;
	return table.columns.findIndex((column) => column.gathers === null && column.value === by.value);
}

/** The source figure of a cell; `column` past the last is the sum of the line. */
export function sumsAt(line: PivotLine, column: number): PivotSums | null {
	return column >= line.cells.length ? line.total : (line.cells[column] ?? null);
}

/** The value that a cell shows; null is none to show. Öre, share (0–1) or number of rows, by the measure. */
export function lineValue(table: PivotTable, line: PivotLine, column: number): number | null {
	const sums = sumsAt(line, column);
	if (!sums) return null;
	const heads = headsAt(table, line, column);
	if (heads) return heads.count === null ? null : sums.covered / heads.count;
	return valueOf(table.pivot.measure, sums, denominator(table, line, column));
}

/** The people that a cell is divided by; null for measures that divide by nobody. */
export function headsAt(table: PivotTable, line: PivotLine, column: number): Heads | null {
	const of = headedBy(table.pivot.measure);
	if (!of || !table.heads) return null;
	const headings = [...line.headings, ...table.columns.slice(column, column + 1)];
	const own = headings.find(({ dimension }) => dimension === of);
	if (!own) return headsOf(table.heads, null);
	if (own.gathers === null) return headsOf(table.heads, { dimension: of, value: own.value });
	return headsOf(table.heads, cellsOf(table, line, column).find(({ dimension }) => dimension === of) ?? null);
}

/** True when a figure per person leaves something out: kronor or nämnder whose people are unknown. */
export function isPartial(table: PivotTable, line: PivotLine, column: number): boolean {
	const heads = headsAt(table, line, column);
	const sums = sumsAt(line, column);
	return (
		heads !== null &&
		heads.count !== null &&
		sums !== null &&
		(sums.covered !== sums.amount || heads.unknown.length > 0)
	);
}

/** What a share is a share of; null when the measure is no share, or the sum would count months twice. */
export function denominator(table: PivotTable, line: PivotLine, column: number): PivotSums | null {
	switch (table.pivot.measure) {
		case 'share':
			return table.whole;
		case 'rowShare':
			return line.total;
		case 'columnShare':
			return table.sums && sumsAt(table.sums, column);
		default:
			return null;
	}
}

function valueOf(measure: PivotMeasure, sums: PivotSums, whole: PivotSums | null): number | null {
	switch (measure) {
		case 'amount':
			return sums.amount;
		case 'rows':
			return sums.rowCount;
		case 'change':
			return sums.before === null ? null : sums.amount - sums.before;
		case 'changeShare':
			return sums.before === null || sums.before < smallestBaseForPercent
				? null
				: (sums.amount - sums.before) / sums.before;
		default:
			return whole && whole.amount !== 0 ? sums.amount / whole.amount : null;
	}
}

/**
 * What the rows of a cell have in common. Övriga is everything but its neighbours.
 * @param column past the last: the whole line
 */
export function cellsOf(table: PivotTable, line: PivotLine, column: number): DimensionCell[] {
	const heading = table.columns[column];
	return [
		...line.headings.map((own, level) => ({
			own,
			among: table.lines.flatMap(({ headings }) => {
				const other = headings[level];
				const [head, ownHead] = [headings[0], line.headings[0]];
				const together = level === 0 || (head && ownHead && keyOf(head) === keyOf(ownHead));
				return other && together ? [other] : [];
			})
		})),
		...(heading ? [{ own: heading, among: table.columns }] : [])
	].map(({ own, among }) => {
		if (own.gathers === null) return { dimension: own.dimension, value: own.value };
		const values = among.filter(({ gathers }) => gathers === null).map(({ value }) => value);
		return { dimension: own.dimension, except: [...new Set(values)] };
	});
}
