import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** IT kronor (öre) per system that rows are joined to (system_ref), contract and kostnadsslag. A null contract is cost on no known contract. */
export const systemContractCosts = defineQuery({
	name: 'system-contract-costs',
	question: 'På vilka avtal ligger varje systems kostnad?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT system_ref::VARCHAR AS system_id, contract_ref::VARCHAR AS contract_id,
				cost_kind::VARCHAR AS cost_kind, sum(amount)::BIGINT AS amount,
				count(*)::INTEGER AS row_count
			FROM cost WHERE ${where.sql} AND system_ref IS NOT NULL GROUP BY ALL ORDER BY ALL`,
			parameters: where.parameters
		};
	},
	row: v.object({
		system_id: v.string(),
		contract_id: v.nullable(v.string()),
		cost_kind: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
