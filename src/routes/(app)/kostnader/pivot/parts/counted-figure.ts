// The figures that a share or a change is made of, and the rows of each.
import { cellYearBefore } from '$lib/domain/dimension-months';
import type { DimensionCell } from '$lib/domain/dimensions';
import { headedBy } from '$lib/domain/headcount';
import { compares } from '$lib/domain/pivot';
import {
	cellsOf,
	denominator,
	headsAt,
	lineValue,
	sumsAt,
	type PivotLine,
	type PivotTable
} from '$lib/domain/pivot-table';
import type { Period } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';
import type { ActiveFilters } from '$lib/state/filter-url.svelte';
import { unknownWord } from '$lib/text/common';
import { formatCount, formatPeriod } from '$lib/text/format';
import { headingName, pivotFigure, pivotWords } from '$lib/text/pivot';
import { coverageText, headWords } from '$lib/text/pivot-heads';
import { costPath } from '../../parts/cost-path';

export interface CountedFigure {
	path: string[];
	text: string;
	parts: {
		label: string;
		/** Null is unknown. */
		ore: number | null;
		rowCount: number | null;
		/** Instead of kronor: people, and of whom they are known. */
		words?: string;
		/** Opens the rows; left out where there are none to open. */
		open?: () => void;
	}[];
	note: string | null;
}

export interface OpenedRows {
	path: string[];
	selection: RowSelection;
}

/** The rows of a cell, of a sum or of everything. */
export function rowsOfCell(
	table: PivotTable,
	line: PivotLine,
	column: number,
	filters: ActiveFilters
): OpenedRows {
	const heading = table.columns[column];
	const steps = [...line.headings, ...(heading ? [heading] : [])].map(headingName);
	const cells = cellsOf(table, line, column);
	return { path: costPath(filters, ...steps), selection: { filters, ...(cells.length ? { cells } : {}) } };
}

/** @param compared the months of the year before that are loaded */
export function countedFigure(
	table: PivotTable,
	line: PivotLine,
	column: number,
	{
		filters,
		compared,
		open
	}: { filters: ActiveFilters; compared: Period | null; open: (rows: OpenedRows) => void }
): CountedFigure {
	const { measure } = table.pivot;
	const own = rowsOfCell(table, line, column, filters);
	const sums = sumsAt(line, column) ?? {
		amount: 0,
		rowCount: 0,
		before: null,
		covered: 0
	};
	const text = pivotFigure(measure, lineValue(table, line, column), measure === 'change' ? 'kr' : 'tkr');
	const opens = (rows: OpenedRows, rowCount: number) => (rowCount ? { open: () => open(rows) } : {});
	const per = headedBy(measure);
	const heads = headsAt(table, line, column);
	if (per && heads) {
		const words = headWords.of[per];
		const leftOut = sums.amount - sums.covered;
		const partial = leftOut !== 0;
		// All but those whose people are unknown, and all but those whose people are known.
		const rowsWithout = (except: (string | null)[]): OpenedRows => ({
			path: own.path,
			selection: { filters, cells: [...(own.selection.cells ?? []), { dimension: per, except }] }
		});
		const unknownKeys = heads.unknown.map(({ key }) => key);
		const knownKeys = heads.known.map(({ key }) => key);
		const counted = partial ? rowsWithout([...unknownKeys, null]) : own;
		return {
			path: own.path,
			text: heads.count === null ? unknownWord : `${text}\u00a0${words.unit}`,
			parts: [
				{
					label: words.covered,
					ore: sums.covered,
					rowCount: partial ? null : sums.rowCount,
					...(sums.covered ? opens(counted, sums.rowCount) : {})
				},
				{
					label: words.count,
					ore: null,
					rowCount: null,
					words: formatCount(heads.count)
				},
				{ label: headWords.coverage, ore: null, rowCount: null, words: coverageText(heads, per) },
				...(partial
					? [
							{
								label: words.leftOut,
								ore: leftOut,
								rowCount: null,
								...opens(sums.covered ? rowsWithout(knownKeys) : own, sums.rowCount)
							}
						]
					: [])
			],
			note: heads.count === null ? words.unknown : null
		};
	}
	if (compares(measure)) {
		const cells: DimensionCell[] = (own.selection.cells ?? []).map(cellYearBefore);
		const before: OpenedRows | null = compared && {
			path: [...own.path, formatPeriod(compared)],
			selection: { filters: { ...filters, period: compared }, ...(cells.length ? { cells } : {}) }
		};
		return {
			path: own.path,
			text: measure === 'change' && text !== '–' ? `${text}\u00a0kr` : text,
			parts: [
				{
					label: `${pivotWords.now}, ${formatPeriod(filters.period)}`,
					ore: sums.amount,
					rowCount: sums.rowCount,
					...opens(own, sums.rowCount)
				},
				{
					label: `${pivotWords.before}${compared ? `, ${formatPeriod(compared)}` : ''}`,
					ore: sums.before,
					rowCount: null,
					...(before && sums.before ? { open: () => open(before) } : {})
				}
			],
			note: measure === 'changeShare' && sums.before !== null && text === '–' ? pivotWords.smallBase : null
		};
	}
	const whole = denominator(table, line, column);
	const of = rowsOfWhole(table, line, column, filters);
	return {
		path: own.path,
		text,
		parts: [
			{
				label: pivotWords.part,
				ore: sums.amount,
				rowCount: sums.rowCount,
				...opens(own, sums.rowCount)
			},
			...(whole
				? [
						{
							label: pivotWords.wholeOf,
							ore: whole.amount,
							rowCount: whole.rowCount,
							...opens(of, whole.rowCount)
						}
					]
				: [])
		],
		note: null
	};
}

/** What a share is a share of: everything, the line or the column. */
function rowsOfWhole(table: PivotTable, line: PivotLine, column: number, filters: ActiveFilters): OpenedRows {
	const all: PivotLine = { headings: [], group: false, cells: [], total: table.whole, overlapping: false };
	const past = table.columns.length;
	switch (table.pivot.measure) {
		case 'rowShare':
			return rowsOfCell(table, line, past, filters);
		case 'columnShare':
			return rowsOfCell(table, all, column, filters);
		default:
			return rowsOfCell(table, all, past, filters);
	}
}
