import * as v from 'valibot';
import { defineQuery } from './query';

/**
 * What the register says of a nämnd; no row where the slice does not hold it. A slice of some nämnder still names the
 * owners of systems and contracts that they share, but has none of those owners' cost: they are not held.
 */
export const unitFacts = defineQuery({
	name: 'unit-facts',
	question: 'Vilken nämnd är det?',
	statement: (name: string) => ({
		sql: `SELECT ?::VARCHAR AS unit, min(unit_type) AS unit_type,
			last(employees ORDER BY valid_from NULLS FIRST) AS employees, count(*) AS lines
		FROM unit WHERE unit = ?
		HAVING count(*) > 0 OR EXISTS (SELECT 1 FROM cost WHERE unit::VARCHAR = ?)
			OR (NOT EXISTS (SELECT 1 FROM meta WHERE key = 'units')
				AND (EXISTS (SELECT 1 FROM system WHERE unit = ?) OR EXISTS (SELECT 1 FROM contract WHERE unit = ?)))`,
		parameters: [name, name, name, name, name]
	}),
	row: v.object({
		unit: v.string(),
		unit_type: v.nullable(v.string()),
		employees: v.nullable(v.number()),
		/** How many lines of the register name it. */
		lines: v.number()
	})
});
