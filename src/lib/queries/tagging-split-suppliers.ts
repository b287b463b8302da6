import * as v from 'valibot';
import { defineQuery, type Statement } from './query';
import { bound, sqlText as sql } from '$lib/engine/sql-text';
import { type TaggingTable } from './tagging-table';

const side = (name: string, condition: string): string => `
	count(*) FILTER (part IS NULL AND ${condition})
		+ count(DISTINCT row_id) FILTER (part IS NOT NULL AND ${condition}) AS ${name}_rows,
	coalesce(sum(amount) FILTER (currency = 'SEK' AND ${condition}), 0)::BIGINT AS ${name}_ore,
	coalesce(sum(abs(amount)) FILTER (currency = 'SEK' AND ${condition}), 0)::BIGINT AS ${name}_absolute_ore`;

/**
 * Suppliers with rows that are IT and rows that are not (judged nej, or not judged), öre and rows of each side; those whose
 * smaller side has most |öre| come first. `suppliers` is how many there are in all.
 */
export const taggingSplitSuppliers = defineQuery({
	name: 'tagging-split-suppliers',
	question: 'Vilka leverantörer har både rader som är it och rader som inte är det?',
	statement: ({ table, limit, offset }: TaggingTable & { limit: number; offset: number }): Statement =>
		sql`SELECT supplier_key, supplier, it_rows, it_ore, it_absolute_ore, not_it_rows, not_it_ore, not_it_absolute_ore,
				unjudged_rows, unjudged_ore, unjudged_absolute_ore, count(*) OVER () AS suppliers
			FROM (
				SELECT supplier_key::VARCHAR AS supplier_key, max(supplier)::VARCHAR AS supplier,
					${side('it', "it_cost = 'ja'")}, ${side('not_it', "it_cost = 'nej'")},
					${side('unjudged', 'it_cost IS NULL')}
				FROM ${table} ledger WHERE supplier_key IS NOT NULL GROUP BY ledger.supplier_key
			)
			WHERE it_rows > 0 AND not_it_rows + unjudged_rows > 0
			ORDER BY least(it_absolute_ore, not_it_absolute_ore + unjudged_absolute_ore) DESC, supplier, supplier_key
			LIMIT ${bound(limit)} OFFSET ${bound(offset)}`,
	row: v.object({
		supplier_key: v.string(),
		supplier: v.nullable(v.string()),
		it_rows: v.number(),
		it_ore: v.number(),
		it_absolute_ore: v.number(),
		not_it_rows: v.number(),
		not_it_ore: v.number(),
		not_it_absolute_ore: v.number(),
		unjudged_rows: v.number(),
		unjudged_ore: v.number(),
		unjudged_absolute_ore: v.number(),
		suppliers: v.number()
	})
});
