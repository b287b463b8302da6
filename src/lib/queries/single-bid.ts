import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter, possibleContract } from './cost-filter';
import { defineQuery } from './query';

/**
 * Contracts and IT kronor by what is known of their competition. Direct awards are apart; an unknown procedure counts.
 * A contract that stands on several lines of the register counts by each line, its kronor once.
 */
export const bidsPerContract = defineQuery({
	name: 'bids-per-contract',
	question: 'Hur stor del av avtalen och kronorna kom till med ett enda anbud?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `WITH competition AS (
				SELECT contract_id,
					CASE WHEN lower(procedure) LIKE 'direktupphandling%' THEN 'utan annons'
						WHEN bids = 1 THEN 'ett'
						WHEN bids IS NOT NULL THEN 'flera'
						ELSE 'okänt' END AS competition
				FROM contract
			), invoiced AS (
				SELECT contract_ref, ${possibleContract} AS possible, sum(amount)::BIGINT AS amount FROM cost
				WHERE ${where.sql} GROUP BY ALL
			), unique_contract AS (
				SELECT contract_id, min(competition) AS competition FROM competition GROUP BY contract_id
			)
			SELECT g.competition,
				(SELECT count(*) FROM competition c WHERE c.competition = g.competition) AS contracts,
				coalesce((SELECT sum(i.amount) FROM invoiced i JOIN unique_contract u ON u.contract_id = i.contract_ref
					WHERE u.competition = g.competition), 0)::BIGINT AS amount,
				coalesce((SELECT sum(i.amount) FROM invoiced i WHERE NOT i.possible AND (i.contract_ref IS NULL
					OR i.contract_ref NOT IN (SELECT contract_id FROM unique_contract))), 0)::BIGINT AS outside_amount,
				coalesce((SELECT sum(i.amount) FROM invoiced i WHERE i.possible), 0)::BIGINT AS possible_amount
			FROM (VALUES ('ett'), ('flera'), ('utan annons'), ('okänt')) g(competition)`,
			parameters: where.parameters
		};
	},
	row: v.object({
		competition: v.picklist(['ett', 'flera', 'utan annons', 'okänt']),
		contracts: v.number(),
		amount: v.number(),
		/** IT kronor on no contract in the register; the same on every row. */
		outside_amount: v.number(),
		/** IT kronor that may be on some contract of the supplier's; the same on every row. */
		possible_amount: v.number()
	})
});
