import * as v from 'valibot';
import { comparedSelection, type ComparedSelection } from './cost-split';
import { defineQuery } from './query';

/** IT cost of a selection per month and kostnadsslag (öre), in its period and in the months compared with. */
export const selectionPerMonth = defineQuery({
	name: 'selection-per-month',
	question: 'Vad kostar det varje månad, och vad kostade samma månad året innan?',
	statement: (input: ComparedSelection) => {
		const cost = comparedSelection(input);
		return {
			sql: `SELECT strftime(day, '%Y-%m') AS month, cost_kind::VARCHAR AS cost_kind,
				sum(amount)::BIGINT AS amount, count(*) AS row_count
			FROM ${cost.rows} GROUP BY ALL ORDER BY month, cost_kind::VARCHAR`,
			parameters: cost.parameters
		};
	},
	row: v.object({ month: v.string(), cost_kind: v.string(), amount: v.number(), row_count: v.number() })
});
