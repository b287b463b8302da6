// PapaParse and crossfilter2: a CSV read to records, and a dimension for each grouping.
import crossfilter from 'crossfilter2';
import Papa from 'papaparse';
import type { Peer, State } from './task';

interface Row {
	month: number;
	unit: string;
	supplier: string;
	kind: string;
	internal: boolean;
	amount: number;
}
type Dimension<Value extends crossfilter.NaturallyOrderedValue> = crossfilter.Dimension<Row, Value>;

/** A month and a kind as one number that months can be filtered by. */
const kindsMost = 32;

export function crossfilter2(): Peer {
	let make: ((state: State) => void) | null = null;
	let groups: Record<'months' | 'suppliers' | 'units' | 'costKinds' | 'table', () => number[]>;
	return {
		async load(file) {
			const rows = await readRows(file);
			const kinds = [...new Set(rows.map(({ kind }) => kind))];
			const kindNumber = new Map(kinds.map((kind, index) => [kind, index]));
			const filter = crossfilter(rows);
			const months = filter.dimension((row) => row.month * kindsMost + (kindNumber.get(row.kind) ?? 0));
			const units = filter.dimension((row) => row.unit);
			const suppliers = filter.dimension((row) => row.supplier);
			const costKinds = filter.dimension((row) => row.kind);
			const internal = filter.dimension((row) => (row.internal ? 1 : 0));
			const table = filter.dimension((row) => `${row.unit}\t${row.kind}`);
			const sums = <Value extends crossfilter.NaturallyOrderedValue>(dimension: Dimension<Value>) => {
				const group = dimension.group<Value, number>().reduceSum((row) => row.amount);
				return () => group.all().map(({ value }) => value);
			};
			groups = {
				months: sums(months),
				suppliers: sums(suppliers),
				units: sums(units),
				costKinds: sums(costKinds),
				table: sums(table)
			};
			const choose = (dimension: Dimension<string>, words: readonly string[]) => {
				const [only] = words;
				if (only === undefined) dimension.filterAll();
				else if (words.length === 1) dimension.filterExact(only);
				else dimension.filterFunction((word) => words.includes(String(word)));
			};
			let before: State | null = null;
			// Only what has changed is filtered anew, as a page would.
			make = (state) => {
				if (before?.from !== state.from || before.to !== state.to)
					months.filterRange([state.from * kindsMost, state.to * kindsMost]);
				if (String(before?.units ?? '') !== String(state.units)) choose(units, state.units);
				if (String(before?.suppliers ?? '') !== String(state.suppliers)) choose(suppliers, state.suppliers);
				if (String(before?.costKinds ?? '') !== String(state.costKinds)) choose(costKinds, state.costKinds);
				if ((before?.internal ?? true) !== state.internal)
					if (state.internal) internal.filterAll();
					else internal.filterExact(0);
				before = state;
			};
		},
		answer(state) {
			make?.(state);
			return {
				months: groups.months(),
				suppliers: groups.suppliers(),
				units: groups.units(),
				costKinds: groups.costKinds(),
				table: groups.table()
			};
		}
	};
}

function readRows(file: File): Promise<Row[]> {
	return new Promise((resolve, reject) => {
		const rows: Row[] = [];
		Papa.parse<string[]>(file, {
			delimiter: ';',
			skipEmptyLines: true,
			chunk: ({ data }) => {
				for (const [month, unit = '', supplier = '', kind = '', internal, amount] of data)
					rows.push({
						month: Number(month),
						unit,
						supplier,
						kind,
						internal: internal === '1',
						amount: Number(amount)
					});
			},
			complete: () => resolve(rows),
			error: reject
		});
	});
}
