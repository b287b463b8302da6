import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * IT kronor (öre) without a known contract, by supplier, kostnadsslag, year and whether it is internal. The null key is
 * cost without a supplier. Empty when no contracts are loaded.
 */
export const uncoveredCost = defineQuery({
	name: 'uncovered-cost',
	question: 'Vad har köpts utan känt avtal, av vem, av vilket slag och vilket år?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT c.supplier_key, s.supplier, s.organisation_number, c.cost_kind, c.year, c.internal, c.amount, c.row_count
			FROM (
				SELECT supplier_key::VARCHAR AS supplier_key, cost_kind::VARCHAR AS cost_kind, year(day)::INTEGER AS year, internal,
					sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE contract_cover = 'saknas' AND ${where.sql} GROUP BY ALL
			) c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key
			ORDER BY c.amount DESC, c.supplier_key, c.cost_kind, c.year, c.internal`,
			parameters: where.parameters
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		organisation_number: v.nullable(v.string()),
		cost_kind: v.string(),
		year: v.number(),
		internal: v.boolean(),
		amount: v.number(),
		row_count: v.number()
	})
});
