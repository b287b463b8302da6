// What two versions of the rules make of the same ledger rows, from the workbench's tables of judged rows.
import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { judged } from './tagging-table';

const heap = `coalesce(CASE ${judged('row')} WHEN 'ja' THEN coalesce(row.cost_kind::VARCHAR, 'Okänt')
	WHEN 'nej' THEN 'nej' WHEN 'kandidat' THEN 'kandidat' END, 'obedömt')`;

const heaps = (table: string): string => `SELECT ${heap} AS heap,
		coalesce(sum(amount) FILTER (currency = 'SEK'), 0)::BIGINT AS ore,
		count(DISTINCT row_id) AS row_count
	FROM ${table} row GROUP BY heap`;

/**
 * Öre and ledger rows per kostnadsslag of IT, and of what is no IT (`nej`), possible IT (`kandidat`) and not judged
 * (`obedömt`), by either version; null where a version has none. A divided row counts in each kostnadsslag of its parts.
 */
export const comparedKinds = defineQuery({
	name: 'compared-kinds',
	question: 'Vad blir kronorna per kostnadsslag med den ena regelversionen och med den andra?',
	statement: ({ left, right }: { left: string; right: string }): Statement => ({
		sql: `SELECT coalesce(a.heap, b.heap) AS heap, a.ore AS left_ore, b.ore AS right_ore, a.row_count AS left_rows,
				b.row_count AS right_rows
			FROM (${heaps(left)}) a FULL JOIN (${heaps(right)}) b ON a.heap = b.heap
			ORDER BY greatest(coalesce(a.ore, 0), coalesce(b.ore, 0)) DESC, heap`,
		parameters: []
	}),
	row: v.object({
		heap: v.string(),
		left_ore: v.nullable(v.number()),
		right_ore: v.nullable(v.number()),
		left_rows: v.nullable(v.number()),
		right_rows: v.nullable(v.number())
	})
});
export type ComparedHeap = v.InferOutput<typeof comparedKinds.row>;
