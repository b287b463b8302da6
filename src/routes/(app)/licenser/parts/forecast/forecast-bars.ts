// The year's months: known ones as bars, forecast ones as dashed outlines with their span, and what they became where it is known.
import { baseOption, insideGrid, monthAxis, valueAxis } from '$lib/charts/axes';
import type { ChartSpec, ChartTable } from '$lib/charts/chart-spec';
import type { Palette } from '$lib/charts/palette';
import type { Range } from '$lib/domain/assumption';
import type { MoneyUnit } from '$lib/domain/filters';
import { capitalised, formatAxisMoney, formatMoney, formatMonthLong } from '$lib/text/format';
import { forecastText as words } from '$lib/text/licence-forecast';

export interface ForecastBar {
	month: string;
	known: number | null;
	range: Range;
	/** Öre that it became, where later data says; null otherwise. */
	actual: number | null;
}

const money = (ore: number | null, unit: MoneyUnit) =>
	ore === null ? '' : formatMoney(ore, unit, { decimals: unit === 'mnkr' ? 2 : 0 });

export function forecastBars(bars: readonly ForecastBar[], unit: MoneyUnit, palette: Palette): ChartSpec {
	const bar = { type: 'bar' as const, silent: true, barWidth: '62%', barGap: '-100%' };
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 14, right: 8 }),
			xAxis: monthAxis(
				bars.map(({ month }) => month),
				palette
			),
			yAxis: { ...valueAxis(palette, (value) => formatAxisMoney(value, unit)), min: 0 },
			series: [
				{ ...bar, itemStyle: { color: palette.c1 }, data: bars.map(({ known }) => known ?? '-') },
				{
					...bar,
					itemStyle: {
						color: palette.surface,
						borderColor: palette.c1,
						borderWidth: 1.5,
						borderType: 'dashed'
					},
					data: bars.map(({ known, range }) => (known === null ? range.likely : '-'))
				},
				{
					type: 'custom',
					silent: true,
					z: 3,
					data: bars.map(({ known, range }, index) => [index, known === null ? range.high : 0]),
					renderItem: (params: { dataIndex: number }, api: { coord: (point: number[]) => number[] }) => {
						const found = bars[params.dataIndex];
						if (!found || found.known !== null) return null;
						const at = (value: number): [number, number] => {
							const [x = 0, y = 0] = api.coord([params.dataIndex, value]);
							return [x, y];
						};
						const [x, low] = at(found.range.low);
						const high = at(found.range.high)[1];
						const line = (x1: number, y1: number, x2: number, y2: number) => ({
							type: 'line' as const,
							shape: { x1, y1, x2, y2 },
							style: { stroke: palette.ink, lineWidth: 1.5 }
						});
						const actual = found.actual === null ? null : at(found.actual)[1];
						return {
							type: 'group' as const,
							children: [
								line(x, low, x, high),
								line(x - 4, low, x + 4, low),
								line(x - 4, high, x + 4, high),
								...(actual === null
									? []
									: [
											{
												type: 'circle' as const,
												shape: { cx: x, cy: actual, r: 4 },
												style: { fill: palette.ink, stroke: palette.surface, lineWidth: 1 }
											}
										])
							]
						};
					}
				}
			]
		},
		marks: bars.map(({ month, known, range, actual }) => {
			const name = capitalised(formatMonthLong(month));
			const told = (ore: number) => `${money(ore, unit)} ${unit}`;
			return {
				key: month,
				label:
					known === null
						? `${name}: prognos ${told(range.likely)}, mellan ${told(range.low)} och ${told(range.high)}.`
						: `${name}: ${told(known)}, känt.`,
				tooltip: {
					title: name,
					rows:
						known === null
							? [
									{ label: words.low, value: money(range.low, unit) },
									{ label: words.likely, value: money(range.likely, unit) },
									{ label: words.high, value: money(range.high, unit) },
									...(actual === null ? [] : [{ label: words.actual, value: money(actual, unit) }])
								]
							: [{ label: words.known, value: money(known, unit), swatch: palette.c1 }]
				}
			};
		}),
		markAxis: 'x',
		legend: [
			{ label: words.known, colour: palette.c1, shape: 'square' },
			{ label: words.forecast, colour: palette.c1, shape: 'outline' },
			{ label: words.span, colour: palette.ink, shape: 'line' }
		],
		height: 260
	};
}

export function forecastTable(bars: readonly ForecastBar[], unit: MoneyUnit): ChartTable {
	return {
		head: ['Månad', `${words.known}, ${unit}`, words.low, words.likely, words.high, words.actual],
		rows: bars.map(({ month, known, range, actual }) => ({
			key: month,
			cells: [
				capitalised(formatMonthLong(month)),
				known === null ? '·' : money(known, unit),
				...(known === null
					? [money(range.low, unit), money(range.likely, unit), money(range.high, unit)]
					: ['·', '·', '·']),
				actual === null ? '·' : money(actual, unit)
			]
		}))
	};
}
