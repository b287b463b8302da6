import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** What is paid for data communication: kostnadsslag Tele och datakom, and all on systems of lager kommunikation (öre). */
export const networkCosts = defineQuery({
	name: 'network-costs',
	question: 'Vem får betalt för datakommunikation, och på vilket system och avtal?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT c.*, s.supplier FROM (
				SELECT system_ref::VARCHAR AS system_ref, contract_ref::VARCHAR AS contract_ref,
					supplier_key::VARCHAR AS supplier_key, cost_kind::VARCHAR AS cost_kind,
					sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE ${where.sql} AND (cost_kind = 'Tele och datakom' OR system_ref::VARCHAR IN (
					SELECT system_id FROM system WHERE lower(trim(layer)) = 'kommunikation'))
				GROUP BY ALL
			) c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key
			ORDER BY c.amount DESC, c.system_ref, c.contract_ref, c.supplier_key, c.cost_kind`,
			parameters: where.parameters
		};
	},
	row: v.object({
		system_ref: v.nullable(v.string()),
		contract_ref: v.nullable(v.string()),
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		cost_kind: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
