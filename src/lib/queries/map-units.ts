import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());

/** The lines of the register of nämnder in its order, those in use first where one has several. Days are ISO text. */
export const mapUnits = defineQuery({
	name: 'map-units',
	question: 'Vilka nämnder finns, och när?',
	statement: () => ({
		sql: `SELECT unit::VARCHAR AS unit, code, unit_type::VARCHAR AS unit_type, valid_from::VARCHAR AS valid_from,
			valid_to::VARCHAR AS valid_to
		FROM unit WHERE unit IS NOT NULL ORDER BY file_id, source_row`,
		parameters: []
	}),
	row: v.object({ unit: v.string(), code: text, unit_type: text, valid_from: text, valid_to: text })
});
