import type { Period } from '$lib/domain/period';
import * as v from 'valibot';
import { inPeriod } from './cost-filter';
import { defineQuery } from './query';

/** Öre and rows on each contract in a period, IT or not; `assumed` is öre on rows that do not name it. Contracts without rows are left out. */
export const contractYear = defineQuery({
	name: 'contract-year',
	question: 'Vad har fakturerats på varje avtal under perioden?',
	statement: (period: Period) => {
		const where = inPeriod(period);
		return {
			sql: `SELECT contract_ref::VARCHAR AS contract_id, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count,
				coalesce(sum(amount) FILTER (contract_cover = 'antagen'), 0)::BIGINT AS assumed
			FROM cost WHERE currency = 'SEK' AND contract_ref IS NOT NULL AND ${where.sql} GROUP BY contract_ref`,
			parameters: where.parameters
		};
	},
	row: v.object({ contract_id: v.string(), amount: v.number(), row_count: v.number(), assumed: v.number() })
});
