import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { defineQuery } from './query';

/** IT cost per kostnadsslag (öre), whichever are chosen. */
export const costPerKind = defineQuery({
	name: 'cost-per-kind',
	question: 'Vilka kostnadsslag består it-kostnaden av?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison, 'costKinds');
		return {
			sql: `SELECT cost_kind::VARCHAR AS cost_kind, ${cost.sums} FROM ${cost.rows} GROUP BY ALL
				ORDER BY amount DESC, cost_kind::VARCHAR`,
			parameters: cost.parameters
		};
	},
	row: v.object({
		cost_kind: v.string(),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
