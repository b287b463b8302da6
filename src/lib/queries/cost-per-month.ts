import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { defineQuery } from './query';

/** IT cost per month and kostnadsslag (öre) in the period and in the months it is compared with. */
export const costPerMonth = defineQuery({
	name: 'cost-per-month',
	question: 'Vad kostar it varje månad, och vad kostade samma månad i fjol?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison);
		return {
			sql: `SELECT strftime(day, '%Y-%m') AS month, cost_kind::VARCHAR AS cost_kind,
				sum(amount)::BIGINT AS amount, count(*) AS row_count
			FROM ${cost.rows} GROUP BY ALL ORDER BY month, cost_kind::VARCHAR`,
			parameters: cost.parameters
		};
	},
	row: v.object({ month: v.string(), cost_kind: v.string(), amount: v.number(), row_count: v.number() })
});
