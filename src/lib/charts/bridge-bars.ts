// A bridge from one cost to another: each step as a bar that starts where the one above ended. It begins at zero, the
// cost before, so that no axis is cut. More is orange, less is blue, and what cannot be divided is hatched.
import type { BarSeriesOption } from 'echarts/charts';
import type { MoneyUnit } from '../domain/filters';
import { formatMoney, formatMoneyWithUnit } from '../text/format';
import { baseOption, hatch, insideGrid } from './axes';
import type { ChartSpec, ChartTable } from './chart-spec';
import type { Palette } from './palette';

export interface BridgeBar {
	key: string;
	label: string;
	/** Öre. */
	ore: number;
	/** How many purchases; null for the whole. */
	count: number | null;
	/** `unknown` is hatched, `whole` is the sum and starts at zero. */
	look: 'known' | 'unknown' | 'whole';
}

export interface Bridge {
	bars: readonly BridgeBar[];
	unit: MoneyUnit;
	/** "kostar mer", "kostar mindre" and "ingen skillnad", after a figure. */
	words: { more: string; less: string; same: string };
}

interface Placed extends BridgeBar {
	/** Öre from the cost before. */
	start: number;
	end: number;
}

/** The bars with where they start and end. */
export function placedBars(bars: readonly BridgeBar[]): Placed[] {
	let level = 0;
	return bars.map((bar) => {
		const start = bar.look === 'whole' ? 0 : level;
		level = start + bar.ore;
		return { ...bar, start, end: level };
	});
}

export function bridgeBars({ bars, unit, words }: Bridge, palette: Palette): ChartSpec {
	const placed = placedBars(bars);
	const levels = placed.flatMap(({ start, end }) => [start, end]);
	const figure = (ore: number) => formatMoney(ore, unit, { signed: true });
	const room = Math.max(0, ...placed.map(({ ore }) => figure(ore).length)) * 7.5 + 8;
	const said = (ore: number) => (ore > 0 ? words.more : ore < 0 ? words.less : words.same);
	const low = Math.min(0, ...levels);
	const look = (bar: Placed) =>
		bar.look === 'unknown'
			? hatch(palette)
			: { color: bar.look === 'whole' ? palette.c8 : bar.ore >= 0 ? palette.neg : palette.pos };
	/** The part of each bar on one side of zero, on what lifts it there; stacks of the two sides do not mix. */
	const side = (name: string, part: (level: number) => number): BarSeriesOption[] => {
		const ends = placed.map(({ start, end }) =>
			[part(start), part(end)].sort((a, b) => Math.abs(a) - Math.abs(b))
		);
		return [
			{
				...barSeries,
				stack: name,
				itemStyle: { color: 'transparent' },
				data: ends.map(([near = 0]) => near)
			},
			{
				...barSeries,
				stack: name,
				data: ends.map(([near = 0, far = 0], index) => {
					const bar = placed[index];
					// A bar without length must not draw its edge.
					return bar && far !== near ? { value: far - near, itemStyle: look(bar) } : 0;
				})
			}
		];
	};
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 2, bottom: 2, right: room, left: 2 }),
			xAxis: {
				type: 'value',
				min: low,
				max: Math.max(0, ...levels),
				axisLabel: { show: false },
				splitLine: { show: false }
			},
			yAxis: {
				type: 'category',
				inverse: true,
				data: placed.map(({ label }) => label),
				axisLine: { onZero: true, lineStyle: { color: palette.line2 } },
				axisTick: { show: false },
				axisLabel: {
					color: palette.ink,
					fontSize: 13,
					lineHeight: 16,
					margin: 8,
					interval: 0,
					width: 132,
					overflow: 'break'
				}
			},
			series: [
				...side('more', (level) => Math.max(0, level)),
				...side('less', (level) => Math.min(0, level)),
				{
					// The figures stand to the right of the bars, beside their far end.
					...barSeries,
					stack: 'figures',
					barGap: '-100%',
					itemStyle: { color: 'transparent' },
					data: placed.map(({ start, end, ore }) => ({
						value: Math.max(0, start, end),
						label: {
							show: true,
							position: 'right' as const,
							distance: 5,
							color: palette.ink,
							fontSize: 13,
							formatter: figure(ore)
						}
					}))
				}
			]
		},
		marks: placed.map(({ key, label, ore, count }) => ({
			key,
			label: `${label}: ${formatMoneyWithUnit(ore, unit, { signed: true })}, ${said(ore)}.`,
			tooltip: {
				title: label,
				rows: [
					{ label: said(ore), value: `${figure(ore)}\u00a0${unit}` },
					...(count === null ? [] : [{ label: 'Köp', value: String(count) }])
				]
			}
		})),
		markAxis: 'y',
		legend: [
			{ label: words.more, colour: palette.neg, shape: 'square' },
			{ label: words.less, colour: palette.pos, shape: 'square' },
			...(bars.some(({ look: own }) => own === 'unknown')
				? [{ label: 'går inte att dela', colour: palette.line2, shape: 'hatch' as const }]
				: [])
		],
		height: placed.length * 36 + 8
	};
}

const barSeries = { type: 'bar', silent: true, barWidth: '56%' } as const satisfies BarSeriesOption;

/** The table twin: every step and the whole, in the order they are drawn. */
export function bridgeTable(
	{ bars, unit }: Bridge,
	head: { step: string; change: string; count: string }
): ChartTable {
	const cells = ({ label, ore, count }: BridgeBar) => [
		label,
		formatMoney(ore, unit, { signed: true }),
		count === null ? '' : String(count)
	];
	const whole = bars.find(({ look }) => look === 'whole');
	return {
		head: [head.step, `${head.change}, ${unit}`, head.count],
		rows: bars.filter(({ look }) => look !== 'whole').map((bar) => ({ key: bar.key, cells: cells(bar) })),
		...(whole ? { total: cells(whole) } : {})
	};
}
