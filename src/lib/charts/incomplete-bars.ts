// Bars that are not whole: drawn lighter, within a dashed outline that also shows in grey.
import { incompleteWord } from '../text/incomplete';
import type { Palette } from './palette';

export const incompleteOpacity = 0.55;

/** What a custom series may ask of the drawing. */
export interface DrawingApi {
	value: (dimension: number) => unknown;
	coord: (point: number[]) => number[];
	size?: (size: number[]) => number | number[];
}

/** Px of one category. */
export function bandWidth(api: DrawingApi): number {
	const size = api.size?.([1, 0]) ?? 0;
	return Array.isArray(size) ? (size[0] ?? 0) : size;
}

/** A bar's place on its axis, and how far its parts reach below and above zero. */
export type BarReach = [index: number, bottom: number, top: number];

export function reachOf(index: number, parts: readonly number[]): BarReach {
	const reach = (sign: 1 | -1) => parts.reduce((sum, ore) => sum + (ore * sign > 0 ? ore : 0), 0);
	return [index, reach(-1), reach(1)];
}

/** A dashed frame around each of these bars, from the lowest of its parts to the highest. Bars are 60 % of their band. */
export function incompleteOutlines(bars: readonly BarReach[], palette: Palette, width = 0.6) {
	return {
		type: 'custom' as const,
		name: incompleteWord,
		silent: true,
		z: 4,
		data: [...bars],
		encode: { x: 0, y: [1, 2] },
		renderItem: (_: unknown, api: DrawingApi) => {
			const [x = 0, bottom = 0] = api.coord([Number(api.value(0)), Number(api.value(1))]);
			const [, top = 0] = api.coord([Number(api.value(0)), Number(api.value(2))]);
			const half = (bandWidth(api) * width) / 2 + 2;
			return {
				type: 'rect' as const,
				shape: { x: x - half, y: top - 2, width: half * 2, height: bottom - top + 2 },
				style: { fill: 'none', stroke: palette.ink2, lineWidth: 1.5, lineDash: [4, 3] }
			};
		}
	};
}
