import * as v from 'valibot';
import { defineQuery } from './query';

/** One row when the licences name the product. */
export const licenceProductKnown = defineQuery({
	name: 'licence-product-known',
	question: 'Finns produkten bland licenserna?',
	statement: (product: string) => ({
		sql: 'SELECT product::VARCHAR AS product FROM licence WHERE product::VARCHAR = ? LIMIT 1',
		parameters: [product]
	}),
	row: v.object({ product: v.string() })
});
