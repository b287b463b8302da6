import * as v from 'valibot';
import { itRows } from './cost-filter';
import { orientationOfRow } from './orientation-years';
import { defineQuery } from './query';

/** What each system costs to run a month (öre), and what on it has no known inriktning; of some nämnder, none named is all. */
export const runningCosts = defineQuery({
	name: 'running-costs',
	question: 'Vad kostar systemen i förvaltning, månad för månad?',
	statement: ({ units }: { units: readonly string[] }) => ({
		sql: `SELECT system_ref::VARCHAR AS system, strftime(day, '%Y-%m') AS month,
				coalesce(sum(amount) FILTER (kind = 'förvaltning'), 0)::BIGINT AS running,
				coalesce(sum(amount) FILTER (kind = 'okänt'), 0)::BIGINT AS unknown
			FROM (SELECT system_ref, day, amount, ${orientationOfRow} AS kind FROM cost WHERE ${itRows} AND system_ref IS NOT NULL
				${units.length ? `AND unit::VARCHAR IN (${units.map(() => '?').join(', ')})` : ''}) of_systems
			WHERE kind IN ('förvaltning', 'okänt') GROUP BY ALL ORDER BY 1, 2`,
		parameters: [...units]
	}),
	row: v.object({ system: v.string(), month: v.string(), running: v.number(), unknown: v.number() })
});
