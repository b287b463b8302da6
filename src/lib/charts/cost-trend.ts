// Cost per month, stacked by kostnadsslag, with one tick per bar for the same month last year.
import type { MoneyUnit } from '../domain/filters';
import {
	capitalised,
	formatAxisMoney,
	formatMoney,
	formatMoneyWithUnit,
	formatMonthLong
} from '../text/format';
import { baseOption, hatch, insideGrid, monthAxis, valueAxis } from './axes';
import type { ChartMark, ChartSpec, ChartTable, LegendItem, TooltipRow } from './chart-spec';
import { drawnKind, drawnKinds, kindToken, unknownKind, type Palette } from './palette';

export interface CostTrendRow {
	/** `YYYY-MM`. */
	month: string;
	/** Kostnadsslag; null is unknown. */
	kind: string | null;
	ore: number;
}

export interface CostTrend {
	/** The months shown, in order, also those without cost. */
	months: readonly string[];
	rows: readonly CostTrendRow[];
	/** The same months a year earlier; null when they are not loaded. */
	lastYear: readonly CostTrendRow[] | null;
	unit: MoneyUnit;
	/** Months kept in colour when a filter on months is on; the others turn ghost. */
	chosen?: readonly string[];
}

interface Prepared {
	parts: string[];
	now: Map<string, Map<string, number>>;
	before: Map<string, Map<string, number>> | null;
}

/** Builds the drawing. */
export function costTrend(trend: CostTrend, palette: Palette): ChartSpec {
	const prepared = prepare(trend);
	const { parts, now, before } = prepared;
	const kept = (month: string) => !trend.chosen?.length || trend.chosen.includes(month);
	const stacks = parts.map((part) => ({
		type: 'bar' as const,
		name: part,
		stack: 'cost',
		barWidth: '60%',
		silent: true,
		itemStyle: partStyle(part, palette),
		data: trend.months.map((month) => ({
			value: now.get(month)?.get(part) ?? 0,
			...(kept(month) ? {} : { itemStyle: { color: palette.ghost } })
		}))
	}));
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid(),
			xAxis: monthAxis(trend.months, palette),
			yAxis: valueAxis(palette, (ore) => formatAxisMoney(ore, trend.unit)),
			series: [...stacks, ...(before ? [lastYearTicks(trend.months, before, palette)] : [])]
		},
		marks: trend.months.map((month) => markOf(month, trend, prepared, palette)),
		markAxis: 'x',
		legend: legendOf(parts, before !== null, palette),
		height: 230
	};
}

/** The table twin: a row per month with this year, last year and the difference. */
export function costTrendTable(trend: CostTrend): ChartTable {
	const { now, before } = prepare(trend);
	const money = (ore: number, signed = false) =>
		formatMoney(ore, trend.unit, { signed, decimals: decimalsFor(trend.unit) });
	const cells = (label: string, ore: number, earlier: number | null) =>
		earlier === null ? [label, money(ore)] : [label, money(ore), money(earlier), money(ore - earlier, true)];
	const rows = trend.months.map((month) => ({
		key: month,
		cells: cells(
			capitalised(formatMonthLong(month)),
			total(now.get(month)),
			before && total(before.get(month))
		)
	}));
	const sum = (map: Map<string, Map<string, number>>) =>
		trend.months.reduce((ore, month) => ore + total(map.get(month)), 0);
	return {
		head: ['Månad', `Kostnad, ${trend.unit}`, ...(before ? ['I fjol', 'Skillnad'] : [])],
		rows,
		total: cells('Summa', sum(now), before && sum(before))
	};
}

function prepare(trend: CostTrend): Prepared {
	const now = byMonth(trend.rows, 0);
	const before = trend.lastYear && byMonth(trend.lastYear, 1);
	const present = new Set(trend.rows.filter((row) => row.ore !== 0).map((row) => drawnKind(row.kind)));
	return { parts: drawnKinds.filter((part) => present.has(part)), now, before };
}

/** Sums per month and part; `yearsOn` moves last year's months onto this year's. */
function byMonth(rows: readonly CostTrendRow[], yearsOn: number): Map<string, Map<string, number>> {
	const months = new Map<string, Map<string, number>>();
	for (const row of rows) {
		const month = `${Number(row.month.slice(0, 4)) + yearsOn}${row.month.slice(4)}`;
		const parts = months.get(month) ?? new Map<string, number>();
		const part = drawnKind(row.kind);
		parts.set(part, (parts.get(part) ?? 0) + row.ore);
		months.set(month, parts);
	}
	return months;
}

function total(parts: Map<string, number> | undefined): number {
	return [...(parts?.values() ?? [])].reduce((sum, ore) => sum + ore, 0);
}

function decimalsFor(unit: MoneyUnit): number {
	return unit === 'mnkr' ? 2 : 0;
}

function colourOf(part: string, palette: Palette): string {
	const token = kindToken(part);
	return token ? palette[token] : 'hatch';
}

function partStyle(part: string, palette: Palette) {
	if (part === unknownKind) return hatch(palette);
	return { color: colourOf(part, palette), borderColor: palette.surface, borderWidth: 1 };
}

function legendOf(parts: string[], withLastYear: boolean, palette: Palette): LegendItem[] {
	const items: LegendItem[] = parts.map((part) => ({
		label: part,
		colour: colourOf(part, palette),
		shape: part === unknownKind ? 'hatch' : 'square'
	}));
	return withLastYear
		? [...items, { label: 'samma månad i fjol', colour: palette.ink, shape: 'tick' }]
		: items;
}

function lastYearTicks(
	months: readonly string[],
	before: Map<string, Map<string, number>>,
	palette: Palette
) {
	return {
		type: 'custom' as const,
		silent: true,
		z: 5,
		data: months.flatMap((month, index) => (before.has(month) ? [[index, total(before.get(month))]] : [])),
		renderItem: (
			_: unknown,
			api: {
				value: (dimension: number) => unknown;
				coord: (point: number[]) => number[];
				size?: (size: number[]) => number | number[];
			}
		) => {
			const [x = 0, y = 0] = api.coord([Number(api.value(0)), Number(api.value(1))]);
			const size = api.size?.([1, 0]) ?? 0;
			const band = Array.isArray(size) ? (size[0] ?? 0) : size;
			const reach = band * 0.36;
			const line = (colour: string, width: number) => ({
				type: 'line' as const,
				shape: { x1: x - reach, x2: x + reach, y1: y, y2: y },
				style: { stroke: colour, lineWidth: width }
			});
			return { type: 'group' as const, children: [line(palette.surface, 5), line(palette.ink, 2)] };
		}
	};
}

function markOf(month: string, trend: CostTrend, prepared: Prepared, palette: Palette): ChartMark {
	const now = prepared.now.get(month);
	const before = prepared.before?.get(month);
	const decimals = decimalsFor(trend.unit);
	const figure = (ore: number, signed = false) => formatMoney(ore, trend.unit, { signed, decimals });
	const words = (ore: number) => formatMoneyWithUnit(ore, trend.unit, { decimals });
	const compared = (ore: number, earlier: number) =>
		prepared.before ? { compare: figure(ore - earlier, true) } : {};

	const rows: TooltipRow[] = prepared.parts.toReversed().map((part) => {
		const ore = now?.get(part) ?? 0;
		return {
			label: part,
			value: figure(ore),
			swatch: colourOf(part, palette),
			...compared(ore, before?.get(part) ?? 0)
		};
	});
	const [sum, earlier] = [total(now), total(before)];
	const name = capitalised(formatMonthLong(month));
	const yearBefore = formatMonthLong(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`);
	const change = sum - earlier;
	const largest = prepared.parts
		.map((part) => ({ part, ore: now?.get(part) ?? 0 }))
		.reduce<{ part: string; ore: number } | null>(
			(top, row) => (!top || row.ore > top.ore ? row : top),
			null
		);
	const difference = prepared.before
		? change === 0
			? `, lika mycket som ${yearBefore}`
			: `, ${words(Math.abs(change))} ${change > 0 ? 'mer' : 'mindre'} än ${yearBefore}`
		: '';
	return {
		key: month,
		label: `${name}: ${words(sum)}${difference}.${largest ? ` Störst är ${largest.part}, ${words(largest.ore)}.` : ''}`,
		tooltip: {
			title: name,
			rows,
			total: { label: `Summa, ${trend.unit}`, value: figure(sum), ...compared(sum, earlier) },
			...(prepared.before ? { note: `Tredje kolumnen: mot ${yearBefore}.` } : {})
		}
	};
}
