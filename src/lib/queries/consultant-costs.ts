import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * Kronor (öre) of consultants per system that rows are joined to, supplier and inriktning. A null system is consultants on
 * none.
 */
export const consultantCosts = defineQuery({
	name: 'consultant-costs',
	question: 'Vilka konsulter köper vi, av vem och till vilka system?',
	statement: (filters: Filters) => {
		const where = costFilter({ ...filters, costKinds: ['Konsult'] });
		return {
			sql: `SELECT c.*, s.supplier FROM (
				SELECT system_ref::VARCHAR AS system_id, supplier_key::VARCHAR AS supplier_key,
					orientation::VARCHAR AS orientation, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE ${where.sql} GROUP BY ALL
			) c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key
			ORDER BY c.system_id, c.supplier_key, c.orientation`,
			parameters: where.parameters
		};
	},
	row: v.object({
		system_id: v.nullable(v.string()),
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		orientation: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
