import * as v from 'valibot';
import { defineQuery } from './query';

/** One supplier by its key; no row where the slice does not hold it. */
export const supplierFacts = defineQuery({
	name: 'supplier-facts',
	question: 'Vem är leverantören?',
	statement: (key: string) => ({
		sql: 'SELECT supplier_key, supplier, organisation_number FROM supplier WHERE supplier_key = ?',
		parameters: [key]
	}),
	row: v.object({
		supplier_key: v.string(),
		supplier: v.string(),
		organisation_number: v.nullable(v.string())
	})
});
