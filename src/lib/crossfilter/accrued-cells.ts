// The same cells with yearly licences spread: made once from the booked ones, so that filters are answered as fast.
import { spreadMonths } from '$lib/domain/accrual';
import { listFilters, type ListFilter } from '$lib/domain/filters';
import type { CellList, Codes, CostCells } from './cost-cells';

/** A cell of a yearly licence becomes one for each month that it has a part in, as far as the data reaches. */
export function accruedCells(booked: CostCells): CostCells {
	const { months, dataMonths, monthStarts } = booked;
	const copies = placedCells(booked);
	const counts = new Uint32Array(months);
	for (const month of copies.month) counts[month] = (counts[month] ?? 0) + 1;
	const starts = new Uint32Array(months + 1);
	counts.forEach((count, month) => (starts[month + 1] = (starts[month] ?? 0) + count));
	const { length } = copies.month;
	const [from, amount] = [new Uint32Array(length), new Float64Array(length)];
	const next = starts.slice();
	for (let copy = 0; copy < length; copy++) {
		const month = copies.month[copy] as number;
		const place = next[month] as number;
		next[month] = place + 1;
		from[place] = copies.cell[copy] as number;
		amount[place] = copies.amount[copy] as number;
	}
	return {
		...{ length, firstMonth: booked.firstMonth, months, dataMonths, monthStarts: starts, amount },
		lists: Object.fromEntries(
			listFilters.map((name): [ListFilter, CellList] => {
				const { words, codes } = booked.lists[name];
				return [name, { words, codes: picked(codes, from) }];
			})
		) as CostCells['lists'],
		internal: picked(booked.internal, from),
		rows: picked(booked.rows, from),
		spread: { cells: new Uint32Array(0), parts: new Float64Array(0) }
	};

	/** Each cell as often as it is shown, in the order of the booked ones. */
	function placedCells({ spread, length: all, amount: whole }: CostCells) {
		const most = all + spread.cells.length * (spreadMonths - 1);
		const [cell, month, ore] = [new Uint32Array(most), new Uint32Array(most), new Float64Array(most)];
		let count = 0;
		let nextSpread = 0;
		const add = (number: number, place: number, part: number) => {
			cell[count] = number;
			month[count] = place;
			ore[count++] = part;
		};
		for (let own = 0; own < months; own++) {
			const end = monthStarts[own + 1] as number;
			for (let number = monthStarts[own] as number; number < end; number++) {
				if (spread.cells[nextSpread] !== number) {
					add(number, own, whole[number] as number);
					continue;
				}
				for (let later = 0; later < spreadMonths && own + later < dataMonths; later++)
					add(number, own + later, spread.parts[nextSpread * spreadMonths + later] as number);
				nextSpread++;
			}
		}
		return { cell: cell.subarray(0, count), month: month.subarray(0, count), amount: ore.subarray(0, count) };
	}
}

function picked<Column extends Codes | Uint8Array>(column: Column, from: Uint32Array): Column {
	const kept = new (column.constructor as new (length: number) => Column)(from.length);
	for (let place = 0; place < from.length; place++) kept[place] = column[from[place] as number] as number;
	return kept;
}
