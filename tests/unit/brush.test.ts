import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	between,
	dragged,
	gripAt,
	handleSpan,
	markAt,
	rangeEdges,
	sameRange
} from '../../src/lib/charts/brush';

// Twelve months of 40 px: January in the middle of 0–40, December of 440–480.
const centres = Array.from({ length: 12 }, (_, month) => 20 + month * 40);
const marchToMay = { from: 2, to: 4 };

describe('a range along the marks', () => {
	it('reaches from the start of its first mark to the end of its last, within the drawing', () => {
		expect(rangeEdges(marchToMay, centres, 480)).toEqual({ start: 80, end: 200 });
		expect(rangeEdges({ from: 0, to: 11 }, centres, 470)).toEqual({ start: 0, end: 470 });
	});

	it('knows the mark that is nearest to a place', () => {
		expect(markAt(0, centres)).toBe(0);
		expect(markAt(81, centres)).toBe(2);
		expect(markAt(9999, centres)).toBe(11);
		expect(markAt(10, [])).toBeNull();
	});
});

describe('what a hand takes hold of', () => {
	const edges = { start: 80, end: 200 };

	it('is an edge within half a handle of it, the range inside, and new ground beside', () => {
		expect(gripAt(91, edges, 24)).toBe('from');
		expect(gripAt(69, edges, 24)).toBe('from');
		expect(gripAt(140, edges, 24)).toBe('inside');
		expect(gripAt(205, edges, 24)).toBe('to');
		expect(gripAt(240, edges, 24)).toBe('new');
		expect(gripAt(140, null, 24)).toBe('new');
	});

	it('has handles of the whole size also on a range of one mark, with room between them', () => {
		const narrow = { start: 80, end: 120 };
		for (const size of [24, 44])
			for (const edge of ['from', 'to'] as const) {
				const { start, end } = handleSpan(edge, narrow, size);
				expect(end - start).toBeCloseTo(size);
			}
		expect(gripAt(100, narrow, 44)).toBe('inside');
	});
});

describe('a drag', () => {
	it('on open ground spans from where it began, either way', () => {
		const drag = { grip: 'new', start: 5, was: marchToMay } as const;
		expect(dragged(drag, 7, 12)).toEqual({ from: 5, to: 7 });
		expect(dragged(drag, 3, 12)).toEqual({ from: 3, to: 5 });
	});

	it('by an edge moves that edge only, and past the other one turns round', () => {
		expect(dragged({ grip: 'to', start: 4, was: marchToMay }, 7, 12)).toEqual({ from: 2, to: 7 });
		expect(dragged({ grip: 'from', start: 2, was: marchToMay }, 0, 12)).toEqual({ from: 0, to: 4 });
		expect(dragged({ grip: 'from', start: 2, was: marchToMay }, 6, 12)).toEqual({ from: 4, to: 6 });
	});

	it('from inside moves the range and stops at the ends', () => {
		const drag = { grip: 'inside', start: 3, was: marchToMay } as const;
		expect(dragged(drag, 4, 12)).toEqual({ from: 3, to: 5 });
		expect(dragged(drag, 0, 12)).toEqual({ from: 0, to: 2 });
		expect(dragged(drag, 11, 12)).toEqual({ from: 9, to: 11 });
	});

	it('never leaves the marks, and a moved range keeps its width', () => {
		const index = fc.integer({ min: 0, max: 11 });
		fc.assert(
			fc.property(
				fc.constantFrom('new' as const, 'from' as const, 'to' as const, 'inside' as const),
				index,
				index,
				index,
				fc.integer({ min: -5, max: 20 }),
				(grip, one, other, start, over) => {
					const was = between(one, other);
					const range = dragged({ grip, start, was }, over, 12);
					expect(range.from).toBeGreaterThanOrEqual(0);
					expect(range.to).toBeLessThan(12);
					expect(range.from).toBeLessThanOrEqual(range.to);
					if (grip === 'inside') expect(range.to - range.from).toBe(was.to - was.from);
				}
			)
		);
	});

	it('that ends where it was is the same range', () => {
		expect(sameRange({ from: 1, to: 2 }, { from: 1, to: 2 })).toBe(true);
		expect(sameRange(null, { from: 0, to: 0 })).toBe(false);
		expect(sameRange(null, null)).toBe(true);
	});
});
