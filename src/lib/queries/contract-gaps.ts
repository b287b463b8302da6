import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * IT kronor (öre) without a known contract, by supplier, largest first, whichever are chosen. The null key is cost
 * without a supplier. Empty when no contracts are loaded.
 */
export const contractGaps = defineQuery({
	name: 'contract-gaps',
	question: 'Vilka leverantörer får it-kronor utan känt avtal?',
	statement: (filters: Filters) => {
		const where = costFilter(filters, 'suppliers');
		return {
			sql: `SELECT c.supplier_key, s.supplier, c.amount, c.row_count
			FROM (
				SELECT supplier_key::VARCHAR AS supplier_key, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE contract_cover = 'saknas' AND ${where.sql} GROUP BY supplier_key
			) c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key
			ORDER BY c.amount DESC, s.supplier, c.supplier_key`,
			parameters: where.parameters
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
