import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { monthEntries, monthSums } from './month-columns';
import { defineQuery } from './query';

/**
 * Every version of the budget per nämnd and kostnadsslag (öre), a year a row: its months, and what is for the whole year. A null
 * kostnadsslag is a budget, or a forecast, that is not divided so.
 */
export const budgetYearMonths = defineQuery({
	name: 'budget-year-months',
	question: 'Vad är budgeten och nämndernas prognoser, år för år?',
	statement: () => ({
		sql: `SELECT year, unit, cost_kind, version, coalesce(sum(amount) FILTER (month IS NULL), 0)::BIGINT AS whole, ${monthSums}
		FROM (
			SELECT year, month, coalesce(unit::VARCHAR, 'Okänt') AS unit, cost_kind::VARCHAR AS cost_kind,
				version::VARCHAR AS version, amount
			FROM budget WHERE year IS NOT NULL AND version IS NOT NULL AND ${itBudget}
		) planned GROUP BY year, unit, cost_kind, version ORDER BY year, unit, cost_kind, version`,
		parameters: []
	}),
	row: v.object({
		year: v.number(),
		unit: v.string(),
		cost_kind: v.nullable(v.string()),
		version: v.string(),
		whole: v.number(),
		...monthEntries
	})
});
