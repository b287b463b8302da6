import type { OrientationPart } from '$lib/domain/orientation-years';
import * as v from 'valibot';
import { selectionCondition, selectionTable, type RowSelection } from './cost-rows';
import { orientationOfRow } from './orientation-years';
import { defineQuery } from './query';

/** IT cost of a selection per month and inriktning (öre); what nobody has said is its own part. */
export const selectionOrientation = defineQuery({
	name: 'selection-orientation',
	question: 'Hur mycket är förvaltning, och hur mycket är utveckling, månad för månad?',
	statement: (selection: RowSelection) => {
		const where = selectionCondition(selection);
		return {
			sql: `SELECT strftime(day, '%Y-%m') AS month, ${orientationOfRow} AS part, sum(amount)::BIGINT AS amount,
				count(*)::INTEGER AS row_count
			FROM ${selectionTable(selection)} WHERE ${where.sql} GROUP BY ALL ORDER BY month, part`,
			parameters: where.parameters
		};
	},
	row: v.object({
		month: v.string(),
		part: v.picklist(['förvaltning', 'utveckling', 'avveckling', 'okänt'] satisfies OrientationPart[]),
		amount: v.number(),
		row_count: v.number()
	})
});
