import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import {
	movedCondition,
	movesBetween,
	moveSideColumns,
	moveSideRow,
	type MovedSelection,
	type MovesInput
} from './tagging-moves';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import { inMonths, words } from './tagging-table';

/**
 * The moved rows of a selection, largest |öre| first. `amount` is what moves between the two sides: the whole row, or what
 * of a divided row goes that way; a divided row may stand several times.
 */
export const taggingMovedRows = defineQuery({
	name: 'tagging-moved-rows',
	question: 'Vilka rader flyttas om utkastet sparas?',
	statement: (input: MovesInput & MovedSelection & { limit: number; offset: number }): Statement => {
		const columns = moveSideColumns.join(', ');
		return sql`WITH ${movesBetween(input)},
			shown AS MATERIALIZED (
				SELECT * FROM moves WHERE ${movedCondition(input)}
				ORDER BY abs(amount) DESC, row_id, ${columns} LIMIT ${bound(input.limit)} OFFSET ${bound(input.offset)}
			)
			SELECT shown.row_id, shown.day, row.unit::VARCHAR AS unit, row.account::VARCHAR AS account,
				row.account_text::VARCHAR AS account_text, row.supplier::VARCHAR AS supplier, shown.amount, shown.currency,
				(${inMonths(input.lockedMonths, 'shown.day')}) AS locked, ${columns}
			FROM shown JOIN ${input.draft} row ON row.row_id = shown.row_id AND coalesce(row.part, 1) = 1
			ORDER BY abs(shown.amount) DESC, shown.row_id, ${columns}`;
	},
	row: v.object({
		row_id: v.number(),
		day: v.string(),
		unit: words,
		account: words,
		account_text: words,
		supplier: words,
		amount: v.number(),
		currency: words,
		locked: v.boolean(),
		...moveSideRow
	})
});
