// Cost per month, tertial or year, stacked by kostnadsslag, with one tick per bar for the same span a year before.
import type { MoneyUnit } from '../domain/filters';
import { spanYearBefore, type TimeGrain } from '../domain/time-grain';
import { capitalised, formatAxisMoney, formatMoney, formatMoneyWithUnit } from '../text/format';
import { incompleteWord } from '../text/incomplete';
import { grainWords, spanName } from '../text/time-grain';
import { baseOption, hatch, insideGrid, monthAxis, valueAxis } from './axes';
import {
	bandWidth,
	incompleteOpacity,
	incompleteOutlines,
	reachOf,
	type BarReach,
	type DrawingApi
} from './incomplete-bars';
import type { ChartMark, ChartSpec, ChartTable, LegendItem, TooltipRow } from './chart-spec';
import { drawnKind, drawnKinds, kindToken, unknownKind, type Palette } from './palette';

export interface CostTrendRow {
	/** `YYYY-MM`, or the key of a wider span. */
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
	/** What `lastYear` is where it is something else than that: "Kulturnämnden". */
	comparedName?: string;
	/** What the months are when they are wider spans. */
	grain?: TimeGrain;
	/** Months without a year before to compare with, when others have one. */
	notCompared?: ReadonlySet<string>;
	/** Months that are not whole, with why: "månaden är inte slut". */
	gaps?: ReadonlyMap<string, string>;
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
	const grain = trend.grain ?? 'month';
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
			...(kept(month)
				? trend.gaps?.has(month)
					? { itemStyle: { opacity: incompleteOpacity } }
					: {}
				: { itemStyle: { color: palette.ghost } })
		}))
	}));
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid(),
			xAxis: monthAxis(trend.months, palette, grain),
			yAxis: valueAxis(palette, (ore) => formatAxisMoney(ore, trend.unit)),
			series: [
				...stacks,
				...(trend.gaps?.size ? [incompleteOutlines(gapReaches(trend, now), palette)] : []),
				...(before ? [lastYearTicks(trend, before, palette)] : [])
			]
		},
		marks: trend.months.map((month) => markOf(month, trend, prepared, palette)),
		markAxis: 'x',
		legend: legendOf(parts, trend, palette),
		height: 230
	};
}

/** The table twin: a row per month with this year, last year and the difference. */
export function costTrendTable(trend: CostTrend): ChartTable {
	const { now, before } = prepare(trend);
	const grain = trend.grain ?? 'month';
	const money = (ore: number, signed = false) =>
		formatMoney(ore, trend.unit, { signed, decimals: decimalsFor(trend.unit) });
	const compares = (month: string) => before !== null && !trend.notCompared?.has(month);
	const cells = (label: string, ore: number, earlier: number | null) => [
		label,
		money(ore),
		...(before ? (earlier === null ? ['–', '–'] : [money(earlier), money(ore - earlier, true)]) : [])
	];
	const rows = trend.months.map((month) => ({
		key: month,
		cells: cells(
			capitalised(spanName(month, grain)) + (trend.gaps?.has(month) ? `, ${incompleteWord}` : ''),
			total(now.get(month)),
			compares(month) ? total(before?.get(month)) : null
		)
	}));
	const sum = (map: Map<string, Map<string, number>>) =>
		trend.months.reduce((ore, month) => ore + total(map.get(month)), 0);
	return {
		head: [
			grainWords.names[grain],
			`Kostnad, ${trend.unit}`,
			...(before ? [capitalised(trend.comparedName ?? grainWords.column[grain]), 'Skillnad'] : [])
		],
		rows,
		total: cells('Summa', sum(now), before && trend.months.every(compares) ? sum(before) : null)
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

function legendOf(parts: string[], trend: CostTrend, palette: Palette): LegendItem[] {
	return [
		...parts.map((part) => ({
			label: part,
			colour: colourOf(part, palette),
			shape: part === unknownKind ? ('hatch' as const) : ('square' as const)
		})),
		...(trend.gaps?.size ? [{ label: incompleteWord, colour: palette.ink2, shape: 'outline' as const }] : []),
		...(trend.lastYear
			? [
					{
						label: trend.comparedName ?? grainWords.sameLastYear[trend.grain ?? 'month'],
						colour: palette.ink,
						shape: 'tick' as const
					}
				]
			: [])
	];
}

/** How far down and up the bars reach that are not whole. */
function gapReaches(trend: CostTrend, now: Map<string, Map<string, number>>): BarReach[] {
	return trend.months.flatMap((month, index) =>
		trend.gaps?.has(month) ? [reachOf(index, [...(now.get(month)?.values() ?? [])])] : []
	);
}

function lastYearTicks(trend: CostTrend, before: Map<string, Map<string, number>>, palette: Palette) {
	return {
		type: 'custom' as const,
		name: grainWords.sameLastYear.month,
		silent: true,
		z: 5,
		data: trend.months.flatMap((month, index) =>
			before.has(month) && !trend.notCompared?.has(month) ? [[index, total(before.get(month))]] : []
		),
		renderItem: (_: unknown, api: DrawingApi) => {
			const [x = 0, y = 0] = api.coord([Number(api.value(0)), Number(api.value(1))]);
			const reach = bandWidth(api) * 0.36;
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
	const compares = prepared.before !== null && !trend.notCompared?.has(month);
	const before = prepared.before?.get(month);
	const decimals = decimalsFor(trend.unit);
	const figure = (ore: number, signed = false) => formatMoney(ore, trend.unit, { signed, decimals });
	const words = (ore: number) => formatMoneyWithUnit(ore, trend.unit, { decimals });
	const compared = (ore: number, earlier: number) =>
		compares ? { compare: figure(ore - earlier, true) } : {};

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
	const grain = trend.grain ?? 'month';
	const name = capitalised(spanName(month, grain));
	const gap = trend.gaps?.get(month);
	// A span that is not whole stands beside the same months of the year before.
	const yearBefore =
		trend.comparedName ??
		`${gap && grain !== 'month' ? 'samma månader ' : ''}${spanName(spanYearBefore(month), grain)}`;
	const change = sum - earlier;
	const largest = prepared.parts
		.map((part) => ({ part, ore: now?.get(part) ?? 0 }))
		.reduce<{ part: string; ore: number } | null>(
			(top, row) => (!top || row.ore > top.ore ? row : top),
			null
		);
	const difference = compares
		? change === 0
			? `, lika mycket som ${yearBefore}`
			: `, ${words(Math.abs(change))} ${change > 0 ? 'mer' : 'mindre'} än ${yearBefore}`
		: '';
	return {
		key: month,
		label: `${name}${gap ? `, ${incompleteWord} (${gap})` : ''}: ${words(sum)}${difference}.${largest ? ` Störst är ${largest.part}, ${words(largest.ore)}.` : ''}`,
		tooltip: {
			title: gap ? `${name}, ${incompleteWord}` : name,
			rows,
			total: { label: `Summa, ${trend.unit}`, value: figure(sum), ...compared(sum, earlier) },
			...(compares || gap
				? {
						note: [gap && `${capitalised(gap)}.`, compares && `Tredje kolumnen: mot ${yearBefore}.`]
							.filter(Boolean)
							.join(' ')
					}
				: {})
		}
	};
}
