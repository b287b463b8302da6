import type { Month } from '$lib/domain/period';
import { monthPlus } from '$lib/domain/period';
import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * Bought licences of a month against the same month a year before, both at the price of that month (öre a month), per nämnd and system.
 * Only products that a nämnd had in both months: what is new has no trend.
 */
export const licenceGrowth = defineQuery({
	name: 'licence-growth',
	question: 'Hur har antalet licenser ändrats på ett år?',
	statement: (month: Month) => ({
		sql: `WITH bought AS (
			SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, system_id::VARCHAR AS system, product::VARCHAR AS product,
				month::VARCHAR AS month, sum(purchased)::BIGINT AS purchased,
				(sum(purchased * price) / nullif(sum(purchased), 0))::DOUBLE AS price
			FROM licence WHERE month::VARCHAR IN (?, ?) AND purchased IS NOT NULL AND price IS NOT NULL GROUP BY ALL
		)
		SELECT now.unit, now.system, round(sum(now.purchased * now.price))::BIGINT AS now,
			round(sum(earlier.purchased * now.price))::BIGINT AS before
		FROM bought now JOIN bought earlier ON earlier.month = ? AND now.month = ? AND earlier.unit = now.unit
			AND earlier.product IS NOT DISTINCT FROM now.product AND earlier.system IS NOT DISTINCT FROM now.system
		WHERE now.price IS NOT NULL
		GROUP BY ALL ORDER BY ALL`,
		parameters: [month, monthPlus(month, -12), monthPlus(month, -12), month]
	}),
	row: v.object({ unit: v.string(), system: v.nullable(v.string()), now: v.number(), before: v.number() })
});
