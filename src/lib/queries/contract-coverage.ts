import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * IT kronor (öre) by contract cover. `without` has no avtals_id and no contract of its supplier valid that day;
 * `several` may be on either of several contracts of its supplier, which is a known contract though not which;
 * `undecided` belongs to suppliers whose contracts have no start day. All are null when no contracts are loaded.
 */
export const contractCoverage = defineQuery({
	name: 'contract-coverage',
	question: 'Hur många it-kronor saknar känt avtal?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT (SELECT count(*) FROM contract) AS contracts,
				sum(amount) FILTER (contract_cover = 'saknas')::BIGINT AS without,
				sum(amount) FILTER (contract_cover = 'flera')::BIGINT AS several,
				sum(abs(amount)) FILTER (contract_cover = 'okänt')::BIGINT AS undecided,
				count(*) FILTER (contract_cover = 'saknas') AS without_rows,
				coalesce(sum(amount), 0)::BIGINT AS it_amount,
				coalesce(sum(abs(amount)), 0)::BIGINT AS absolute_amount,
				count(*) AS row_count
			FROM cost WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({
		contracts: v.number(),
		without: v.nullable(v.number()),
		several: v.nullable(v.number()),
		undecided: v.nullable(v.number()),
		without_rows: v.number(),
		it_amount: v.number(),
		absolute_amount: v.number(),
		row_count: v.number()
	})
});
