// Nämnd, supplier or system × kostnadsslag as the table draws it: sums per cell, row and column, in öre.
import { drawnKind, drawnKinds } from '$lib/charts/palette';
import type { CostFigures, ListFigure, TableRow } from '$lib/crossfilter/cost-figures';
import { costKinds, type CostKind } from '$lib/domain/cost-kind';

export interface CostColumn {
	/** As drawn: small kostnadsslag stand together. */
	label: string;
	kinds: CostKind[];
	total: number;
}

export interface CostRow {
	/** As filters name it; null for the rows that are gathered. */
	key: string | null;
	label: string;
	/** In column order; null is no rows at all. */
	cells: (number | null)[];
	total: number;
	/** Null when there is nothing to compare with. */
	difference: number | null;
}

export interface CostTable {
	columns: CostColumn[];
	/** Largest first. */
	rows: CostRow[];
	/** The rows that are not shown, together, and how many; null where all are. */
	others: (CostRow & { count: number }) | null;
	total: number;
	difference: number | null;
}

/** @param nameOf what a row is called */
export function costTable(
	{ table, kinds, shown }: Pick<CostFigures, 'table' | 'kinds' | 'shown'>,
	nameOf: (row: Pick<ListFigure, 'key' | 'label'>) => string
): CostTable | null {
	if (!table) return null;
	const held = kinds.filter(({ rows }) => rows > 0);
	const columns = drawnKinds
		.map((label) => ({
			label,
			kinds: costKinds.filter((kind) => drawnKind(kind) === label),
			total: sumOf(held.filter(({ key }) => drawnKind(key) === label))
		}))
		.filter(({ label }) => held.some(({ key }) => drawnKind(key) === label));
	const rowOf = (row: Pick<TableRow, 'amount' | 'before' | 'kinds'>) => ({
		cells: columns.map(({ label }) => {
			const cells = row.kinds.filter((cell) => cell.rows > 0 && drawnKind(cell.costKind) === label);
			return cells.length ? sumOf(cells) : null;
		}),
		total: row.amount,
		difference: row.before === null ? null : row.amount - row.before
	});
	return {
		columns,
		rows: table.rows.map((row) => ({ key: row.key, label: nameOf(row), ...rowOf(row) })),
		others: table.others && { key: null, label: '', count: table.others.count, ...rowOf(table.others) },
		total: shown.amount,
		difference: shown.before === null ? null : shown.amount - shown.before
	};
}

function sumOf(figures: readonly { amount: number }[]): number {
	return figures.reduce((sum, { amount }) => sum + amount, 0);
}
