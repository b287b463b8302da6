// The bridge from budget to forecast: each part as a bar that starts where the one before ended, from zero, so that no axis is cut.
// Worse is orange, better is blue. Upright where there is room, lying on a telephone.
import type { BarSeriesOption } from 'echarts/charts';
import type { MoneyUnit } from '../domain/filters';
import { budgetBridgeWords as words } from '../text/budget-bridge';
import { formatAxisMoney, formatMoney, formatMoneyWithUnit } from '../text/format';
import { baseOption, hatch, insideGrid, valueAxis } from './axes';
import { placedBars, type BridgeBar } from './bridge-bars';
import type { ChartSpec } from './chart-spec';
import type { Palette } from './palette';

export interface BudgetBridgeBars {
	/** The first stands at zero, the budget; the last is the whole. */
	bars: readonly BridgeBar[];
	unit: MoneyUnit;
	upright: boolean;
}

const bar = { type: 'bar', silent: true } as const satisfies BarSeriesOption;

export function budgetBridgeBars({ bars, unit, upright }: BudgetBridgeBars, palette: Palette): ChartSpec {
	const placed = placedBars(bars);
	const decimals = unit === 'mnkr' ? 2 : 0;
	const figure = (ore: number) => formatMoney(ore, unit, { signed: true, decimals });
	const levels = placed.flatMap(({ start, end }) => [start, end]);
	const [low, high] = [Math.min(0, ...levels), Math.max(0, ...levels)];
	const said = (ore: number) => (ore < 0 ? words.worse : ore > 0 ? words.better : 'precis enligt budget');
	const look = ({ look: own, ore }: BridgeBar) =>
		own === 'unknown'
			? hatch(palette)
			: { color: own === 'whole' ? palette.ink : ore < 0 ? palette.neg : palette.pos };
	const width = { barWidth: '58%' };
	/** The part of each bar on one side of zero, on what lifts it there; stacks of the two sides do not mix. */
	const side = (name: string, part: (level: number) => number): BarSeriesOption[] => {
		const ends = placed.map(({ start, end }) =>
			[part(start), part(end)].sort((a, b) => Math.abs(a) - Math.abs(b))
		);
		return [
			{
				...bar,
				...width,
				stack: name,
				itemStyle: { color: 'transparent' },
				data: ends.map(([near = 0]) => near)
			},
			{
				...bar,
				...width,
				stack: name,
				data: ends.map(([near = 0, far = 0], index) => {
					const own = placed[index];
					return own && far !== near ? { value: far - near, itemStyle: look(own) } : 0;
				})
			}
		];
	};
	// Beyond the end that the bar reaches: under what is worse, over what is better.
	const figures: BarSeriesOption = {
		...bar,
		...width,
		stack: 'figures',
		barGap: '-100%',
		itemStyle: { color: 'transparent' },
		data: placed.map(({ start, end, ore }) => ({
			value: upright ? (ore < 0 ? Math.min(start, end) : Math.max(start, end)) : Math.max(0, start, end),
			label: {
				show: true,
				position: upright ? upPosition(start, end) : ('right' as const),
				distance: 4,
				color: palette.ink,
				fontSize: 13,
				fontWeight: 600,
				formatter: figure(ore)
			}
		}))
	};
	const names = {
		type: 'category' as const,
		data: placed.map(({ label }) => (upright ? label.replaceAll(' ', '\n') : label)),
		axisTick: { show: false },
		axisLine: { onZero: !upright, show: !upright, lineStyle: { color: palette.line2 } },
		axisLabel: {
			color: palette.ink,
			fontSize: 13,
			lineHeight: 16,
			margin: 8,
			interval: 0,
			width: upright ? Math.max(44, Math.floor(620 / placed.length)) : 112,
			overflow: 'break' as const
		}
	};
	const room = Math.max(0, ...placed.map(({ ore }) => figure(ore).length)) * 7.5 + 8;
	return {
		option: {
			...baseOption(palette),
			grid: upright
				? insideGrid({ top: 22, bottom: 2, right: 4, left: 2 })
				: insideGrid({ top: 2, bottom: 2, right: room, left: 2 }),
			...(upright
				? {
						xAxis: names,
						yAxis: {
							...valueAxis(palette, (value) => formatAxisMoney(value, unit, true))
						}
					}
				: {
						xAxis: {
							type: 'value' as const,
							min: low,
							max: high,
							axisLabel: { show: false },
							splitLine: { show: false }
						},
						yAxis: { ...names, inverse: true }
					}),
			series: [
				...side('more', (level) => Math.max(0, level)),
				...side('less', (level) => Math.min(0, level)),
				figures,
				...(upright ? [zeroLine(placed.length, palette)] : [])
			]
		},
		marks: placed.map(({ key, label, ore }) => ({
			key,
			label: `${label}: ${formatMoneyWithUnit(ore, unit, { signed: true, decimals })}, ${said(ore)}.`,
			tooltip: { title: label, rows: [{ label: said(ore), value: `${figure(ore)}\u00a0${unit}` }] }
		})),
		markAxis: upright ? 'x' : 'y',
		legend: [
			{ label: words.worse, colour: palette.neg, shape: 'square' },
			{ label: words.better, colour: palette.pos, shape: 'square' },
			...(bars.some(({ look: own }) => own === 'unknown')
				? [{ label: words.unknownShare, colour: palette.line2, shape: 'hatch' as const }]
				: [])
		],
		height: upright ? 270 : placed.length * 34 + 8
	};
}

/** Beyond the end of a bar, as seen from an unseen bar that reaches from zero to that end. */
function upPosition(start: number, end: number): 'top' | 'bottom' | 'insideTop' | 'insideBottom' {
	if (end < start) return end < 0 ? 'bottom' : 'insideTop';
	return end < 0 ? 'insideBottom' : 'top';
}

/** The line that all bars are measured from. */
function zeroLine(count: number, palette: Palette) {
	return {
		type: 'line' as const,
		silent: true,
		symbol: 'none',
		lineStyle: { color: palette.line2, width: 1 },
		data: Array.from({ length: count }, () => 0)
	};
}
