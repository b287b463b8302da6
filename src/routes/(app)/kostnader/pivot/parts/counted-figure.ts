// The figures that a share or a change is made of, and the rows of each.
import { cellYearBefore } from '$lib/domain/dimension-months';
import type { DimensionCell } from '$lib/domain/dimensions';
import { compares } from '$lib/domain/pivot';
import {
	cellsOf,
	denominator,
	lineValue,
	sumsAt,
	type PivotLine,
	type PivotTable
} from '$lib/domain/pivot-table';
import type { Period } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';
import type { ActiveFilters } from '$lib/state/filter-url.svelte';
import { formatPeriod } from '$lib/text/format';
import { headingName, pivotFigure, pivotWords } from '$lib/text/pivot';
import { costPath } from '../../parts/cost-path';

export interface CountedFigure {
	path: string[];
	text: string;
	parts: {
		label: string;
		/** Null is unknown. */
		ore: number | null;
		rowCount: number | null;
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
	const sums = sumsAt(line, column) ?? { amount: 0, rowCount: 0, before: null };
	const text = pivotFigure(measure, lineValue(table, line, column), measure === 'change' ? 'kr' : 'tkr');
	const opens = (rows: OpenedRows, rowCount: number) => (rowCount ? { open: () => open(rows) } : {});
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
