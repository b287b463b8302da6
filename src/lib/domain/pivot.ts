// What a pivot shows, whose only home is the query string. Defaults are never written to the address.
import { dimensionFacts, dimensionOf, dimensions, type DimensionKey } from './dimensions';
import { keptWords, type Filters } from './filters';

/**
 * `amount` öre · `share`, `rowShare`, `columnShare` of the whole, the row and the column · `change` öre and `changeShare`
 * against the same months a year before · `rows` how many ledger rows · `perEmployee`, `perUser` öre per person.
 */
export type PivotMeasure =
	| 'amount'
	| 'share'
	| 'rowShare'
	| 'columnShare'
	| 'change'
	| 'changeShare'
	| 'rows'
	| 'perEmployee'
	| 'perUser';

const measureWords: Readonly<Record<PivotMeasure, string>> = {
	amount: 'kr',
	share: 'andel',
	rowShare: 'radandel',
	columnShare: 'kolumnandel',
	change: 'forandring',
	changeShare: 'procent',
	rows: 'antal',
	perEmployee: 'per_anstalld',
	perUser: 'per_anvandare'
};
export const pivotMeasures = Object.keys(measureWords) as PivotMeasure[];

/** How many of the first dimension are shown before Övriga; null is all. */
export const pivotTops = [10, 20, 50, 100, null] as const;
export type PivotTop = (typeof pivotTops)[number];

/** Columns, and values of a second dimension within one of the first, before Övriga. */
export const innerTop = 12;

export interface PivotSort {
	/** The names of the rows, the sums, or one column by its value; `other` is the column Övriga. */
	by: 'name' | 'total' | 'other' | { value: string | null };
	direction: 'ascending' | 'descending';
}

export interface Pivot {
	/** One or two, the outer first. */
	rows: readonly [DimensionKey, ...DimensionKey[]];
	columns: DimensionKey | null;
	measure: PivotMeasure;
	top: PivotTop;
	/** Null: time in its order, else the largest first. */
	sort: PivotSort | null;
}

export const usualPivot: Pivot = {
	rows: ['unit'],
	columns: 'costKind',
	measure: 'amount',
	top: 20,
	sort: null
};

// `rader` is the drawer's own parameter.
const names = ['per', 'kolumner', 'matt', 'topp', 'ordning', 'riktning'] as const;
const noColumns = 'inga';

/** Reads a pivot from a query string; what cannot be read is as usual. A dimension stands in one place only. */
export function pivotFromUrl(search: URLSearchParams): Pivot {
	const named = (search.get('per') ?? '').split(',').map(dimensionOf);
	const [first, second] = [...new Set(named.filter((key) => key !== undefined))];
	const rows: Pivot['rows'] = first ? (second ? [first, second] : [first]) : usualPivot.rows;
	const asked = search.get('kolumner');
	const usual = rows.some((key) => key === usualPivot.columns) ? null : usualPivot.columns;
	const chosen = asked === noColumns ? null : (dimensionOf(asked ?? '') ?? usual);
	const top = search.get('topp');
	return {
		rows,
		columns: chosen !== null && rows.includes(chosen) ? null : chosen,
		measure:
			pivotMeasures.find((measure) => measureWords[measure] === search.get('matt')) ?? usualPivot.measure,
		top:
			top === 'alla'
				? null
				: (pivotTops.find((count) => count !== null && String(count) === top) ?? usualPivot.top),
		sort: sortFromUrl(search)
	};
}

/** Writes a pivot into a query string, keeping parameters that are not its own. */
export function pivotToUrl(pivot: Pivot, keep: URLSearchParams = new URLSearchParams()): URLSearchParams {
	const search = new URLSearchParams(keep);
	for (const name of names) search.delete(name);
	const rows = pivot.rows.map((key) => dimensions[key].word).join(',');
	if (rows !== usualPivot.rows.map((key) => dimensions[key].word).join(',')) search.set('per', rows);
	if (pivot.columns === null) search.set('kolumner', noColumns);
	else if (pivot.columns !== usualPivot.columns) search.set('kolumner', dimensions[pivot.columns].word);
	if (pivot.measure !== usualPivot.measure) search.set('matt', measureWords[pivot.measure]);
	if (pivot.top !== usualPivot.top) search.set('topp', pivot.top === null ? 'alla' : String(pivot.top));
	if (pivot.sort) {
		const { by, direction } = pivot.sort;
		search.set('ordning', typeof by === 'string' ? orderWords[by] : columnWord(by.value));
		search.set('riktning', direction === 'ascending' ? 'stigande' : 'fallande');
	}
	return search;
}

const orderWords = { name: 'namn', total: 'summa', other: 'ovriga' } as const;
const columnWord = (value: string | null) => (value === null ? 'kolumn' : `kolumn:${value}`);

function sortFromUrl(search: URLSearchParams): PivotSort | null {
	const order = search.get('ordning');
	if (order === null) return null;
	const direction = search.get('riktning') === 'stigande' ? 'ascending' : 'descending';
	if (order === 'namn') return { by: 'name', direction };
	if (order === 'summa') return { by: 'total', direction };
	if (order === 'ovriga') return { by: 'other', direction };
	if (order === 'kolumn') return { by: { value: null }, direction };
	return order.startsWith('kolumn:') ? { by: { value: order.slice(7) }, direction } : null;
}

/** Shares and changes are computed from two figures, the others are sums of rows. */
export function isDerived(measure: PivotMeasure): boolean {
	return measure !== 'amount' && measure !== 'rows';
}

/** False where a measure has nothing to divide by: users are known per system, so a system must stand somewhere. */
export function isOffered(
	measure: PivotMeasure,
	pivot: Pick<Pivot, 'rows' | 'columns'>,
	filters: Filters
): boolean {
	if (measure !== 'perUser') return true;
	const systemStands = pivot.rows.includes('system') || pivot.columns === 'system';
	return systemStands || keptWords(filters, 'systems').length > 0;
}

/** True when the measure sets two years beside each other. */
export function compares(measure: PivotMeasure): boolean {
	return measure === 'change' || measure === 'changeShare';
}

/** What the rows with the most of are shown first: the size that "de 20 största" goes by. */
export type PivotSize = 'amount' | 'change' | 'rows';

export function sizeOf(measure: PivotMeasure): PivotSize {
	return compares(measure) ? 'change' : measure === 'rows' ? 'rows' : 'amount';
}

/** True when sums over these rows would count a month twice. */
export function overlappingRows(pivot: Pivot): boolean {
	return pivot.rows.some((key) => dimensionFacts(key).overlapping);
}

/** True when sums over the columns would count a month twice. */
export function overlappingColumns(pivot: Pivot): boolean {
	return pivot.columns !== null && Boolean(dimensionFacts(pivot.columns).overlapping);
}
