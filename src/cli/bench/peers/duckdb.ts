// DuckDB-WASM as the app runs it, on the edition itself: one question with GROUPING SETS for each event.
import { openEdition, type EditionFile, type OpenEdition } from '$lib/engine/browser';
import { itRows } from '$lib/queries/cost-filter';
import { narrowedLists, type Peer, type State } from './task';

const columns = { units: 'unit', suppliers: 'supplier_key', costKinds: 'cost_kind' } as const;
const firstMonth = 2023 * 12;

export function duckdb(): Peer {
	let open: OpenEdition;
	return {
		/** @param file where the edition is: its JSON */
		async load(file) {
			const edition = JSON.parse(await file.text()) as EditionFile;
			open = await openEdition(edition, () => undefined);
			// The first question reads the file.
			await open.engine.run(
				question({ from: 0, to: 1, units: [], suppliers: [], costKinds: [], internal: true })
			);
		},
		async answer(state) {
			const found = await open.engine.run(question(state));
			const of = (which: number, column: string) =>
				found.filter((row) => row.which === which).map((row) => Number(row[column]));
			// GROUPING names the columns that are summed over, a bit for each: month, supplier, unit, kind.
			return {
				months: of(0b0110, 'months'),
				suppliers: of(0b1011, 'suppliers'),
				units: of(0b1101, 'units'),
				costKinds: of(0b1110, 'kinds'),
				table: of(0b1100, 'all_filters')
			};
		}
	};
}

function question(state: State): string {
	const passes = narrowedLists.map((name) => {
		const words = state[name].map((word) => `'${word.replaceAll("'", "''")}'`).join(', ');
		return state[name].length ? `${columns[name]} IN (${words})` : null;
	});
	const period = `month >= ${state.from} AND month < ${state.to}`;
	const sum = (...conditions: (string | null)[]) => {
		const needed = conditions.filter((condition) => condition !== null);
		return `sum(amount)${needed.length ? ` FILTER (WHERE ${needed.join(' AND ')})` : ''}::BIGINT`;
	};
	const [unit = null, supplier = null, kind = null] = passes;
	return `WITH own AS (
			SELECT year(day) * 12 + month(day) - 1 - ${firstMonth} AS month, unit, supplier_key, cost_kind, amount
			FROM cost WHERE ${itRows}${state.internal ? '' : ' AND NOT internal'}
		)
		SELECT GROUPING(month, supplier_key, unit, cost_kind)::INTEGER AS which,
			${sum(unit, supplier, kind)} AS months,
			${sum(period, unit, kind)} AS suppliers,
			${sum(period, supplier, kind)} AS units,
			${sum(period, unit, supplier)} AS kinds,
			${sum(period, unit, supplier, kind)} AS all_filters
		FROM own GROUP BY GROUPING SETS ((month, cost_kind), (supplier_key), (unit), (cost_kind), (unit, cost_kind))`;
}
