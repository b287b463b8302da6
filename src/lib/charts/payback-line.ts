// What a development has cost less what it has saved, month by month, down to the zero where it has paid for itself.
import type { MoneyUnit } from '../domain/filters';
import type { PaybackMonth } from '../domain/payback';
import {
	capitalised,
	formatAxisMoney,
	formatMoney,
	formatMoneyWithUnit,
	formatMonthLong
} from '../text/format';
import { paybackWords as words } from '../text/payback';
import { baseOption, insideGrid, monthAxis, valueAxis } from './axes';
import type { ChartSpec, ChartTable } from './chart-spec';
import type { Palette } from './palette';

/** @param end the last month of the development; a thin line stands there */
export function paybackLine(
	months: readonly PaybackMonth[],
	end: string,
	unit: MoneyUnit,
	palette: Palette
): ChartSpec {
	const hasExpected = months.some(({ isExpected }) => isExpected);
	const lastKnown = months.findLastIndex(({ isExpected }) => !isExpected);
	const money = (ore: number) => formatMoney(ore, unit, { decimals: unit === 'mnkr' ? 2 : 0 });
	const line = { type: 'line' as const, symbol: 'none', silent: true };
	const axis = monthAxis(
		months.map(({ month }) => month),
		palette
	);
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid(),
			xAxis: { ...axis, axisLine: { ...axis.axisLine, onZero: false } },
			yAxis: valueAxis(palette, (ore) => formatAxisMoney(ore, unit, true)),
			series: [
				{
					...line,
					name: words.soFar,
					lineStyle: { color: palette.c1, width: 2.25 },
					areaStyle: { color: palette.c1, opacity: 0.1 },
					data: months.map(({ left, isExpected }) => (isExpected ? '-' : left))
				},
				{
					...line,
					name: words.expected,
					lineStyle: { color: palette.c1, width: 2, type: 'dashed' },
					data: months.map(({ left }, index) => (index < lastKnown ? '-' : left))
				},
				{
					...line,
					name: words.zero,
					lineStyle: { color: palette.ink2, width: 1.25 },
					data: months.map(() => 0)
				}
			]
		},
		marks: months.map(({ month, left, isExpected }) => ({
			key: month,
			label: `${capitalised(formatMonthLong(month))}: ${formatMoneyWithUnit(left, unit, { decimals: unit === 'mnkr' ? 2 : 0 })} kvar${isExpected ? ', om besparingen fortsätter' : month === end ? ', utvecklingens sista månad' : ''}.`,
			tooltip: {
				title: capitalised(formatMonthLong(month)),
				rows: [
					{
						label: isExpected ? words.expected : words.soFar,
						value: money(left),
						swatch: palette.c1
					}
				],
				...(month === end ? { note: words.endsHere } : {})
			}
		})),
		markAxis: 'x',
		legend: [
			{ label: words.soFar, colour: palette.c1, shape: 'line' },
			...(hasExpected ? [{ label: words.expected, colour: palette.c1, shape: 'dashed' as const }] : []),
			{ label: words.zero, colour: palette.ink2, shape: 'line' }
		],
		height: 240
	};
}

/** The table twin. */
export function paybackTable(months: readonly PaybackMonth[], unit: MoneyUnit): ChartTable {
	return {
		head: [words.month, `${words.soFar}, ${unit}`, words.kindOfMonth],
		rows: months.map(({ month, left, isExpected }) => ({
			key: month,
			cells: [
				capitalised(formatMonthLong(month)),
				formatMoney(left, unit, { decimals: unit === 'mnkr' ? 2 : 0 }),
				isExpected ? words.expected : words.reached
			]
		}))
	};
}
