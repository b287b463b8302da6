// The look that all charts share: type, grid, axes.
import type { BarSeriesOption } from 'echarts/charts';
import type { TimeGrain } from '../domain/time-grain';
import { spanShort } from '../text/time-grain';
import type { Palette } from './palette';

const axisFont = 13;

export function baseOption(palette: Palette) {
	return {
		animation: false,
		aria: { enabled: false },
		textStyle: { fontFamily: palette.font, fontSize: axisFont, color: palette.ink2 }
	} as const;
}

/** A grid whose axis labels stay inside the drawing. */
export function insideGrid(margins: { top?: number; right?: number; bottom?: number; left?: number } = {}) {
	return {
		top: margins.top ?? 10,
		right: margins.right ?? 4,
		bottom: margins.bottom ?? 2,
		left: margins.left ?? 2,
		outerBoundsMode: 'same',
		outerBoundsContain: 'axisLabel'
	} as const;
}

/** Months along the bottom: jan, feb …, or wider spans; the year once, and again where it changes. */
export function monthAxis(months: readonly string[], palette: Palette, grain: TimeGrain = 'month') {
	const severalYears = new Set(months.map((month) => month.slice(0, 4))).size > 1;
	const label = (month: string, index: number) => {
		const turns = index === 0 || month.slice(0, 4) !== months[index - 1]?.slice(0, 4);
		// Many tertials leave no room for "sep–dec" on one line.
		const name = months.length > 6 ? spanShort(month, grain).replace('–', '–\n') : spanShort(month, grain);
		return severalYears && turns && grain !== 'year' ? `${name}\n${month.slice(0, 4)}` : name;
	};
	return {
		type: 'category' as const,
		data: months.map(label),
		axisLine: { lineStyle: { color: palette.line2 } },
		axisTick: { show: false },
		axisLabel: {
			color: palette.ink2,
			fontSize: axisFont,
			lineHeight: 17,
			margin: 6,
			hideOverlap: true
		},
		splitLine: { show: false }
	};
}

/** Amounts or counts up the side: three to five gridlines, numbers without unit. */
export function valueAxis(palette: Palette, format: (value: number) => string) {
	return {
		type: 'value' as const,
		splitNumber: 4,
		axisLine: { show: false },
		axisTick: { show: false },
		axisLabel: { color: palette.ink2, fontSize: axisFont, margin: 8, formatter: format },
		splitLine: { lineStyle: { color: palette.grid, width: 1 } }
	};
}

/** The hatch of what is not known, laid over `surface`. */
export function hatch(palette: Palette): NonNullable<BarSeriesOption['itemStyle']> {
	return {
		color: palette.surface,
		borderColor: palette.line2,
		borderWidth: 1,
		decal: {
			symbol: 'rect',
			symbolSize: 1,
			color: palette.line2,
			dashArrayX: [1, 0],
			dashArrayY: [1.25, 3.75],
			rotation: -Math.PI / 4
		}
	};
}
