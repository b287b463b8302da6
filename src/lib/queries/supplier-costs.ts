import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** IT cost per supplier, largest first, not floored (öre). The row with a null key is cost without a supplier. */
export const supplierCosts = defineQuery({
	name: 'supplier-costs',
	question: 'Vilka leverantörer får it-kronorna?',
	statement: (filters: Filters) => {
		const where = costFilter(filters, 'suppliers');
		return {
			sql: `SELECT c.supplier_key::VARCHAR AS supplier_key, s.supplier, s.organisation_number, c.amount, c.row_count
			FROM (
				SELECT supplier_key, sum(amount)::BIGINT AS amount, count(*) AS row_count
				FROM cost WHERE ${where.sql} GROUP BY supplier_key
			) c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key::VARCHAR
			ORDER BY c.amount DESC, s.supplier, c.supplier_key::VARCHAR`,
			parameters: where.parameters
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		organisation_number: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
