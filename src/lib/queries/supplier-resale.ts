import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/**
 * Verklig leverantör, both ways (öre): `sells` is what the supplier invoices of other makers' products, `through` is
 * its own products on the invoices of others. `other_key` is the page of the other part, null where it is not one
 * known supplier.
 */
export const supplierResale = defineQuery({
	name: 'supplier-resale',
	question: 'Vems produkter säljer leverantören, och vem säljer leverantörens?',
	statement: ({ key, name, filters }: { key: string; name: string; filters: Filters }) => {
		const where = costFilter({ ...filters, suppliers: [] });
		return {
			sql: `WITH named AS (
				SELECT lower(supplier) AS name, min(supplier_key) AS supplier_key FROM supplier
				GROUP BY ALL HAVING count(*) = 1
			), tagged AS (
				SELECT supplier_key::VARCHAR AS supplier_key, maker::VARCHAR AS maker,
					sum(amount)::BIGINT AS amount, count(*) AS row_count
				FROM cost WHERE maker IS NOT NULL AND ${where.sql} GROUP BY ALL
			)
			SELECT 'sells' AS direction, maker, named.supplier_key AS other_key, maker AS other, amount, row_count
			FROM tagged LEFT JOIN named ON named.name = lower(maker)
			WHERE tagged.supplier_key = ? AND lower(maker) <> lower(?)
			UNION ALL
			SELECT 'through', maker, tagged.supplier_key, supplier, amount, row_count
			FROM tagged LEFT JOIN supplier ON supplier.supplier_key = tagged.supplier_key
			WHERE lower(maker) = lower(?) AND tagged.supplier_key IS DISTINCT FROM ?
			ORDER BY direction, amount DESC, other, maker`,
			parameters: [...where.parameters, key, name, name, key]
		};
	},
	row: v.object({
		direction: v.picklist(['sells', 'through']),
		maker: v.string(),
		other_key: v.nullable(v.string()),
		other: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
