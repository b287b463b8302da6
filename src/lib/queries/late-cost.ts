import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * Kronor (öre) of any tag on contracts after their end, since an invoice on a contract may lie outside IT. A period row
 * is later only when its whole month is. Until further notice has no end.
 */
export const lateCost = defineQuery({
	name: 'late-cost',
	question: 'Vad har fakturerats på avtal som har gått ut?',
	statement: () => ({
		sql: `SELECT c.contract_id, sum(k.amount)::BIGINT AS amount, count(*)::INTEGER AS row_count,
			c.end_day::VARCHAR AS end_day, max(k.day)::VARCHAR AS last_day
		FROM (
			SELECT contract_id, max(end_day) AS end_day FROM contract
			GROUP BY contract_id HAVING count(*) FILTER (extension_kind = 'tillsvidare' OR end_day IS NULL) = 0
		) c JOIN cost k ON k.contract_ref = c.contract_id AND k.day > c.end_day
		WHERE k.currency = 'SEK'
		GROUP BY c.contract_id, c.end_day ORDER BY amount DESC, c.contract_id`,
		parameters: []
	}),
	row: v.object({
		contract_id: v.string(),
		amount: v.number(),
		row_count: v.number(),
		end_day: v.string(),
		last_day: v.string()
	})
});
