import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * What the registers say that the number of IT users might be: the two shared systems with most users, and the two products with
 * most assigned licences in the last month of the licence table. A hint, never the number.
 */
export const itUserHints = defineQuery({
	name: 'it-user-hints',
	question: 'Vad säger registren om hur många som använder it?',
	statement: () => ({
		sql: `(SELECT 'system' AS source, min(name) AS name, max(users)::INTEGER AS users, NULL::VARCHAR AS month FROM system
				WHERE shared = 'ja' AND users > 0 GROUP BY system_id ORDER BY users DESC, name LIMIT 2)
			UNION ALL
			(SELECT 'licence' AS source, product::VARCHAR AS name, sum(assigned)::INTEGER AS users, max(month::VARCHAR) AS month FROM licence
				WHERE product IS NOT NULL AND month = (SELECT max(month) FROM licence)
				GROUP BY product HAVING sum(assigned) > 0 ORDER BY users DESC, name LIMIT 2)
			ORDER BY source DESC, users DESC, name`,
		parameters: []
	}),
	row: v.object({
		source: v.picklist(['system', 'licence']),
		name: v.nullable(v.string()),
		users: v.number(),
		/** `YYYY-MM` of the licences. */
		month: v.nullable(v.string())
	})
});
