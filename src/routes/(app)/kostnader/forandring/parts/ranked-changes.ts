// Who costs more and who costs less, the largest first.
import { added, noSums, type ComparedCell, type ComparedSums } from '$lib/domain/purchase';

/** A cell with the names that registers give it. */
export type NamedCell = ComparedCell & {
	supplier_name: string | null;
	contract_title: string | null;
	system_name: string | null;
};

export const rankings = ['supplier', 'unit', 'system'] as const;
export type Ranking = (typeof rankings)[number];

export interface RankedChange extends ComparedSums {
	/** Null: rows without one. */
	key: string | null;
	/** Null where no register names it. */
	label: string | null;
	/** Öre. */
	change: number;
}

const labels = {
	supplier: (cell: NamedCell) => cell.supplier_name,
	unit: (cell: NamedCell) => cell.unit,
	system: (cell: NamedCell) => cell.system_name
} as const;

/** What changed inside the filter, largest change first. What costs the same is left out. */
export function rankedChanges(
	cells: readonly NamedCell[],
	by: Ranking
): { increases: RankedChange[]; decreases: RankedChange[] } {
	const found = new Map<string | null, RankedChange>();
	for (const cell of cells.filter(({ inside }) => inside)) {
		const held = found.get(cell[by]) ?? { ...noSums, key: cell[by], label: labels[by](cell), change: 0 };
		found.set(cell[by], { ...held, ...added(held, cell), change: held.change + cell.now - cell.before });
	}
	const sorted = [...found.values()].sort(
		(first, second) =>
			Math.abs(second.change) - Math.abs(first.change) || ((first.key ?? '') < (second.key ?? '') ? -1 : 1)
	);
	return {
		increases: sorted.filter(({ change }) => change > 0),
		decreases: sorted.filter(({ change }) => change < 0)
	};
}
