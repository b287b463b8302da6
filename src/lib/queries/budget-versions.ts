import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { defineQuery } from './query';

/** Every year and version of the budget table, with how much it holds (öre). */
export const budgetVersions = defineQuery({
	name: 'budget-versions',
	question: 'Vilka år och versioner av budgeten är inlästa?',
	statement: () => ({
		sql: `SELECT year, version::VARCHAR AS version, sum(amount)::BIGINT AS amount, count(*) AS row_count,
			count(DISTINCT unit) AS units
		FROM budget WHERE year IS NOT NULL AND ${itBudget} GROUP BY ALL ORDER BY year, version::VARCHAR`,
		parameters: []
	}),
	row: v.object({
		year: v.number(),
		version: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number(),
		units: v.number()
	})
});
