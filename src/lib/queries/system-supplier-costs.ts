import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * IT kronor (öre) per system, supplier and kostnadsslag, the grain that dependence is told from. `system_ref` is the row's
 * own system, else the only one whose register names the row's contract; `system_cover` tells which. A null system_ref is
 * cost joined to no system, and a null supplier_key cost without a supplier. `ofSystem` asks for one system alone.
 */
export const systemSupplierCosts = defineQuery({
	name: 'system-supplier-costs',
	question: 'Vem får betalt för vad i varje system?',
	statement: (filters: Filters & { ofSystem?: string }) => {
		const where = costFilter(filters);
		const one = filters.ofSystem;
		return {
			sql: `SELECT c.system_ref, c.system_cover, c.supplier_key, s.supplier, c.cost_kind, c.amount, c.row_count
			FROM (
				SELECT system_ref::VARCHAR AS system_ref, system_cover::VARCHAR AS system_cover,
					supplier_key::VARCHAR AS supplier_key, cost_kind::VARCHAR AS cost_kind,
					sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE ${where.sql}${one === undefined ? '' : ' AND system_ref::VARCHAR = ?'} GROUP BY ALL
			) c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key
			ORDER BY c.system_ref, c.supplier_key, c.cost_kind, c.system_cover`,
			parameters: one === undefined ? where.parameters : [...where.parameters, one]
		};
	},
	row: v.object({
		system_ref: v.nullable(v.string()),
		system_cover: v.nullable(v.picklist(['tagg', 'avtal'])),
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		cost_kind: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});

export type SystemSupplierCost = v.InferOutput<typeof systemSupplierCosts.row>;
