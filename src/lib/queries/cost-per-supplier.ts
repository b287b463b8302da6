import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { defineQuery } from './query';

/** IT cost per supplier (öre), whichever are chosen; the null key is cost without a supplier. */
export const costPerSupplier = defineQuery({
	name: 'cost-per-supplier',
	question: 'Vilka leverantörer får it-kronorna?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison, 'suppliers');
		return {
			sql: `SELECT c.supplier_key, s.supplier, c.amount, c.row_count, c.before
			FROM (SELECT supplier_key::VARCHAR AS supplier_key, ${cost.sums} FROM ${cost.rows} GROUP BY ALL) c
			LEFT JOIN supplier s ON s.supplier_key = c.supplier_key
			ORDER BY c.amount DESC, s.supplier, c.supplier_key`,
			parameters: cost.parameters
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
