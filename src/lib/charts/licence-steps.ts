// Licences over time: bought as a step line, assigned dashed, active as a line, the unused gap shaded.
import { capitalised, formatCount, formatMonthLong } from '../text/format';
import { baseOption, insideGrid, monthAxis, valueAxis } from './axes';
import type { ChartMark, ChartSpec, ChartTable } from './chart-spec';
import type { Palette } from './palette';

export interface LicenceMonth {
	/** `YYYY-MM`. */
	month: string;
	purchased: number;
	/** Null when the month's file did not say. */
	assigned: number | null;
	active: number | null;
}

/** Builds the drawing. */
export function licenceSteps(months: readonly LicenceMonth[], palette: Palette): ChartSpec {
	const last = months.length - 1;
	const endLabel =
		(colour: string, position: 'top' | 'bottom', weight: number) =>
		(value: number | null, index: number) => ({
			value: value ?? '-',
			...(index === last && value !== null
				? {
						label: {
							show: true,
							position,
							align: 'right' as const,
							distance: 4,
							color: colour,
							fontSize: 13,
							fontWeight: weight,
							formatter: formatCount(value)
						}
					}
				: {})
		});
	const line = { type: 'line' as const, silent: true, symbol: 'circle', symbolSize: 0, showSymbol: true };
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 22, right: 10 }),
			xAxis: {
				...monthAxis(
					months.map((row) => row.month),
					palette
				),
				boundaryGap: false
			},
			yAxis: { ...valueAxis(palette, formatCount), min: 0, splitNumber: 3 },
			series: [
				unusedGap(months, palette),
				{
					...line,
					step: 'end',
					lineStyle: { color: palette.ink, width: 1.75 },
					data: months.map((row) => row.purchased).map(endLabel(palette.ink, 'top', 600))
				},
				{
					...line,
					lineStyle: { color: palette.c6, width: 1.75, type: [4, 3] },
					data: months.map((row) => row.assigned ?? '-')
				},
				{
					...line,
					lineStyle: { color: palette.c1, width: 2.25 },
					data: months.map((row) => row.active).map(endLabel(palette.accent, 'bottom', 600))
				}
			]
		},
		marks: months.map((row) => markOf(row, palette)),
		markAxis: 'x',
		legend: [
			{ label: 'Köpta', colour: palette.ink, shape: 'line' },
			{ label: 'Tilldelade', colour: palette.c6, shape: 'dashed' },
			{ label: 'Aktiva', colour: palette.c1, shape: 'line' },
			{ label: 'Oanvända', colour: withAlpha(palette.c5), shape: 'square' }
		],
		height: 150
	};
}

/** The table twin. */
export function licenceStepsTable(months: readonly LicenceMonth[]): ChartTable {
	return {
		head: ['Månad', 'Köpta', 'Tilldelade', 'Aktiva', 'Oanvända'],
		rows: months.map((row) => ({
			key: row.month,
			cells: [
				capitalised(formatMonthLong(row.month)),
				formatCount(row.purchased),
				formatCount(row.assigned),
				formatCount(row.active),
				formatCount(row.active === null ? null : row.purchased - row.active)
			]
		}))
	};
}

/** Runs of months with a known number of active; the gap is not drawn where active is unknown. */
export function knownRuns(
	months: readonly LicenceMonth[]
): { index: number; purchased: number; active: number }[][] {
	const runs: { index: number; purchased: number; active: number }[][] = [];
	let open = false;
	months.forEach(({ purchased, active }, index) => {
		if (active === null) {
			open = false;
			return;
		}
		if (!open) runs.push([]);
		open = true;
		runs.at(-1)?.push({ index, purchased, active });
	});
	return runs;
}

function unusedGap(months: readonly LicenceMonth[], palette: Palette) {
	const runs = knownRuns(months);
	return {
		type: 'custom' as const,
		silent: true,
		z: 1,
		// A value per run, so that the drawing calls back once for each; the highest keeps the axis in range.
		data: runs.map((run) => [run[0]?.index ?? 0, Math.max(...run.map((row) => row.purchased))]),
		renderItem: (params: { dataIndex: number }, api: { coord: (point: number[]) => number[] }) => {
			const run = runs[params.dataIndex] ?? [];
			const at = (index: number, value: number): [number, number] => {
				const [x = 0, y = 0] = api.coord([index, value]);
				return [x, y];
			};
			// step: 'end' holds a value until the next month, so each upper corner is (next month, this value).
			const upper = run.flatMap((row, place) => {
				const before = run[place - 1];
				return before
					? [at(row.index, before.purchased), at(row.index, row.purchased)]
					: [at(row.index, row.purchased)];
			});
			const lower = run.toReversed().map((row) => at(row.index, row.active));
			return {
				type: 'polygon' as const,
				shape: { points: [...upper, ...lower] },
				style: { fill: withAlpha(palette.c5) }
			};
		}
	};
}

function markOf(row: LicenceMonth, palette: Palette): ChartMark {
	const name = capitalised(formatMonthLong(row.month));
	const unused = row.active === null ? null : row.purchased - row.active;
	return {
		key: row.month,
		label: `${name}: ${formatCount(row.purchased)} köpta, ${known(row.assigned)} tilldelade, ${known(row.active)} aktiva, ${known(unused)} oanvända.`,
		tooltip: {
			title: name,
			rows: [
				{ label: 'Köpta', value: formatCount(row.purchased), swatch: palette.ink },
				{ label: 'Tilldelade', value: formatCount(row.assigned), swatch: palette.c6 },
				{ label: 'Aktiva', value: formatCount(row.active), swatch: palette.c1 }
			],
			total: { label: 'Oanvända', value: formatCount(unused) }
		}
	};
}

function known(count: number | null): string {
	return count === null ? 'okänt antal' : formatCount(count);
}

/** A hex colour at a quarter of its strength, as shading behind lines. */
function withAlpha(hex: string): string {
	return `${hex}40`;
}
