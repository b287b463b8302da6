import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * Rows of the whole ledger per month, IT or not, from its first month to its last: a month in between without rows has 0. A
 * divided row counts once.
 */
export const ledgerMonths = defineQuery({
	name: 'ledger-months',
	question: 'Hur många rader har huvudboken varje månad?',
	statement: () => ({
		sql: `WITH counted AS (
			SELECT date_trunc('month', day) AS first_day, count(*) FILTER (coalesce(part, 1) = 1) AS rows
			FROM cost GROUP BY ALL
		), span AS (
			SELECT unnest(generate_series(min(first_day), max(first_day), INTERVAL 1 MONTH)) AS first_day FROM counted
		)
		SELECT strftime(span.first_day, '%Y-%m') AS month, coalesce(rows, 0) AS rows
		FROM span LEFT JOIN counted ON counted.first_day = span.first_day ORDER BY 1`,
		parameters: []
	}),
	row: v.object({ month: v.string(), rows: v.number() })
});
