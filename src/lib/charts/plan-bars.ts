// What each year and way adds to what runs today: stacked bars from zero with the likely sum, and the span as a thin line under each.
import type { MoneyUnit } from '../domain/filters';
import type { Range } from '../domain/assumption';
import type { PlanLine } from '../domain/plan-entry';
import { formatMoney, formatMoneyWithUnit } from '../text/format';
import { baseOption, insideGrid } from './axes';
import type { ChartSpec, ChartTable } from './chart-spec';
import type { Palette } from './palette';

export interface PlanBar {
	key: string;
	/** "2027 Förnyelse". */
	label: string;
	/** The first of its year, which a line parts from the one before. */
	isFirst: boolean;
	/** Öre that each line adds, what is likely. */
	parts: Readonly<Record<Exclude<PlanLine, 'running'>, number>>;
	/** Öre that the lines add together. */
	added: Range;
	/** Öre of the whole year. */
	whole: number;
}

export interface PlanBars {
	bars: readonly PlanBar[];
	unit: MoneyUnit;
	/** Names of the lines, in the order of the stack. */
	lines: readonly { line: Exclude<PlanLine, 'running'>; name: string }[];
}

const colours = {
	price: 'c1',
	events: 'c4',
	planned_running: 'c2',
	planned_change: 'c3'
} as const satisfies Record<Exclude<PlanLine, 'running'>, keyof Palette>;

/** Px per bar, its span under it. */
const rowHeight = 34;

/** How far the parts of a bar reach on each side of zero, öre. */
function reachOf(parts: PlanBar['parts']): { above: number; below: number } {
	const amounts = Object.values(parts);
	return {
		above: amounts.reduce((sum, ore) => sum + Math.max(0, ore), 0),
		below: amounts.reduce((sum, ore) => sum + Math.min(0, ore), 0)
	};
}

const decimalsOf = (unit: MoneyUnit) => (unit === 'mnkr' ? 1 : 0);

export function planBars({ bars, unit, lines }: PlanBars, palette: Palette): ChartSpec {
	const figure = (ore: number) => formatMoney(ore, unit, { signed: true, decimals: decimalsOf(unit) });
	const shown = lines.filter(({ line }) => bars.some(({ parts }) => parts[line] !== 0));
	const ends = bars.flatMap(({ added, parts }) => [
		reachOf(parts).above,
		reachOf(parts).below,
		added.low,
		added.high
	]);
	const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
	const room = Math.max(0, ...bars.map(({ added }) => figure(added.likely).length)) * 7.5 + 10;
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 2, bottom: 2, right: room, left: 2 }),
			xAxis: {
				type: 'value',
				min: low,
				max: high,
				axisLabel: { show: false },
				splitLine: { show: false }
			},
			yAxis: {
				type: 'category',
				inverse: true,
				data: bars.map(({ label }) => label),
				axisLine: { onZero: true, lineStyle: { color: palette.line2 } },
				axisTick: { show: false },
				axisLabel: { color: palette.ink, fontSize: 13, margin: 8, interval: 0 }
			},
			series: [
				...shown.map(({ line }) => ({
					type: 'bar' as const,
					silent: true,
					stack: 'plan',
					barWidth: 15,
					itemStyle: { color: palette[colours[line]], borderColor: palette.surface, borderWidth: 0.5 },
					data: bars.map(({ parts }) => parts[line])
				})),
				{
					type: 'custom' as const,
					silent: true,
					z: 5,
					data: bars.map(({ added, parts, isFirst }, index) => [
						added.high,
						index,
						added.low,
						added.likely,
						reachOf(parts).above,
						isFirst && index > 0 ? 1 : 0
					]),
					encode: { x: [0, 2], y: 1 },
					renderItem: (
						_: unknown,
						api: { value: (dimension: number) => number | string; coord: (point: number[]) => number[] }
					) => {
						const at = (dimension: number): [number, number] => {
							const [x = 0, y = 0] = api.coord([Number(api.value(dimension)), Number(api.value(1))]);
							return [x, y];
						};
						const [[from, middle], [to], [end]] = [at(2), at(0), at(4)];
						const y = middle + 12;
						const line = (x1: number, y1: number, x2: number, y2: number, stroke: string) => ({
							type: 'line' as const,
							shape: { x1, y1, x2, y2 },
							style: { stroke, lineWidth: 1.25 }
						});
						const [left = 0] = api.coord([low, 0]);
						const [right = 0] = api.coord([high, 0]);
						return {
							type: 'group' as const,
							children: [
								...(api.value(5) === 1
									? [line(left, middle - rowHeight / 2, right, middle - rowHeight / 2, palette.grid)]
									: []),
								line(from, y, to, y, palette.ink2),
								line(from, y - 3, from, y + 3, palette.ink2),
								line(to, y - 3, to, y + 3, palette.ink2),
								{
									type: 'text' as const,
									style: {
										text: figure(Number(api.value(3))),
										x: end + 6,
										y: middle,
										verticalAlign: 'middle' as const,
										fill: palette.ink,
										font: `600 13px ${palette.font}`
									}
								}
							]
						};
					}
				}
			]
		},
		marks: bars.map((bar) => ({
			key: bar.key,
			label: `${bar.label}: ${formatMoneyWithUnit(bar.whole, unit, { decimals: decimalsOf(unit) })}, ${figure(bar.added.likely)} mot driften i dag, mellan ${figure(bar.added.low)} och ${figure(bar.added.high)}.`,
			tooltip: {
				title: bar.label,
				rows: shown.map(({ line, name }) => ({
					label: name,
					value: figure(bar.parts[line]),
					swatch: palette[colours[line]]
				})),
				total: { label: 'Mot driften i dag', value: `${figure(bar.added.likely)}\u00a0${unit}` },
				note: ''
			}
		})),
		markAxis: 'y',
		legend: [
			...shown.map(({ line, name }) => ({
				label: name,
				colour: palette[colours[line]],
				shape: 'square' as const
			})),
			{ label: 'Lägst till högst', colour: palette.ink, shape: 'line' as const }
		],
		height: bars.length * rowHeight + 8
	};
}

/** The table twin. */
export function planBarsTable({ bars, unit, lines }: PlanBars): ChartTable {
	const figure = (ore: number) => formatMoney(ore, unit, { signed: true, decimals: decimalsOf(unit) });
	return {
		head: [
			'År och sätt',
			...lines.map(({ name }) => name),
			`Mot i dag, ${unit}`,
			'Lägst',
			'Högst',
			`Hela året, ${unit}`
		],
		rows: bars.map(({ key, label, parts, added, whole }) => ({
			key,
			cells: [
				label,
				...lines.map(({ line }) => figure(parts[line])),
				figure(added.likely),
				figure(added.low),
				figure(added.high),
				formatMoney(whole, unit, { decimals: decimalsOf(unit) })
			]
		}))
	};
}
