import * as v from 'valibot';
import { spreadKind } from '$lib/domain/accrual';
import { itBudget } from './budget-filter';
import { defineQuery } from './query';

/** The budget of a year for Licens/SaaS per version (öre); no row where the budget has none. */
export const licenceBudget = defineQuery({
	name: 'licence-budget',
	question: 'Vad är budgeten för licenser?',
	statement: ({ year, units }: { year: number; units: readonly string[] }) => ({
		sql: `SELECT coalesce(version::VARCHAR, 'Okänt') AS version, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
		FROM budget WHERE year = ?::INTEGER AND ${itBudget} AND cost_kind = '${spreadKind}'
			${units.length ? `AND unit::VARCHAR IN (${units.map(() => '?').join(', ')})` : ''}
		GROUP BY 1 ORDER BY 1`,
		parameters: [year, ...units]
	}),
	row: v.object({ version: v.string(), amount: v.number(), row_count: v.number() })
});
