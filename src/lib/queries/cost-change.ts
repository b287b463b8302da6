import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { defineQuery } from './query';

/** IT cost per kostnadsslag under every filter (öre): what the change since last year consists of. */
export const costChange = defineQuery({
	name: 'cost-change',
	question: 'Vad kostar it mot samma tid i fjol, och vilka kostnadsslag ändras?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison);
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
