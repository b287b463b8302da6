import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { defineQuery } from './query';

/** IT cost per inriktning (öre), whichever are chosen. */
export const costPerOrientation = defineQuery({
	name: 'cost-per-orientation',
	question: 'Hur mycket är förvaltning, och hur mycket är utveckling?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison, 'orientations');
		return {
			sql: `SELECT orientation::VARCHAR AS orientation, ${cost.sums} FROM ${cost.rows} GROUP BY ALL
				ORDER BY amount DESC, orientation::VARCHAR`,
			parameters: cost.parameters
		};
	},
	row: v.object({
		orientation: v.string(),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
