// Horizontal bars around zero, sorted, each with its signed figure: what changed, and who deviates from budget.
import type { MoneyUnit } from '../domain/filters';
import { formatMoney, formatMoneyWithUnit } from '../text/format';
import { baseOption, insideGrid } from './axes';
import type { ChartSpec, ChartTable } from './chart-spec';
import type { Palette } from './palette';

export interface SignedBar {
	key: string;
	label: string;
	ore: number;
}

export interface SignedBars {
	bars: readonly SignedBar[];
	unit: MoneyUnit;
	decimals?: number;
	/** Keys kept in colour while a filter is on; the others turn ghost. */
	chosen?: readonly string[];
}

interface Look {
	order: 'largest first' | 'smallest first';
	colour: (ore: number, palette: Palette) => string;
	/** What a mark says after its signed figure. */
	words: (ore: number) => string;
	/** Px per bar. */
	rowHeight: number;
}

/** Room beyond the longest bar for its figure, px: 13 px figures are at most 7.5 px wide a sign. */
function roomFor(figures: readonly string[]): number {
	return Math.max(0, ...figures.map((figure) => figure.length)) * 7.5 + 6;
}

/** Builds bars for a change since last year: increases in the one-series colour, decreases grey. */
export function changeBars(input: SignedBars, palette: Palette): ChartSpec {
	return signedBars(input, changeLook, palette);
}

/** The bars in the order they are drawn. */
export function sortedBars(bars: readonly SignedBar[], order: Look['order']): SignedBar[] {
	const factor = order === 'largest first' ? -1 : 1;
	return [...bars].sort((first, second) => factor * (first.ore - second.ore));
}

const changeLook: Look = {
	order: 'largest first',
	colour: (ore, palette) => (ore >= 0 ? palette.c1 : palette.c8),
	words: (ore) => (ore > 0 ? 'mer än i fjol' : ore < 0 ? 'mindre än i fjol' : 'lika mycket som i fjol'),
	rowHeight: 24
};

/** Draws signed bars with a look; deviation bars use it too. */
export function signedBars(input: SignedBars, look: Look, palette: Palette): ChartSpec {
	const bars = sortedBars(input.bars, look.order);
	const amounts = bars.map((bar) => bar.ore);
	const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
	const figure = (ore: number) => formatMoney(ore, input.unit, { signed: true, decimals: input.decimals });
	const roomLeft = roomFor(bars.filter((bar) => bar.ore < 0).map((bar) => figure(bar.ore)));
	const roomRight = roomFor(bars.filter((bar) => bar.ore >= 0).map((bar) => figure(bar.ore)));
	const kept = (bar: SignedBar) => !input.chosen?.length || input.chosen.includes(bar.key);
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 2, bottom: 2, right: roomRight, left: 2 }),
			xAxis: {
				type: 'value',
				min: low,
				max: high,
				show: false
			},
			yAxis: {
				type: 'category',
				inverse: true,
				data: bars.map((bar) => bar.label),
				axisLine: { onZero: true, lineStyle: { color: palette.line2 } },
				axisTick: { show: false },
				axisLabel: {
					color: palette.ink,
					fontSize: 13,
					// The figures of bars to the left stand between the bar and the name.
					margin: 2 + roomLeft,
					interval: 0,
					width: 150,
					overflow: 'truncate'
				}
			},
			series: [
				{
					type: 'bar',
					silent: true,
					barWidth: '58%',
					data: bars.map((bar) => ({
						value: bar.ore,
						itemStyle: { color: kept(bar) ? look.colour(bar.ore, palette) : palette.ghost },
						label: {
							show: true,
							position: bar.ore < 0 ? ('left' as const) : ('right' as const),
							distance: 5,
							color: kept(bar) ? palette.ink : palette.ink3,
							fontSize: 13,
							formatter: figure(bar.ore)
						}
					}))
				}
			]
		},
		marks: bars.map((bar) => ({
			key: bar.key,
			label: `${bar.label}: ${formatMoneyWithUnit(bar.ore, input.unit, { signed: true, decimals: input.decimals })}, ${look.words(bar.ore)}.`,
			tooltip: {
				title: bar.label,
				rows: [{ label: look.words(bar.ore), value: `${figure(bar.ore)}\u00a0${input.unit}` }]
			}
		})),
		markAxis: 'y',
		legend: [],
		height: Math.max(bars.length, 2) * look.rowHeight + 8
	};
}

/** The table twin of change bars. */
export function changeBarsTable(input: SignedBars, first: string): ChartTable {
	return signedBarsTable(input, 'largest first', { first, amount: 'Förändring' });
}

/** The table twin of signed bars, in the same order. */
export function signedBarsTable(
	input: SignedBars,
	order: Look['order'],
	head: { first: string; amount: string }
): ChartTable {
	return {
		head: [head.first, `${head.amount}, ${input.unit}`],
		rows: sortedBars(input.bars, order).map((bar) => ({
			key: bar.key,
			cells: [bar.label, formatMoney(bar.ore, input.unit, { signed: true, decimals: input.decimals })]
		}))
	};
}
