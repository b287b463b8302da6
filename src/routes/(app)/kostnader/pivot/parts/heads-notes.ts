// What a table of kronor per person leaves out, said under it and in its file.
import type { MoneyUnit } from '$lib/domain/filters';
import { headedBy, headsOf } from '$lib/domain/headcount';
import type { Period } from '$lib/domain/period';
import type { PivotTable } from '$lib/domain/pivot-table';
import { headNotes } from '$lib/text/pivot-heads';

export function notesOfHeads(table: PivotTable, period: Period, unit: MoneyUnit): string[] {
	const of = headedBy(table.pivot.measure);
	if (!of || !table.heads) return [];
	const leftOut = table.whole.amount - table.whole.covered;
	return headNotes(of, headsOf(table.heads, null), leftOut, period, unit);
}
