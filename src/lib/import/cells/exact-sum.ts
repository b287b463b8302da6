// Sums of whole columns, exact beyond the öre: evidence to choose an amount column by, and to ask for a rate with.
import { ore, type Ore } from '$lib/domain/money';
import { isEmptyRecord, type Cell } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { amountFromNumber, parseAmount, type AmountReading } from './amount';
import { exactFromOre, nearestOre } from './exact-amount';

export interface SummedColumn {
	column: number;
	reading: AmountReading;
	scale: number;
}

/** Öre, and what is finer than an öre beside them. */
interface Sum {
	whole: number;
	finer: bigint;
}

/**
 * Sums columns over the rows after the header, each row's by the word that `groupOf` gives it. Öre (minor units) per column
 * and group.
 */
export async function columnSums(
	table: SourceTable,
	headerRow: number,
	columns: readonly SummedColumn[],
	groupOf: (cells: readonly Cell[]) => string = () => '',
	signal?: AbortSignal
): Promise<Map<string, Ore>[]> {
	const sums = columns.map(() => new Map<string, Sum>());
	for await (const batch of table.records()) {
		signal?.throwIfAborted();
		for (const record of batch) {
			if (record.row <= headerRow || record.broken || isEmptyRecord(record)) continue;
			const group = groupOf(record.cells);
			columns.forEach((summed, i) => add(sums[i], group, record.cells[summed.column] ?? '', summed));
		}
	}
	return sums.map(
		(groups) =>
			new Map(
				[...groups].map(([group, { whole, finer }]) => [
					group,
					ore(Number(nearestOre(exactFromOre(whole) + finer)))
				])
			)
	);
}

function add(groups: Map<string, Sum> | undefined, group: string, cell: Cell, summed: SummedColumn): void {
	const { reading, scale } = summed;
	const read = typeof cell === 'number' ? amountFromNumber(cell, scale) : parseAmount(cell, reading, scale);
	if (!groups || !('amount' in read)) return;
	const sum = groups.get(group) ?? { whole: 0, finer: 0n };
	if (read.exact === undefined) sum.whole += read.amount;
	else sum.finer += read.exact;
	groups.set(group, sum);
}
