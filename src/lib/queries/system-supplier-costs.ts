import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * IT kronor (öre) per system, supplier and kostnadsslag, the grain that dependence is told from. A null system_id or supplier_key is cost without
 * one.
 */
export const systemSupplierCosts = defineQuery({
	name: 'system-supplier-costs',
	question: 'Vem får betalt för vad i varje system?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT c.system_id, c.supplier_key, s.supplier, c.cost_kind, c.amount, c.row_count
			FROM (
				SELECT system_id::VARCHAR AS system_id, supplier_key::VARCHAR AS supplier_key,
					cost_kind::VARCHAR AS cost_kind, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE ${where.sql} GROUP BY ALL
			) c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key
			ORDER BY c.system_id, c.supplier_key, c.cost_kind`,
			parameters: where.parameters
		};
	},
	row: v.object({
		system_id: v.nullable(v.string()),
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		cost_kind: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
