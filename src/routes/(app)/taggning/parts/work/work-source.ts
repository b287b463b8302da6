// What the work lists are counted on: every row as the saved rules judge it, but those that the draft judges otherwise as the
// draft does, so that what is dealt with leaves the lists before anything is saved.
import type { JudgedLedger } from '$lib/state/tagging-workbench.svelte';

export interface WorkSource {
	/** A bracketed SELECT, made by the program. */
	table: string;
	matchColumns: number;
}

const columns = [
	'row_id',
	'part',
	'day',
	'amount',
	'currency',
	'unit',
	'account',
	'account_text',
	'supplier_key',
	'supplier',
	'it_cost',
	'candidate',
	'cost_kind',
	'orientation',
	'system_id',
	'contract_id',
	'maker',
	'tag_source',
	'rule_version',
	'rule_position',
	'hand_position'
];

/** The ledger by the saved rules, and over it the rows that a draft may have changed. `drafted` says which they are. */
export function workSource(saved: JudgedLedger, preview: JudgedLedger | null): WorkSource {
	const matchColumns = Math.max(saved.matchColumns, preview?.matchColumns ?? 0);
	const whole = (drafted: boolean, ledger: JudgedLedger): string => {
		const matches = Array.from({ length: matchColumns }, (_, n) =>
			n < ledger.matchColumns ? `match_${n}` : `0::BIGINT AS match_${n}`
		);
		return `SELECT ${[...columns, ...matches].join(', ')}, ${drafted} AS drafted FROM ${ledger.table}`;
	};
	if (!preview) return { table: `(${whole(false, saved)})`, matchColumns };
	if (preview.isWhole) return { table: `(${whole(true, preview)})`, matchColumns };
	const untouched = `${whole(false, saved)} WHERE row_id NOT IN (SELECT row_id FROM ${preview.table})`;
	return { table: `(${untouched} UNION ALL ${whole(true, preview)})`, matchColumns };
}
