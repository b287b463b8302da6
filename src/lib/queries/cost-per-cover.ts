import * as v from 'valibot';
import type { Filters } from '$lib/domain/filters';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** IT cost (öre) by how its contract was found; empty when no contracts are loaded. */
export const costPerCover = defineQuery({
	name: 'cost-per-cover',
	question: 'Hur vet vi vilket avtal kostnaden hör till?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT contract_cover::VARCHAR AS cover, sum(amount)::BIGINT AS amount, count(*) AS row_count
			FROM cost WHERE ${where.sql} AND contract_cover IS NOT NULL GROUP BY ALL ORDER BY cover`,
			parameters: where.parameters
		};
	},
	row: v.object({
		cover: v.picklist(['avtal', 'antagen', 'flera', 'saknas', 'okänt']),
		amount: v.number(),
		row_count: v.number()
	})
});
