// The columns that the table of a follow-up can have as a file, and the order and headers that a municipality wants.
import { budgetDimensions, type BudgetDimension } from './budget-leaf';
import type { BudgetLevels } from './budget-levels';

/** Figures of a line that are kronor. */
export const followUpFigures = [
	'budgetToDate',
	'outcome',
	'deviationToDate',
	'budgetYear',
	'expected',
	'deviationYear',
	'outcomeYearBefore',
	'outcomeWholeYearBefore'
] as const;
export type FollowUpFigure = (typeof followUpFigures)[number];

export const followUpColumns = [
	...budgetDimensions,
	'systemName',
	...followUpFigures,
	'share',
	'note'
] as const;
export type FollowUpColumn = (typeof followUpColumns)[number];

export interface LayoutColumn {
	column: FollowUpColumn;
	/** As the file has it. */
	header: string;
}

/** Headers where nobody has said others; the measures of the long form have the same names. */
export const usualHeaders: Readonly<Record<FollowUpColumn, string>> = {
	unit: 'namnd',
	costKind: 'kostnadsslag',
	orientation: 'inriktning',
	system: 'system_id',
	systemName: 'system',
	budgetToDate: 'budget_period',
	outcome: 'utfall_period',
	deviationToDate: 'avvikelse_period',
	budgetYear: 'budget_helar',
	expected: 'prognos_helar',
	deviationYear: 'avvikelse_helar',
	outcomeYearBefore: 'utfall_period_forra_aret',
	outcomeWholeYearBefore: 'utfall_forra_aret',
	share: 'avvikelse_andel',
	note: 'kommentar'
};

const usual = (column: FollowUpColumn): LayoutColumn => ({ column, header: usualHeaders[column] });

/** What a file has where no layout is chosen. */
export const usualLayout: readonly LayoutColumn[] = [
	...budgetDimensions,
	'systemName' as const,
	...followUpFigures,
	'note' as const
].map(usual);

export function isDimension(column: string): column is BudgetDimension {
	return budgetDimensions.some((dimension) => dimension === column);
}

export function isFigure(column: string): column is FollowUpFigure {
	return followUpFigures.some((figure) => figure === column);
}

/**
 * The columns of a file by a layout: what the table is not divided by is left out, and what it is divided by is always there,
 * first where the layout does not place it: a line must say what it is about. Notes are about a nämnd.
 */
export function columnsOf(layout: readonly LayoutColumn[], levels: BudgetLevels): LayoutColumn[] {
	const divided = (dimension: BudgetDimension) => levels.some((level) => level === dimension);
	const kept = layout.filter(({ column }) => {
		if (column === 'systemName') return divided('system');
		if (column === 'note') return divided('unit');
		return !isDimension(column) || divided(column);
	});
	const missing = levels.filter((level) => !kept.some(({ column }) => column === level));
	return [...missing.map(usual), ...kept];
}
