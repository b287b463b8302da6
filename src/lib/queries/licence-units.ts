import * as v from 'valibot';
import { licenceCondition, licenceSums, licenceSumsRow } from './licence-measures';
import { defineQuery } from './query';

/** One product in one month per nämnd (öre a month). */
export const licenceUnits = defineQuery({
	name: 'licence-units',
	question: 'Vilka nämnder köper licenser som inte används?',
	statement: ({ product, month, units }: { product: string; month: string; units: readonly string[] }) => {
		const where = licenceCondition({ product, units, from: month, to: month });
		return {
			sql: `SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, ${licenceSums}
			FROM licence WHERE ${where.sql} GROUP BY coalesce(unit::VARCHAR, 'Okänt')
			ORDER BY unused_amount DESC NULLS LAST, unit`,
			parameters: where.parameters
		};
	},
	row: v.object({ unit: v.string(), ...licenceSumsRow })
});
