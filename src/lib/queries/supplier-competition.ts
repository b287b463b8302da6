import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * IT kronor (öre) of each supplier by what is known of the competition for their contract. `utanför` is on no contract
 * in the register. Contracts are told apart as in bids-per-contract.
 */
export const supplierCompetition = defineQuery({
	name: 'supplier-competition',
	question: 'Hur mycket av varje leverantörs kronor kom till med ett enda anbud?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `WITH competition AS (
				SELECT contract_id, min(CASE WHEN lower(procedure) LIKE 'direktupphandling%' THEN 'utan annons'
					WHEN bids = 1 THEN 'ett' WHEN bids IS NOT NULL THEN 'flera' ELSE 'okänt' END) AS competition
				FROM contract GROUP BY contract_id
			)
			SELECT cost.supplier_key::VARCHAR AS supplier_key, coalesce(u.competition, 'utanför') AS competition,
				sum(cost.amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
			FROM (SELECT * FROM cost WHERE ${where.sql}) cost
			LEFT JOIN competition u ON u.contract_id = cost.contract_ref
			GROUP BY ALL ORDER BY supplier_key, competition`,
			parameters: where.parameters
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		competition: v.picklist(['ett', 'flera', 'utan annons', 'okänt', 'utanför']),
		amount: v.number(),
		row_count: v.number()
	})
});
