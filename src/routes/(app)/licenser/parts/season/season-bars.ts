// The season as bars around zero: how far each calendar month lies from the year's mean.
import { baseOption, insideGrid, monthAxis, valueAxis } from '$lib/charts/axes';
import type { ChartSpec, ChartTable } from '$lib/charts/chart-spec';
import type { Palette } from '$lib/charts/palette';
import type { SeasonMonth } from '$lib/domain/licence-season';
import { capitalised, formatMonthLong, formatSignedShare } from '$lib/text/format';

/** The name of a calendar month, whatever its year. */
export function monthName(month: number): string {
	return formatMonthLong(`2026-${String(month).padStart(2, '0')}`).split(' ')[0] ?? '';
}

export function seasonBars(season: readonly SeasonMonth[], palette: Palette): ChartSpec {
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid({ top: 10, right: 8 }),
			xAxis: {
				...monthAxis(
					season.map(({ month }) => `2026-${String(month).padStart(2, '0')}`),
					palette
				),
				axisLine: { onZero: true, lineStyle: { color: palette.line2 } },
				axisLabel: { color: palette.ink2, fontSize: 13 }
			},
			yAxis: valueAxis(palette, (value) => formatSignedShare(value, 0)),
			series: [
				{
					type: 'bar',
					silent: true,
					barWidth: '62%',
					itemStyle: { color: palette.c1 },
					data: season.map(({ ratio }) => ratio - 1)
				}
			]
		},
		marks: season.map(({ month, ratio, years }) => {
			const name = capitalised(monthName(month));
			const share = formatSignedShare(ratio - 1, 1);
			return {
				key: String(month),
				label: `${name}: ${share} mot årets medel, räknat på ${years} år.`,
				tooltip: {
					title: name,
					rows: [
						{ label: 'Mot årets medel', value: share, swatch: palette.c1 },
						{ label: 'Antal år', value: String(years) }
					]
				}
			};
		}),
		markAxis: 'x',
		legend: [],
		height: 230
	};
}

export function seasonTable(season: readonly SeasonMonth[]): ChartTable {
	return {
		head: ['Månad', 'Mot årets medel', 'Antal år'],
		rows: season.map(({ month, ratio, years }) => ({
			key: String(month),
			cells: [capitalised(monthName(month)), formatSignedShare(ratio - 1, 1), String(years)]
		}))
	};
}
