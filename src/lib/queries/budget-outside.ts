import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { defineQuery } from './query';

/** Budget rows of a year whose konto no rule tags as IT, with their sum (öre): loaded, and outside every budget figure. */
export const budgetOutside = defineQuery({
	name: 'budget-outside',
	question: 'Hur mycket av den inlästa budgeten är inte it?',
	statement: (year: number) => ({
		sql: `SELECT count(*) AS row_count, coalesce(sum(amount), 0)::BIGINT AS amount
			FROM budget WHERE year = ?::INTEGER AND (${itBudget}) IS NOT TRUE`,
		parameters: [year]
	}),
	row: v.object({ row_count: v.number(), amount: v.number() })
});
