// Cost per month, stacked by inriktning.
import type { MoneyUnit } from '../domain/filters';
import { orientationParts, type OrientationPart } from '../domain/orientation-years';
import {
	capitalised,
	formatAxisMoney,
	formatMoney,
	formatMoneyWithUnit,
	formatMonthLong,
	listed
} from '../text/format';
import { orientationWords as words, partNames } from '../text/orientation';
import { baseOption, hatch, insideGrid, monthAxis, valueAxis } from './axes';
import type { ChartSpec, ChartTable } from './chart-spec';
import { orientationColour } from './orientation-years';
import type { Palette } from './palette';

export interface OrientationMonths {
	/** The months shown, in order, also those without cost. */
	months: readonly string[];
	/** Öre. */
	rows: readonly { month: string; part: OrientationPart; amount: number }[];
	unit: MoneyUnit;
}

const amountOf = ({ rows }: OrientationMonths, month: string, part: OrientationPart) =>
	rows.reduce((ore, row) => ore + (row.month === month && row.part === part ? row.amount : 0), 0);
const partsIn = ({ rows }: OrientationMonths) =>
	orientationParts.filter((part) => rows.some((row) => row.part === part && row.amount !== 0));

/** Builds the drawing. */
export function orientationMonths(drawn: OrientationMonths, palette: Palette): ChartSpec {
	const { months, unit } = drawn;
	const parts = partsIn(drawn);
	const money = (ore: number) => formatMoney(ore, unit, { decimals: unit === 'mnkr' ? 2 : 0 });
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid(),
			xAxis: monthAxis(months, palette),
			yAxis: valueAxis(palette, (ore) => formatAxisMoney(ore, unit)),
			series: parts.map((part) => ({
				type: 'bar' as const,
				name: partNames[part],
				stack: 'cost',
				barWidth: '60%',
				silent: true,
				itemStyle:
					part === 'okänt'
						? hatch(palette)
						: { color: orientationColour(part, palette), borderColor: palette.surface, borderWidth: 1 },
				data: months.map((month) => ({ value: amountOf(drawn, month, part) }))
			}))
		},
		marks: months.map((month) => {
			const sum = parts.reduce((ore, part) => ore + amountOf(drawn, month, part), 0);
			const told = parts
				.filter((part) => amountOf(drawn, month, part) !== 0)
				.map((part) => `${part} ${formatMoneyWithUnit(amountOf(drawn, month, part), unit)}`);
			const name = capitalised(formatMonthLong(month));
			return {
				key: month,
				label: `${name}: ${formatMoneyWithUnit(sum, unit)}${told.length ? `, varav ${listed(told)}` : ''}.`,
				tooltip: {
					title: name,
					rows: parts.toReversed().map((part) => ({
						label: partNames[part],
						value: money(amountOf(drawn, month, part)),
						swatch: orientationColour(part, palette)
					})),
					total: { label: `${words.sum}, ${unit}`, value: money(sum) }
				}
			};
		}),
		markAxis: 'x',
		legend: parts.map((part) => ({
			label: partNames[part],
			colour: orientationColour(part, palette),
			shape: part === 'okänt' ? ('hatch' as const) : ('square' as const)
		})),
		height: 200
	};
}

/** The table twin: a row per month, and a sum. */
export function orientationMonthsTable(drawn: OrientationMonths): ChartTable {
	const parts = partsIn(drawn);
	const { months, unit } = drawn;
	const money = (ore: number) => formatMoney(ore, unit, { decimals: unit === 'mnkr' ? 2 : 0 });
	const cells = (of: (part: OrientationPart) => number) => [
		...parts.map((part) => money(of(part))),
		money(parts.reduce((ore, part) => ore + of(part), 0))
	];
	return {
		head: ['Månad', ...parts.map((part) => `${partNames[part]}, ${unit}`), `${words.sum}, ${unit}`],
		rows: months.map((month) => ({
			key: month,
			cells: [capitalised(formatMonthLong(month)), ...cells((part) => amountOf(drawn, month, part))]
		})),
		total: [
			words.sum,
			...cells((part) => drawn.rows.reduce((ore, row) => ore + (row.part === part ? row.amount : 0), 0))
		]
	};
}
