import * as v from 'valibot';
import { defineQuery } from './query';

/** Every product of the licence table, with the months it has rows for. */
export const licenceSpan = defineQuery({
	name: 'licence-span',
	question: 'Vilka produkter och månader har licensuppgifter?',
	statement: () => ({
		sql: `SELECT coalesce(product::VARCHAR, 'Okänt') AS product, min(month::VARCHAR) AS first, max(month::VARCHAR) AS last,
			count(*) AS row_count
		FROM licence WHERE month IS NOT NULL GROUP BY ALL ORDER BY product`,
		parameters: []
	}),
	row: v.object({ product: v.string(), first: v.string(), last: v.string(), row_count: v.number() })
});
