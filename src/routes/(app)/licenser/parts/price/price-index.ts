// The price per licence as an index line: the first month is 100. A line may start elsewhere than at zero; the axis shows it.
import { baseOption, insideGrid, monthAxis, valueAxis } from '$lib/charts/axes';
import type { ChartSpec, ChartTable } from '$lib/charts/chart-spec';
import type { Palette } from '$lib/charts/palette';
import { priceIndex } from '$lib/domain/licence-findings';
import { capitalised, formatMonthLong, formatNumber } from '$lib/text/format';
import { formatPrice } from '$lib/text/licences';

export interface PriceMonth {
	/** `YYYY-MM`. */
	month: string;
	/** Öre per licence and month. */
	price: number;
}

interface IndexedMonth extends PriceMonth {
	index: number | null;
}

function indexed(months: readonly PriceMonth[]): IndexedMonth[] {
	const first = months[0]?.price ?? 0;
	return months.map((row) => ({ ...row, index: priceIndex(row.price, first) }));
}

/** An index beside the price, scaled alike: the value of each year, by year. */
export interface BesideIndex {
	name: string;
	years: ReadonlyMap<number, number>;
}

function besideOf(month: string, beside: BesideIndex | null): number | null {
	return beside?.years.get(Number(month.slice(0, 4))) ?? null;
}

/** Builds the drawing. */
export function priceIndexLine(
	months: readonly PriceMonth[],
	palette: Palette,
	beside: BesideIndex | null = null
): ChartSpec {
	const rows = indexed(months);
	const values = [...rows.map((row) => row.index), ...rows.map((row) => besideOf(row.month, beside))].filter(
		(value) => value !== null
	);
	const [low, high] = [Math.min(100, ...values), Math.max(100, ...values)];
	const last = rows.length - 1;
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 22, right: 14 }),
			xAxis: yearAxis(
				rows.map((row) => row.month),
				palette
			),
			yAxis: {
				...valueAxis(palette, (value) => formatNumber(value, 0)),
				min: Math.floor((low - 2) / 10) * 10,
				max: Math.ceil((high + 2) / 10) * 10,
				splitNumber: 4
			},
			series: [
				{
					type: 'line',
					silent: true,
					step: 'end',
					symbol: 'circle',
					symbolSize: 0,
					showSymbol: true,
					lineStyle: { color: palette.c1, width: 2.25 },
					data: rows.map((row, index) => ({
						value: row.index ?? '-',
						...(index === last && row.index !== null
							? {
									label: {
										show: true,
										position: 'top' as const,
										align: 'right' as const,
										distance: 5,
										color: palette.c1,
										fontSize: 13,
										fontWeight: 600,
										formatter: `Pris ${formatNumber(row.index, 0)}`
									}
								}
							: {})
					}))
				},
				...(beside
					? [
							{
								type: 'line' as const,
								silent: true,
								step: 'end' as const,
								symbolSize: 0,
								lineStyle: { color: palette.ink3, width: 1.75, type: [5, 4] },
								data: rows.map((row) => besideOf(row.month, beside) ?? '-')
							}
						]
					: [])
			]
		},
		marks: rows.map((row) => {
			const name = capitalised(formatMonthLong(row.month));
			const index = row.index === null ? 'okänt index' : `index ${formatNumber(row.index, 0)}`;
			return {
				key: row.month,
				label: `${name}: ${formatPrice(row.price)} per licens och månad, ${index}.`,
				tooltip: {
					title: name,
					rows: [
						{ label: 'Pris per licens', value: formatPrice(row.price), swatch: palette.c1 },
						{ label: 'Prisets index', value: formatNumber(row.index, 0) },
						...(beside
							? [
									{
										label: beside.name,
										value: formatNumber(besideOf(row.month, beside), 0),
										swatch: palette.ink3
									}
								]
							: [])
					]
				}
			};
		}),
		markAxis: 'x',
		legend: beside
			? [
					{ label: 'Pris', colour: palette.c1, shape: 'line' },
					{ label: beside.name, colour: palette.ink3, shape: 'dashed' }
				]
			: [],
		height: 250
	};
}

/** Several years of months: the year stands at its January, and at the first month. */
function yearAxis(months: readonly string[], palette: Palette) {
	const axis = monthAxis(months, palette);
	const named = (index: number) => index === 0 || (months[index] ?? '').endsWith('-01');
	if (months.length <= 18) return { ...axis, boundaryGap: false };
	return {
		...axis,
		data: months.map((month) => month.slice(0, 4)),
		boundaryGap: false,
		axisLabel: { ...axis.axisLabel, interval: named }
	};
}

/** The table twin. */
export function priceIndexTable(
	months: readonly PriceMonth[],
	beside: BesideIndex | null = null
): ChartTable {
	return {
		head: ['Månad', 'Pris per licens', 'Prisets index', ...(beside ? [beside.name] : [])],
		rows: indexed(months).map((row) => ({
			key: row.month,
			cells: [
				capitalised(formatMonthLong(row.month)),
				formatPrice(row.price),
				formatNumber(row.index, 1),
				...(beside ? [formatNumber(besideOf(row.month, beside), 1)] : [])
			]
		}))
	};
}
