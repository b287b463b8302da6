import * as v from 'valibot';
import { defineQuery } from './query';

/** Every nämnd of the licence table, in Swedish order. */
export const licenceUnitNames = defineQuery({
	name: 'licence-unit-names',
	question: 'Vilka nämnder har licensuppgifter?',
	statement: () => ({
		sql: `SELECT unit FROM (SELECT DISTINCT coalesce(unit::VARCHAR, 'Okänt') AS unit FROM licence)
			ORDER BY translate(lower(unit), 'åäö', '{|}')`,
		parameters: []
	}),
	row: v.object({ unit: v.string() })
});
