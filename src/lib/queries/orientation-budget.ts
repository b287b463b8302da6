import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { defineQuery } from './query';

/** The budget per year, version and inriktning (öre) of some nämnder; none named is all. A null inriktning is a budget that is not divided so. */
export const orientationBudget = defineQuery({
	name: 'orientation-budget',
	question: 'Hur är budgeten delad på förvaltning och utveckling?',
	statement: ({ units, except }: { units: readonly string[]; except: boolean }) => ({
		sql: `SELECT year, version::VARCHAR AS version, nullif(orientation::VARCHAR, 'okänd') AS orientation,
				sum(amount)::BIGINT AS amount
			FROM budget WHERE year IS NOT NULL AND version IS NOT NULL AND ${itBudget}
			${units.length ? `AND coalesce(unit::VARCHAR, '-') ${except ? 'NOT IN' : 'IN'} (${units.map(() => '?').join(', ')})` : ''}
			GROUP BY ALL ORDER BY ALL`,
		parameters: [...units]
	}),
	row: v.object({
		year: v.number(),
		version: v.string(),
		orientation: v.nullable(v.string()),
		amount: v.number()
	})
});
