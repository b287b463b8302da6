import type { CompetitionDimension } from '$lib/domain/competition-parts';
import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter, possibleContract } from './cost-filter';
import { defineQuery } from './query';

const columns: Readonly<Record<CompetitionDimension, string>> = {
	supplier: 'supplier_key',
	costKind: 'cost_kind',
	unit: 'unit'
};

/**
 * IT kronor (öre) per supplier, kostnadsslag or nämnd, and all together, by what is known of the competition for their contract.
 * `contracts` are those that the kronor were spent on. A null key beside `all_keys` is everything, else cost without one.
 * `utanför` is on no contract in the register and `möjligt` perhaps on one of the supplier's; they have no contracts. Told apart as in bids-per-contract.
 */
export const competitionBy = defineQuery({
	name: 'competition-by',
	question: 'Hur mycket av kronorna kom till med ett enda anbud eller utan annons?',
	statement: ({ filters, by }: { filters: Filters; by: CompetitionDimension }) => {
		const where = costFilter(filters);
		return {
			sql: `WITH competition AS (
				SELECT contract_id, min(CASE WHEN lower(procedure) LIKE 'direktupphandling%' THEN 'utan annons'
					WHEN bids = 1 THEN 'ett' WHEN bids IS NOT NULL THEN 'flera' ELSE 'okänt' END) AS competition
				FROM contract GROUP BY contract_id
			), summed AS (
				SELECT ${columns[by]} AS key, contract_ref, ${possibleContract} AS possible, sum(amount)::BIGINT AS amount, count(*) AS row_count
				FROM cost WHERE ${where.sql} GROUP BY ALL
			), base AS (
				SELECT key::VARCHAR AS key, contract_ref::VARCHAR AS contract_ref, possible, amount, row_count FROM summed
			), told AS (
				SELECT base.*, u.contract_id, coalesce(u.competition, CASE WHEN possible THEN 'möjligt' ELSE 'utanför' END) AS competition
				FROM base LEFT JOIN competition u ON u.contract_id = base.contract_ref
			)
			SELECT told.key, grouping(told.key) = 1 AS all_keys, told.competition,
				sum(told.amount)::BIGINT AS amount, sum(told.row_count)::INTEGER AS row_count,
				count(DISTINCT told.contract_id)::INTEGER AS contracts,
				${by === 'supplier' ? 'any_value(s.supplier)' : 'NULL::VARCHAR'} AS name
			FROM told LEFT JOIN supplier s ON s.supplier_key = told.key AND ${by === 'supplier' ? 'true' : 'false'}
			GROUP BY GROUPING SETS ((told.key, told.competition), (told.competition))
			ORDER BY all_keys DESC, told.key, competition`,
			parameters: where.parameters
		};
	},
	row: v.object({
		key: v.nullable(v.string()),
		all_keys: v.boolean(),
		competition: v.picklist(['ett', 'flera', 'utan annons', 'okänt', 'möjligt', 'utanför']),
		amount: v.number(),
		row_count: v.number(),
		contracts: v.number(),
		name: v.nullable(v.string())
	})
});
