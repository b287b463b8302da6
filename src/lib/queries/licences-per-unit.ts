import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * The latest month of the licence table per nämnd: counts, and öre a month for the unused. `known_purchased` is the
 * bought licences whose use is known.
 */
export const licencesPerUnit = defineQuery({
	name: 'licences-per-unit',
	question: 'Hur många av nämndens licenser används inte?',
	statement: () => ({
		sql: `SELECT unit::VARCHAR AS unit, count(*) AS row_count,
			coalesce(sum(purchased), 0)::BIGINT AS purchased,
			coalesce(sum(purchased) FILTER (unused IS NOT NULL), 0)::BIGINT AS known_purchased,
			coalesce(sum(unused), 0)::BIGINT AS unused,
			coalesce(sum(unused_amount), 0)::BIGINT AS unused_amount
		FROM licence WHERE month::VARCHAR = (SELECT max(month::VARCHAR) FROM licence)
		GROUP BY ALL ORDER BY unused DESC, unit`,
		parameters: []
	}),
	row: v.object({
		unit: v.nullable(v.string()),
		row_count: v.number(),
		purchased: v.number(),
		known_purchased: v.number(),
		unused: v.number(),
		unused_amount: v.number()
	})
});
