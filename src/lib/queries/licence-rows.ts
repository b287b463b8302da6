import * as v from 'valibot';
import { defineQuery } from './query';

/** Every licence row: product × nämnd × month, with what is unused (öre a month). */
export const licenceRows = defineQuery({
	name: 'licence-rows',
	question: 'Hur många licenser är köpta, tilldelade och aktiva per produkt, nämnd och månad?',
	statement: () => ({
		sql: `SELECT product::VARCHAR AS product, supplier::VARCHAR AS supplier, unit::VARCHAR AS unit, month::VARCHAR AS month,
			purchased, assigned, active, price, unused, unused_amount
		FROM licence ORDER BY product::VARCHAR, unit::VARCHAR, month::VARCHAR, file_id, source_row`,
		parameters: []
	}),
	row: v.object({
		product: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		unit: v.nullable(v.string()),
		month: v.nullable(v.string()),
		purchased: v.nullable(v.number()),
		assigned: v.nullable(v.number()),
		active: v.nullable(v.number()),
		price: v.nullable(v.number()),
		unused: v.nullable(v.number()),
		unused_amount: v.nullable(v.number())
	})
});
