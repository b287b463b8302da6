import * as v from 'valibot';
import { licenceCondition } from './licence-measures';
import { defineQuery } from './query';

/** Purchased × price (öre) per nämnd and month, over the rows that have both. Months are `YYYY-MM`. */
export const licenceUnitMonths = defineQuery({
	name: 'licence-unit-months',
	question: 'Vad kostar nämndernas licenser, månad för månad?',
	statement: ({ from, to }: { from: string; to: string }) => {
		const where = licenceCondition({ product: null, units: [], from, to, known: 'price' });
		return {
			sql: `SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, month::VARCHAR AS month, sum(purchased * price)::BIGINT AS amount
			FROM licence WHERE ${where.sql} AND purchased IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
			parameters: where.parameters
		};
	},
	row: v.object({ unit: v.string(), month: v.string(), amount: v.number() })
});
