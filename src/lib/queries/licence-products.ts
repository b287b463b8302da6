import * as v from 'valibot';
import { licenceCondition, licenceSums, licenceSumsRow } from './licence-measures';
import { defineQuery } from './query';

/** Every product in one month: bought, assigned, active, unused by both definitions (öre a month). */
export const licenceProducts = defineQuery({
	name: 'licence-products',
	question: 'Vilka produkter betalar vi för utan att använda?',
	statement: ({ month, units }: { month: string; units: readonly string[] }) => {
		const where = licenceCondition({ product: null, units, from: month, to: month });
		return {
			sql: `SELECT coalesce(product::VARCHAR, 'Okänt') AS product, ${licenceSums}
			FROM licence WHERE ${where.sql} GROUP BY coalesce(product::VARCHAR, 'Okänt')
			ORDER BY unused_amount DESC NULLS LAST, product`,
			parameters: where.parameters
		};
	},
	row: v.object({ product: v.string(), ...licenceSumsRow })
});
