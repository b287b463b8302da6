// Tables of a follow-up for tests: lines with the figures that matter, the rest unknown.
import type { BudgetLevels } from '$lib/domain/budget-levels';
import type { BudgetBranch, BudgetLine } from '$lib/domain/budget-lines';
import type { FollowUpFile } from '$lib/export/follow-up';

export function branch(
	values: readonly (string | null)[],
	figures: Partial<BudgetLine>,
	parts: readonly BudgetBranch[] = []
): BudgetBranch {
	return {
		values,
		budgetToDate: null,
		outcome: null,
		outcomeRows: 1,
		deviationToDate: null,
		budgetYear: null,
		expected: null,
		deviationYear: null,
		share: null,
		outcomeYearBefore: null,
		outcomeWholeYearBefore: null,
		budgetGap: null,
		uncut: false,
		forecastUndivided: false,
		...figures,
		parts
	};
}

export function fileOf(levels: BudgetLevels): FollowUpFile {
	return {
		levels,
		chosen: { year: 2026, followUp: 'T2', cut: 8 },
		units: [],
		systemNames: new Map(),
		layout: null
	};
}
