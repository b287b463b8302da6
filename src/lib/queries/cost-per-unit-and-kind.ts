import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { defineQuery } from './query';

/** IT cost per nämnd and kostnadsslag under every filter (öre). */
export const costPerUnitAndKind = defineQuery({
	name: 'cost-per-unit-and-kind',
	question: 'Vilka kostnadsslag har varje nämnd?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison);
		return {
			sql: `SELECT unit::VARCHAR AS unit, cost_kind::VARCHAR AS cost_kind, ${cost.sums}
			FROM ${cost.rows} GROUP BY ALL ORDER BY unit::VARCHAR, cost_kind::VARCHAR`,
			parameters: cost.parameters
		};
	},
	row: v.object({
		unit: v.nullable(v.string()),
		cost_kind: v.string(),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
