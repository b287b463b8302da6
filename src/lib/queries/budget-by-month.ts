import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { defineQuery } from './query';

/** The it budget by everything that it can be set beside cost by (öre). A null month is money for the whole year. */
export const budgetByMonth = defineQuery({
	name: 'budget-by-month',
	question: 'Vad är budgeten, månad för månad?',
	statement: () => ({
		sql: `SELECT year, month, unit::VARCHAR AS unit, coalesce(cost_kind::VARCHAR, 'Okänt') AS cost_kind,
			orientation::VARCHAR AS orientation, system_id::VARCHAR AS system_id, version::VARCHAR AS version,
			sum(amount)::BIGINT AS amount, count(*) AS row_count
		FROM budget WHERE year IS NOT NULL AND ${itBudget} GROUP BY ALL ORDER BY ALL`,
		parameters: []
	}),
	row: v.object({
		year: v.number(),
		month: v.nullable(v.number()),
		unit: v.nullable(v.string()),
		cost_kind: v.string(),
		orientation: v.nullable(v.string()),
		system_id: v.nullable(v.string()),
		version: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
export type BudgetMonth = v.InferOutput<typeof budgetByMonth.row>;
