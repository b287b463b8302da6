import * as v from 'valibot';
import { defineQuery } from './query';

/** The latest month of the licence table: counts, öre a month for the unused, and how much is known. */
export const unusedLicencesNow = defineQuery({
	name: 'unused-licences-now',
	question: 'Använder vi de licenser vi betalar för?',
	statement: () => ({
		sql: `SELECT month::VARCHAR AS month, count(*) AS row_count,
			sum(purchased)::BIGINT AS purchased,
			sum(unused)::BIGINT AS unused,
			sum(unused_amount)::BIGINT AS unused_amount,
			coalesce(sum(purchased) FILTER (unused IS NOT NULL), 0)::BIGINT AS known_purchased,
			coalesce(sum(purchased) FILTER (unused_amount IS NOT NULL), 0)::BIGINT AS priced_purchased
		FROM licence WHERE month = (SELECT max(month::VARCHAR) FROM licence) GROUP BY month`,
		parameters: []
	}),
	row: v.object({
		month: v.nullable(v.string()),
		row_count: v.number(),
		purchased: v.nullable(v.number()),
		unused: v.nullable(v.number()),
		unused_amount: v.nullable(v.number()),
		known_purchased: v.number(),
		priced_purchased: v.number()
	})
});
