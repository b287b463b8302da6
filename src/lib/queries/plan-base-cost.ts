import type { Period } from '$lib/domain/period';
import { baseParts } from '$lib/domain/plan-base';
import * as v from 'valibot';
import { inPeriod, itRows } from './cost-filter';
import { defineQuery } from './query';

/**
 * What was booked in the months that a plan stands on (öre), per nämnd, kostnadsslag, system, supplier and contract, and by what it
 * is for. Internal rows are counted.
 */
export const planBaseCost = defineQuery({
	name: 'plan-base-cost',
	question: 'Vad kostar it i dag, och vad av det löper vidare?',
	statement: (months: Period) => {
		const period = inPeriod(months);
		return {
			sql: `SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, coalesce(cost_kind::VARCHAR, 'Okänt') AS cost_kind,
				system_ref::VARCHAR AS system, supplier_key::VARCHAR AS supplier_key, contract_ref::VARCHAR AS contract_id,
				CASE orientation::VARCHAR WHEN 'förvaltning' THEN 'running' WHEN 'utveckling' THEN 'development'
					WHEN 'avveckling' THEN 'closing' ELSE 'unknown' END AS part,
				sum(amount)::BIGINT AS amount, count(*) AS row_count
			FROM cost WHERE ${itRows} AND ${period.sql}
			GROUP BY ALL ORDER BY ALL`,
			parameters: period.parameters
		};
	},
	row: v.object({
		unit: v.string(),
		cost_kind: v.string(),
		system: v.nullable(v.string()),
		supplier_key: v.nullable(v.string()),
		contract_id: v.nullable(v.string()),
		part: v.picklist(baseParts),
		amount: v.number(),
		row_count: v.number()
	})
});
