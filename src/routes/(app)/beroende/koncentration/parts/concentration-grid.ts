// The cells of the matrix as lines and columns, largest first, each with the words that its figures stand in.
import type { ConcentrationCell } from '$lib/domain/concentration-cell';
import type { concentrationCells } from '$lib/queries/concentration-cells';
import { concentrationWords as words } from '$lib/text/concentration';
import type * as v from 'valibot';

type CellRow = v.InferOutput<typeof concentrationCells.row>;

export interface ConcentrationMatrix {
	/** Nämnder and kostnadsslag, most kronor first; null is cost without one. */
	units: (string | null)[];
	costKinds: (string | null)[];
	/** Every cell that has cost, and the totals. */
	cells: ConcentrationCell[];
	at(costKind: string | null | undefined, unit: string | null | undefined): ConcentrationCell | null;
}

const keyOf = (costKind: string | null | undefined, unit: string | null | undefined) =>
	JSON.stringify([costKind === undefined ? [] : costKind, unit === undefined ? [] : unit]);

export function concentrationMatrix(rows: readonly CellRow[]): ConcentrationMatrix {
	const cells = rows.map((row): ConcentrationCell => ({
		costKind: row.all_kinds ? undefined : row.cost_kind,
		unit: row.all_units ? undefined : row.unit,
		amount: row.amount,
		nameless: row.nameless,
		base: row.base,
		suppliers: row.suppliers,
		hhi: row.hhi,
		topKey: row.top_key,
		topAmount: row.top_amount,
		rows: row.row_count
	}));
	const byPlace = new Map(cells.map((cell) => [keyOf(cell.costKind, cell.unit), cell]));
	const bySize = cells.toSorted((a, b) => b.amount - a.amount);
	return {
		units: bySize.flatMap(({ costKind, unit }) =>
			costKind === undefined && unit !== undefined ? [unit] : []
		),
		costKinds: bySize.flatMap(({ costKind, unit }) =>
			unit === undefined && costKind !== undefined ? [costKind] : []
		),
		cells,
		at: (costKind, unit) => byPlace.get(keyOf(costKind, unit)) ?? null
	};
}

export const kindName = (costKind: string | null | undefined) =>
	costKind === undefined ? words.allKinds : (costKind ?? words.withoutKind);
export const unitName = (unit: string | null | undefined) =>
	unit === undefined ? words.allUnits : (unit ?? words.withoutUnit);

/** "Drift, Kommunstyrelsen"; the whole is one word. */
export function cellName({ costKind, unit }: Pick<ConcentrationCell, 'costKind' | 'unit'>): string {
	if (costKind === undefined && unit === undefined) return 'Hela kostnaden';
	if (unit === undefined) return kindName(costKind);
	return costKind === undefined ? unitName(unit) : `${kindName(costKind)}, ${unitName(unit)}`;
}
