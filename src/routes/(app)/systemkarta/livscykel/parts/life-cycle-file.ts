// The files of Livscykel: the systems with their choices, and what falls due.
import type { DueDecision } from '$lib/domain/life-cycle-proposal';
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { exportColumn } from '$lib/state/table-file';
import { dueNames, missingText, reasonsText } from '$lib/text/life-cycle';
import { lastEnd } from '$lib/export/system-doubles';
import type { LifeCycleLine } from './life-cycle-lines';

export const lifeCycleColumns: readonly ExportColumn[] = [
	exportColumn('system_id'),
	exportColumn('namn'),
	exportColumn('namnd'),
	exportColumn('kostnad', 'amount'),
	exportColumn('val'),
	exportColumn('val_skal'),
	exportColumn('val_av'),
	exportColumn('forslag'),
	exportColumn('forslag_skal'),
	exportColumn('saknas'),
	exportColumn('avtalsslut')
];

export function lifeCycleRows(
	lines: readonly LifeCycleLine[],
	nameOf: (id: string) => string
): ExportValue[][] {
	return lines.map(({ system: { line, exit }, standing, proposal }) => [
		line.system_id,
		line.name,
		line.unit,
		exit.amount,
		standing?.verdict ?? '',
		standing?.reason ?? '',
		standing?.author ?? '',
		proposal?.choice ?? '',
		proposal ? reasonsText(proposal.reasons, 'kr', nameOf) : '',
		proposal && proposal.choice === null ? missingText(proposal.missing) : '',
		lastEnd(exit.contracts)
	]);
}

export const dueColumns: readonly ExportColumn[] = [
	exportColumn('system_id'),
	exportColumn('namn'),
	exportColumn('senast'),
	exportColumn('beslut'),
	exportColumn('avtals_id'),
	exportColumn('kostnad', 'amount')
];

export function dueRows(due: readonly DueDecision[], nameOf: (id: string) => string): ExportValue[][] {
	return due.map(({ systemId, kind, day, contractId, yearlyCost }) => [
		systemId,
		nameOf(systemId),
		day,
		dueNames[kind],
		contractId,
		yearlyCost
	]);
}
