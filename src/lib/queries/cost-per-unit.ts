import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { defineQuery } from './query';

/** IT cost per nämnd (öre), whichever nämnder are chosen; null is a row without nämnd. */
export const costPerUnit = defineQuery({
	name: 'cost-per-unit',
	question: 'Vilka nämnder har it-kostnaden?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison, 'units');
		return {
			sql: `SELECT unit::VARCHAR AS unit, ${cost.sums} FROM ${cost.rows} GROUP BY ALL
				ORDER BY amount DESC, unit::VARCHAR`,
			parameters: cost.parameters
		};
	},
	row: v.object({
		unit: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
