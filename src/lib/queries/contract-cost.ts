import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * Kronor (öre) of any tag on one contract by year and nämnd, own rows and assumed ones; avrop under it are not counted.
 * The null nämnd is rows without one.
 */
export const contractCost = defineQuery({
	name: 'contract-cost',
	question: 'Vem har betalat vad på avtalet, år för år?',
	statement: (contractId: string) => ({
		sql: `SELECT year(day)::INTEGER AS year, unit::VARCHAR AS unit, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
		FROM cost WHERE currency = 'SEK' AND contract_ref::VARCHAR = ?
		GROUP BY ALL ORDER BY year, amount DESC, unit`,
		parameters: [contractId]
	}),
	row: v.object({
		year: v.number(),
		unit: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
