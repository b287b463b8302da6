// Tables of a follow-up for tests: lines with the figures that matter, the rest unknown.
import type { BudgetLevels } from '$lib/domain/budget-levels';
import type { BudgetBranch, BudgetLine } from '$lib/domain/budget-lines';
import { standardDeviationLimit } from '$lib/domain/deviation-limit';
import type { NoteVersion, ShownNote } from '$lib/domain/deviation-note';
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

/** A note as a follow-up shows it, written in T2 2026 if nothing else is said. */
export function shownNote(
	unit: string,
	costKind: string | null,
	said: Partial<NoteVersion> = {},
	more: Partial<ShownNote> = {}
): ShownNote {
	const standing: NoteVersion = {
		id: 1,
		note: 1,
		year: 2026,
		followUp: 'T2',
		unit,
		costKind,
		cause: 'Priset höjdes',
		measure: 'Säger upp licenser',
		effect: '',
		responsible: 'Åsa Öberg',
		due: null,
		closed: null,
		author: 'Maja',
		created: '2026-09-10T08:00:00.000Z',
		...said
	};
	return {
		id: standing.note,
		unit,
		costKind,
		versions: [standing],
		standing,
		from: null,
		untouched: false,
		later: null,
		...more
	};
}

export function fileOf(levels: BudgetLevels): FollowUpFile {
	return {
		levels,
		chosen: { year: 2026, followUp: 'T2', cut: 8 },
		units: [],
		systemNames: new Map(),
		layout: null,
		notes: { shown: [], limit: standardDeviationLimit }
	};
}
