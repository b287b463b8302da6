// The ledger rows behind the figures of Kostnader: its bars, its months and its table.
import type { CostKind } from '$lib/domain/cost-kind';
import { isKept, keeping, withoutValue, type Filters, type ListFilter } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';
import type { CostTableList } from './cost-answers.svelte';
import type { CostTable } from './cost-table';

/** The rows of a bar. Its list's own filter is left out, as it is of the bars. */
export function barSelection<F extends Filters>(
	filters: F,
	list: ListFilter,
	key: string
): RowSelection & { filters: F } {
	return { filters: { ...filters, ...keeping(filters, list, [key]) } };
}

/** The rows of some months of the trend. */
export function monthsSelection(filters: Filters, period: Period): RowSelection {
	return { filters: { ...filters, period } };
}

const dimensions = { units: 'unit', suppliers: 'supplier', systems: 'system' } as const;

/**
 * The rows of a figure of the table.
 * @param place from 0; a column past the last is the sum of the row, a row past the last is the sum of the column. The row
 * before it is what is not shown, where not all rows are
 */
export function tableSelection(
	filters: Filters,
	{ table, by }: { table: Pick<CostTable, 'rows' | 'columns' | 'others'>; by: CostTableList },
	place: { row: number; column: number }
): RowSelection {
	const row = table.rows[place.row];
	const column = table.columns[place.column];
	const gathered = !row && table.others !== null && place.row === table.rows.length;
	const ofRow = row?.key ? keeping(filters, by, [row.key]) : filters;
	const chosen = column ? keeping(ofRow, 'costKinds', keptKinds(filters, column.kinds)) : ofRow;
	const except = table.rows.map(({ key }) => (key === withoutValue ? null : key));
	return { filters: chosen, ...(gathered ? { cells: [{ dimension: dimensions[by], except }] } : {}) };
}

/** "Övrigt" under a filter on kostnadsslag is only what the filter keeps of it. */
export function keptKinds(filters: Filters, kinds: readonly CostKind[]): readonly CostKind[] {
	return filters.costKinds.length ? kinds.filter((kind) => isKept(filters, 'costKinds', kind)) : kinds;
}
