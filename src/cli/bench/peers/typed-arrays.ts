// Typed arrays by hand: one pass over every row for each event, and nothing kept between events.
import { decodeCells } from '$lib/crossfilter/cell-file';
import type { Groupings, Peer, Rows, State } from './task';

export function typedArrays(): Peer {
	let rows: Rows;
	return {
		async load(file) {
			rows = decodeCells(await file.arrayBuffer());
		},
		answer: (state) => onePass(rows, state)
	};
}

function onePass({ months, monthStarts, lists, internal, amount }: Rows, state: State): Groupings {
	const [units, suppliers, kinds] = [lists.units, lists.suppliers, lists.costKinds];
	const fails = (list: typeof units, words: readonly string[], bit: number) =>
		Uint8Array.from(list.words, ({ key }) => (words.length && !words.includes(key) ? bit : 0));
	const [unitFails, supplierFails, kindFails] = [
		fails(units, state.units, 1),
		fails(suppliers, state.suppliers, 2),
		fails(kinds, state.costKinds, 4)
	];
	const count = kinds.words.length;
	const sums = {
		months: new Float64Array(months * count),
		suppliers: new Float64Array(suppliers.words.length),
		units: new Float64Array(units.words.length),
		costKinds: new Float64Array(count),
		table: new Float64Array(units.words.length * count)
	};
	const add = (array: Float64Array, place: number, ore: number) =>
		(array[place] = (array[place] as number) + ore);
	for (let month = 0; month < months; month++) {
		const inPeriod = month >= state.from && month < state.to;
		const end = monthStarts[month + 1] as number;
		for (let row = monthStarts[month] as number; row < end; row++) {
			if (!state.internal && internal[row]) continue;
			const unit = units.codes[row] as number;
			const supplier = suppliers.codes[row] as number;
			const kind = kinds.codes[row] as number;
			const ore = amount[row] as number;
			const failed =
				(unitFails[unit] as number) | (supplierFails[supplier] as number) | (kindFails[kind] as number);
			if (failed === 0) add(sums.months, month * count + kind, ore);
			if (!inPeriod) continue;
			if ((failed & ~1) === 0) add(sums.units, unit, ore);
			if ((failed & ~2) === 0) add(sums.suppliers, supplier, ore);
			if ((failed & ~4) === 0) add(sums.costKinds, kind, ore);
			if (failed === 0) add(sums.table, unit * count + kind, ore);
		}
	}
	return sums;
}
