// It cost per year, stacked by inriktning. A year that is not whole is drawn lighter, within a dashed outline.
import type { MoneyUnit } from '../domain/filters';
import { partsOf, type OrientationLine, type OrientationPart } from '../domain/orientation-years';
import { capitalised, formatAxisMoney, formatMoney, formatShare } from '../text/format';
import { barSentence, orientationWords as words, partNames, spanWords } from '../text/orientation';
import { baseOption, hatch, insideGrid, valueAxis } from './axes';
import type { ChartSpec, ChartTable } from './chart-spec';
import { incompleteOpacity, incompleteOutlines, reachOf } from './incomplete-bars';
import type { Palette } from './palette';

const tokens = { förvaltning: 'c1', utveckling: 'c3', avveckling: 'c8' } as const;

/** Share of a band that its bar takes: years are few, and wide bars would be blocks. */
const barWidth = 0.45;

export function orientationColour(part: OrientationPart, palette: Palette): string {
	return part === 'okänt' ? 'hatch' : palette[tokens[part]];
}

/** Builds the drawing. @param sameMonths all years are cut alike, so that none is drawn as less than the others */
export function orientationBars(
	lines: readonly OrientationLine[],
	unit: MoneyUnit,
	sameMonths: boolean,
	palette: Palette
): ChartSpec {
	const parts = partsOf(lines).filter((part) => lines.some((line) => line.parts[part].amount !== 0));
	const isPart = (line: OrientationLine) => !sameMonths && !line.span.isWhole;
	const decimals = unit === 'mnkr' ? 2 : 0;
	return {
		option: {
			...baseOption(palette),
			grid: insideGrid(),
			xAxis: {
				type: 'category',
				data: lines.map(({ span }) => spanWords(span).replace(' ', '\n')),
				axisLine: { lineStyle: { color: palette.line2 } },
				axisTick: { show: false },
				axisLabel: { color: palette.ink2, fontSize: 13, lineHeight: 17, margin: 6, interval: 0 },
				splitLine: { show: false }
			},
			yAxis: valueAxis(palette, (ore) => formatAxisMoney(ore, unit)),
			series: [
				...parts.map((part) => ({
					type: 'bar' as const,
					name: partNames[part],
					stack: 'cost',
					barWidth: `${barWidth * 100}%`,
					silent: true,
					itemStyle:
						part === 'okänt'
							? hatch(palette)
							: { color: orientationColour(part, palette), borderColor: palette.surface, borderWidth: 1 },
					data: lines.map((line) => ({
						value: line.parts[part].amount,
						...(isPart(line) ? { itemStyle: { opacity: incompleteOpacity } } : {})
					}))
				})),
				incompleteOutlines(
					lines.flatMap((line, index) =>
						isPart(line)
							? [
									reachOf(
										index,
										parts.map((part) => line.parts[part].amount)
									)
								]
							: []
					),
					palette,
					barWidth
				)
			]
		},
		marks: lines.map((line) => ({
			key: String(line.span.year),
			label: barSentence(line, unit),
			tooltip: {
				title: capitalised(spanWords(line.span)),
				rows: parts.toReversed().map((part) => ({
					label: partNames[part],
					value: formatMoney(line.parts[part].amount, unit, { decimals }),
					compare: line.parts[part].share === null ? '–' : formatShare(line.parts[part].share),
					swatch: orientationColour(part, palette)
				})),
				total: { label: `${words.sum}, ${unit}`, value: formatMoney(line.total.amount, unit, { decimals }) }
			}
		})),
		markAxis: 'x',
		legend: [
			...parts.map((part) => ({
				label: partNames[part],
				colour: orientationColour(part, palette),
				shape: part === 'okänt' ? ('hatch' as const) : ('square' as const)
			})),
			...(lines.some(isPart)
				? [{ label: words.partOfYear, colour: palette.ink2, shape: 'outline' as const }]
				: [])
		],
		height: 260
	};
}

/** The table twin: a row per year. */
export function orientationBarsTable(lines: readonly OrientationLine[], unit: MoneyUnit): ChartTable {
	const parts = partsOf(lines);
	const money = (ore: number) => formatMoney(ore, unit, { decimals: unit === 'mnkr' ? 2 : 0 });
	return {
		head: [words.year, ...parts.map((part) => `${partNames[part]}, ${unit}`), `${words.sum}, ${unit}`],
		rows: lines.map((line) => ({
			key: String(line.span.year),
			cells: [
				capitalised(spanWords(line.span)),
				...parts.map((part) => money(line.parts[part].amount)),
				money(line.total.amount)
			]
		}))
	};
}
