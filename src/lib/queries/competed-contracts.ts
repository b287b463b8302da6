import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * The contracts of the register that came to be in competition: at least two bids, and no direct award, each with its earliest start.
 * All of them, also ended ones and those of other periods: the last of a supplier tells when it last competed.
 */
export const competedContracts = defineQuery({
	name: 'competed-contracts',
	question: 'När konkurrerade varje leverantör senast?',
	statement: () => ({
		sql: `SELECT contract_id, min(title) AS title, supplier_key::VARCHAR AS supplier_key,
				min(start_day)::VARCHAR AS start_day, max(bids)::INTEGER AS bids
			FROM contract
			WHERE supplier_key IS NOT NULL AND bids >= 2
				AND NOT coalesce(lower(procedure) LIKE 'direktupphandling%', false)
			GROUP BY contract_id, supplier_key
			ORDER BY supplier_key, start_day DESC NULLS LAST, contract_id`,
		parameters: []
	}),
	row: v.object({
		contract_id: v.string(),
		title: v.nullable(v.string()),
		supplier_key: v.string(),
		start_day: v.nullable(v.string()),
		bids: v.number()
	})
});
