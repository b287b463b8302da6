// What the page itself does: cells that were summed at publishing, and sums of months kept while only the months change. It
// answers more than the task asks: rows as well as öre, and what they are compared with.
import { decodeCells } from '$lib/crossfilter/cell-file';
import { monthAt } from '$lib/crossfilter/cost-cells';
import { costFigures, FilteredCells, type PeriodFilters } from '$lib/crossfilter/cost-figures';
import { noFilters, withList } from '$lib/domain/filters';
import { yearBefore } from '$lib/domain/period';
import type { Peer } from './task';

export function ownCells(): Peer {
	let cells: FilteredCells;
	return {
		async load(file) {
			const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip'));
			cells = new FilteredCells(decodeCells(await new Response(unpacked).arrayBuffer()));
		},
		answer(state) {
			const period = { from: monthAt(cells.cells, state.from), to: monthAt(cells.cells, state.to - 1) };
			let chosen = { ...noFilters, internal: state.internal };
			for (const name of ['units', 'suppliers', 'costKinds'] as const)
				chosen = withList(chosen, name, state[name], false);
			const filters: PeriodFilters = { ...chosen, period };
			const figures = costFigures(cells, {
				filters,
				against: { filters: { ...filters, period: yearBefore(period) } },
				lists: { units: null, suppliers: null, costKinds: null, orientations: null },
				table: { by: 'units', limit: null }
			});
			const ore = (list: 'units' | 'suppliers' | 'costKinds') =>
				figures.lists[list]?.figures.map(({ amount }) => amount) ?? [];
			return {
				months: figures.months.map(({ amount }) => amount),
				suppliers: ore('suppliers'),
				units: ore('units'),
				costKinds: ore('costKinds'),
				table: figures.table?.rows.flatMap(({ kinds }) => kinds.map(({ amount }) => amount)) ?? []
			};
		}
	};
}
