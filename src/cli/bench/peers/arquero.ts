// arquero: a table of columns, filtered and rolled up once for each grouping.
import { op, table } from 'arquero';
import { decodeCells } from '$lib/crossfilter/cell-file';
import { narrowedLists, type Peer, type Rows, type State } from './task';

const columns = { units: 'unit', suppliers: 'supplier', costKinds: 'kind' } as const;

export function arquero(): Peer {
	let rows: Rows;
	let cost: ReturnType<typeof table>;
	return {
		async load(file) {
			rows = decodeCells(await file.arrayBuffer());
			const month = new Uint8Array(rows.length);
			for (let index = 0; index < rows.months; index++)
				month.fill(index, rows.monthStarts[index], rows.monthStarts[index + 1]);
			cost = table({
				month,
				unit: rows.lists.units.codes,
				supplier: rows.lists.suppliers.codes,
				kind: rows.lists.costKinds.codes,
				internal: rows.internal,
				amount: rows.amount
			});
		},
		answer(state) {
			const sums = (by: string[], except: string): number[] => {
				const filter = condition(rows, state, except);
				const kept = filter ? cost.filter(filter) : cost;
				const rolled = kept.groupby(...by).rollup({ ore: op.sum('amount') });
				return Array.from(rolled.array('ore'), Number);
			};
			return {
				months: sums(['month', 'kind'], 'months'),
				suppliers: sums(['supplier'], 'suppliers'),
				units: sums(['unit'], 'units'),
				costKinds: sums(['kind'], 'costKinds'),
				table: sums(['unit', 'kind'], '')
			};
		}
	};
}

/** Every filter but one, as an expression of arquero; null when nothing is filtered. */
function condition(rows: Rows, state: State, except: string): string | null {
	const parts: string[] = [];
	if (except !== 'months') parts.push(`d.month >= ${state.from} && d.month < ${state.to}`);
	for (const name of narrowedLists) {
		if (name === except || !state[name].length) continue;
		const codes = rows.lists[name].words.flatMap(({ key }, code) =>
			state[name].includes(key) ? [code] : []
		);
		parts.push(`(${codes.map((code) => `d.${columns[name]} === ${code}`).join(' || ') || 'false'})`);
	}
	if (!state.internal) parts.push('d.internal === 0');
	return parts.length ? `d => ${parts.join(' && ')}` : null;
}
