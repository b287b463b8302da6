// The chain as a file: one line a system.
import type { Cascade } from '$lib/domain/dependency-cascade';
import type { ExportValue } from '$lib/export/csv';
import { exportColumn } from '$lib/state/table-file';
import { cascadeWords, reasonNames } from '$lib/text/dependency-cascade';

export const cascadeColumns = [
	exportColumn('leverantor'),
	exportColumn('system_id'),
	exportColumn('namn'),
	exportColumn('kostnad', 'amount'),
	exportColumn('hojning', 'amount'),
	exportColumn('varfor'),
	exportColumn('kritikalitet'),
	exportColumn('antal_anvandare', 'count'),
	exportColumn('formaga'),
	exportColumn('namnder')
];

/** @param rises öre by system_id; null while the supplier stops */
export function cascadeCells(
	cascade: Cascade,
	supplier: string,
	rises: ReadonlyMap<string, number> | null
): ExportValue[][] {
	const outside = [
		supplier,
		null,
		cascadeWords.table.outside,
		cascade.outside,
		rises?.get('') ?? null,
		null,
		null,
		null,
		null,
		null
	];
	return [
		...cascade.systems.map((system) => [
			supplier,
			system.id,
			system.name,
			system.amount,
			rises?.get(system.id) ?? null,
			system.reasons.map((reason) => reasonNames[reason]).join('|'),
			system.criticality,
			system.users,
			system.capabilities.join('|'),
			system.units.join('|')
		]),
		...(cascade.outside ? [outside] : [])
	];
}
