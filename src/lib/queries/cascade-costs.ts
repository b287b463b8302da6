import * as v from 'valibot';
import { selectionCondition, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

/** Öre of a selection per nämnd and system that it is joined to. A null system_ref is joined to none. */
export const cascadeCosts = defineQuery({
	name: 'cascade-costs',
	question: 'Vilka nämnder betalar leverantören, och för vilka system?',
	statement: (selection: RowSelection) => {
		const where = selectionCondition(selection);
		return {
			sql: `SELECT unit::VARCHAR AS unit, system_ref::VARCHAR AS system_ref, sum(amount)::BIGINT AS amount,
				count(*)::INTEGER AS row_count
			FROM cost WHERE ${where.sql} GROUP BY ALL ORDER BY 1, 2`,
			parameters: where.parameters
		};
	},
	row: v.object({
		unit: v.nullable(v.string()),
		system_ref: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
