// What moved from one place of the ledger to another for the same supplier and contract or system.
import { textKey, tieText, type PurchaseCell, type PurchaseTie } from './purchase';

/** A nämnd and a kostnadsslag. */
export type Place = Pick<PurchaseCell, 'unit' | 'kind' | 'inside'>;

export interface Move {
	supplier: string;
	tie: PurchaseTie;
	from: Place;
	to: Place;
	/** Öre, above zero. */
	ore: number;
}

/**
 * Moves between nämnder within a kostnadsslag, then between kostnadsslag within a nämnd, for one supplier and one contract
 * or system at a time: as much as fell in one place and rose in another. One of the two places must have cost in only one
 * of the spans: two places that both go on, one with less and one with more, may be chance and are not called a move. Rows
 * without a supplier cannot be matched.
 * @returns the moves, largest first, and what they took of each cell's change (öre)
 */
export function movesOf(cells: readonly PurchaseCell[]): {
	moves: Move[];
	movedBy: Map<PurchaseCell, number>;
} {
	const moves: Move[] = [];
	const movedBy = new Map<PurchaseCell, number>();
	const left = (cell: PurchaseCell) => cell.now - cell.before - (movedBy.get(cell) ?? 0);
	const take = (cell: PurchaseCell, ore: number) => movedBy.set(cell, (movedBy.get(cell) ?? 0) + ore);
	const known = cells.flatMap((cell) => (cell.supplier === null ? [] : [{ cell, supplier: cell.supplier }]));
	for (const keyOf of [
		({ tie, kind }: PurchaseCell) => [tieText(tie), kind],
		({ tie, unit }: PurchaseCell) => [tieText(tie), 'unit', unit]
	]) {
		const groups = grouped(known, ({ cell }) => textKey([cell.supplier, ...keyOf(cell)]));
		for (const group of groups) {
			const [first] = group;
			if (!first) continue;
			for (const { from, to } of pairs(
				group.map(({ cell }) => cell),
				left
			)) {
				const ore = Math.min(-left(from), left(to));
				if (ore <= 0) continue;
				take(from, -ore);
				take(to, ore);
				moves.push({ supplier: first.supplier, tie: first.cell.tie, from, to, ore });
			}
		}
	}
	return { moves: moves.sort(largestFirst), movedBy };
}

interface Pair {
	from: PurchaseCell;
	to: PurchaseCell;
}

/**
 * Every pair that may be a move, in the order that they are matched: what ended here and began there first, then the
 * largest. The order is the same when the spans change places.
 */
function pairs(cells: readonly PurchaseCell[], left: (cell: PurchaseCell) => number): Pair[] {
	const falls = cells.filter((cell) => left(cell) < 0);
	const rises = cells.filter((cell) => left(cell) > 0);
	const oneSided = ({ from, to }: Pair) => Number(from.rowsNow === 0) + Number(to.rowsBefore === 0);
	const size = ({ from, to }: Pair) => Math.min(-left(from), left(to));
	const name = ({ from, to }: Pair) => [placeName(from), placeName(to)].sort().join();
	return falls
		.flatMap((from) => rises.map((to) => ({ from, to })))
		.filter((pair) => oneSided(pair) > 0)
		.map((pair) => ({ pair, sided: oneSided(pair), size: size(pair), name: name(pair) }))
		.sort(
			(first, second) =>
				second.sided - first.sided || second.size - first.size || (first.name < second.name ? -1 : 1)
		)
		.map(({ pair }) => pair);
}

const placeName = ({ unit, kind }: Place) => textKey([unit, kind]);

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const held = groups.get(keyOf(row));
		if (held) held.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return [...groups.values()];
}

function largestFirst(first: Move, second: Move): number {
	const name = ({ supplier, tie, from, to }: Move) =>
		textKey([supplier, tieText(tie), placeName(from), placeName(to)]);
	return second.ore - first.ore || (name(first) < name(second) ? -1 : 1);
}
