// A range of marks chosen by dragging along their axis: where the hand took hold, and what the range is as it moves.

/** Marks chosen, both ends included. */
export interface MarkRange {
	from: number;
	to: number;
}

/** What a hand takes hold of: an edge of the range, the range itself, or the ground beside it. */
export type Grip = 'from' | 'to' | 'inside' | 'new';

export interface Drag {
	grip: Grip;
	/** The mark under the hand when it took hold. */
	start: number;
	/** What was chosen then; null is everything. */
	was: MarkRange | null;
}

/** The width of one mark in px: marks lie at even distances. @param length of the axis, for a single mark */
export function markStep(centres: readonly number[], length: number): number {
	const [first, second] = centres;
	return first === undefined || second === undefined ? length * 0.6 : Math.abs(second - first);
}

/** Start and end in px of a range of marks. */
export function rangeEdges(
	{ from, to }: MarkRange,
	centres: readonly number[],
	length: number
): { start: number; end: number } {
	const half = markStep(centres, length) / 2;
	return {
		start: Math.max(0, (centres[from] ?? 0) - half),
		end: Math.min(length, (centres[to] ?? length) + half)
	};
}

/** The mark nearest to a place in px; null without marks. */
export function markAt(place: number, centres: readonly number[]): number | null {
	let [found, distance]: [number | null, number] = [null, Infinity];
	centres.forEach((centre, index) => {
		const away = Math.abs(centre - place);
		if (away < distance) [found, distance] = [index, away];
	});
	return found;
}

/**
 * Where a handle of `size` px lies over an edge. A narrow range keeps a third of itself free between its handles, so that it
 * can still be taken hold of inside; the handles then reach further out.
 */
export function handleSpan(
	edge: 'from' | 'to',
	{ start, end }: { start: number; end: number },
	size: number
): { start: number; end: number } {
	const inner = Math.min(size / 2, (end - start) / 3);
	return edge === 'from'
		? { start: start - (size - inner), end: start + inner }
		: { start: end - inner, end: end + (size - inner) };
}

/** What is taken hold of at a place in px. @param edges of the range; null when nothing is chosen */
export function gripAt(place: number, edges: { start: number; end: number } | null, size: number): Grip {
	if (!edges) return 'new';
	for (const edge of ['from', 'to'] as const) {
		const handle = handleSpan(edge, edges, size);
		if (place >= handle.start && place <= handle.end) return edge;
	}
	return place > edges.start && place < edges.end ? 'inside' : 'new';
}

/** The range when the hand is over a mark. An edge may be drawn past the other; a moved range keeps its width. */
export function dragged({ grip, start, was }: Drag, index: number, count: number): MarkRange {
	const over = Math.min(count - 1, Math.max(0, index));
	if (!was || grip === 'new') return between(start, over);
	if (grip === 'from') return between(was.to, over);
	if (grip === 'to') return between(was.from, over);
	const width = was.to - was.from;
	const from = Math.min(count - 1 - width, Math.max(0, was.from + over - start));
	return { from, to: from + width };
}

/** The range that two marks span, in either order. */
export function between(one: number, other: number): MarkRange {
	return { from: Math.min(one, other), to: Math.max(one, other) };
}

export function sameRange(one: MarkRange | null, other: MarkRange | null): boolean {
	return one?.from === other?.from && one?.to === other?.to;
}
