// The year added up month by month: what has been booked as a line, what is likely dashed, its span as a shaded fan, the budget
// beside it.
import type { MoneyUnit } from '../domain/filters';
import type { ForecastMonth } from '../domain/forecast-months';
import { capitalised, formatAxisMoney, formatMoney, formatMonthLong } from '../text/format';
import { baseOption, insideGrid, monthAxis, valueAxis } from './axes';
import type { ChartMark, ChartSpec, ChartTable } from './chart-spec';
import type { Palette } from './palette';

const money = (ore: number | null, unit: MoneyUnit) =>
	ore === null ? '·' : formatMoney(ore, unit, { decimals: unit === 'mnkr' ? 1 : 0 });

export function forecastFan(months: readonly ForecastMonth[], unit: MoneyUnit, palette: Palette): ChartSpec {
	const line = { type: 'line' as const, silent: true, symbol: 'none' };
	const lastKnown = months.findLastIndex(({ outcome }) => outcome !== null);
	// The forecast leaves from the last known point.
	const start = months[lastKnown]?.outcome ?? 0;
	const hasBudget = months.some(({ budget }) => budget !== null);
	const hasForecast = months.some(({ forecast }) => forecast !== null);
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 14, right: 12 }),
			xAxis: {
				...monthAxis(
					months.map(({ month }) => month),
					palette
				),
				boundaryGap: false
			},
			yAxis: { ...valueAxis(palette, (value) => formatAxisMoney(value, unit)), min: 0 },
			series: [
				{
					type: 'custom',
					silent: true,
					z: 1,
					// One value draws the whole fan; the highest keeps the axis in range.
					data: [[Math.max(0, lastKnown), Math.max(0, ...months.map(({ forecast }) => forecast?.high ?? 0))]],
					renderItem: (_: unknown, api: { coord: (point: number[]) => number[] }) => {
						const at = (index: number, value: number): [number, number] => {
							const [x = 0, y = 0] = api.coord([index, value]);
							return [x, y];
						};
						const ahead = months.flatMap(({ forecast }, index) => (forecast ? [{ index, forecast }] : []));
						if (!ahead.length) return null;
						const from = lastKnown < 0 ? [] : [at(lastKnown, start)];
						return {
							type: 'polygon' as const,
							shape: {
								points: [
									...from,
									...ahead.map(({ index, forecast }) => at(index, forecast.high)),
									...ahead.toReversed().map(({ index, forecast }) => at(index, forecast.low))
								]
							},
							style: { fill: `${palette.c1}30`, stroke: palette.c1, lineWidth: 0.75 }
						};
					}
				},
				...(hasBudget
					? [
							{
								...line,
								lineStyle: { color: palette.ink3, width: 1.25, type: [2, 3] },
								data: months.map(({ budget }) => budget ?? '-')
							}
						]
					: []),
				{
					...line,
					z: 3,
					lineStyle: { color: palette.c1, width: 2, type: [6, 4] },
					data: months.map(({ forecast }, index) =>
						index === lastKnown && hasForecast ? start : (forecast?.likely ?? '-')
					)
				},
				{
					...line,
					z: 4,
					lineStyle: { color: palette.ink, width: 2.25 },
					data: months.map(({ outcome }) => outcome ?? '-')
				}
			]
		},
		marks: months.map((row) => markOf(row, unit, palette)),
		markAxis: 'x',
		legend: [
			{ label: 'Utfall', colour: palette.ink, shape: 'line' },
			...(hasForecast
				? ([
						{ label: 'Troligt', colour: palette.c1, shape: 'dashed' },
						{ label: 'Spann', colour: `${palette.c1}30`, shape: 'square' }
					] as const)
				: []),
			...(hasBudget ? ([{ label: 'Budget', colour: palette.ink3, shape: 'dashed' }] as const) : [])
		],
		height: 250
	};
}

/** The table twin. */
export function forecastFanTable(months: readonly ForecastMonth[], unit: MoneyUnit): ChartTable {
	return {
		head: ['Till och med', `Utfall, ${unit}`, 'Lågt', 'Troligt', 'Högt', 'Budget'],
		rows: months.map(({ month, outcome, forecast, budget }) => ({
			key: month,
			cells: [
				capitalised(formatMonthLong(month)),
				money(outcome, unit),
				money(forecast?.low ?? null, unit),
				money(forecast?.likely ?? null, unit),
				money(forecast?.high ?? null, unit),
				money(budget, unit)
			]
		}))
	};
}

function markOf(
	{ month, outcome, forecast, budget }: ForecastMonth,
	unit: MoneyUnit,
	palette: Palette
): ChartMark {
	const name = capitalised(formatMonthLong(month));
	const said =
		outcome === null
			? `troligt ${money(forecast?.likely ?? null, unit)}, mellan ${money(forecast?.low ?? null, unit)} och ${money(forecast?.high ?? null, unit)} ${unit}`
			: `utfall ${money(outcome, unit)} ${unit}`;
	const planned = budget === null ? '' : `, budget ${money(budget, unit)} ${unit}`;
	return {
		key: month,
		label: `Till och med ${formatMonthLong(month)}: ${said}${planned}.`,
		tooltip: {
			title: `Till och med ${name.toLocaleLowerCase('sv')}`,
			rows: [
				...(outcome === null
					? [
							{ label: 'Högt', value: money(forecast?.high ?? null, unit) },
							{ label: 'Troligt', value: money(forecast?.likely ?? null, unit), swatch: palette.c1 },
							{ label: 'Lågt', value: money(forecast?.low ?? null, unit) }
						]
					: [{ label: 'Utfall', value: money(outcome, unit), swatch: palette.ink }]),
				...(budget === null ? [] : [{ label: 'Budget', value: money(budget, unit), swatch: palette.ink3 }])
			]
		}
	};
}
