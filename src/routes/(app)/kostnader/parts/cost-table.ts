// Nämnd × kostnadsslag: sums per cell, row and column, in öre.
import { drawnKind, drawnKinds } from '$lib/charts/palette';
import { costKinds, type CostKind } from '$lib/domain/cost-kind';

export interface CostCell {
	/** A nämnd, a supplier or a system; null is cost without one. */
	key: string | null;
	label: string | null;
	cost_kind: string;
	amount: number;
	row_count: number;
	before: number | null;
}

export interface CostColumn {
	/** As drawn: small kostnadsslag stand together. */
	label: string;
	kinds: CostKind[];
	total: number;
}

export interface CostRow {
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
	total: number;
	difference: number | null;
}

/** @param unnamed what a row without a label is called */
export function costTable(cells: readonly CostCell[], unnamed: (key: string | null) => string): CostTable {
	const sum = (chosen: readonly CostCell[], value: (cell: CostCell) => number) =>
		chosen.reduce((total, cell) => total + value(cell), 0);
	const shown = cells.filter((cell) => cell.row_count > 0);
	const compared = cells.some((cell) => cell.before !== null);
	const difference = (chosen: readonly CostCell[]) =>
		compared ? sum(chosen, (cell) => cell.amount - (cell.before ?? 0)) : null;
	const columns = drawnKinds
		.map((label) => ({
			label,
			kinds: costKinds.filter((kind) => drawnKind(kind) === label),
			total: sum(
				shown.filter((cell) => drawnKind(cell.cost_kind) === label),
				(cell) => cell.amount
			)
		}))
		.filter((column) => shown.some((cell) => drawnKind(cell.cost_kind) === column.label));
	const keys = [...new Set(shown.map((cell) => cell.key))];
	const rows = keys
		.map((key): CostRow => {
			const own = cells.filter((cell) => cell.key === key);
			return {
				key,
				label: own[0]?.label ?? unnamed(key),
				cells: columns.map((column) => {
					const held = own.filter((cell) => cell.row_count > 0 && drawnKind(cell.cost_kind) === column.label);
					return held.length ? sum(held, (cell) => cell.amount) : null;
				}),
				total: sum(own, (cell) => cell.amount),
				difference: difference(own)
			};
		})
		.sort((first, second) => second.total - first.total);
	return { columns, rows, total: sum(shown, (cell) => cell.amount), difference: difference(cells) };
}
