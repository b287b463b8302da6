import * as v from 'valibot';
import { defineQuery } from './query';

const level = v.nullable(v.number());

/** Konfidentialitet, riktighet and tillgänglighet of each system, 0–3. Only slices for controllers have the columns. */
export const systemClasses = defineQuery({
	name: 'system-classes',
	question: 'Hur är systemen klassade?',
	statement: () => ({
		sql: `SELECT system_id, class_confidentiality, class_integrity, class_availability FROM system
			WHERE system_id IS NOT NULL
			QUALIFY row_number() OVER (PARTITION BY system_id ORDER BY file_id, source_row) = 1 ORDER BY system_id`,
		parameters: []
	}),
	row: v.object({
		system_id: v.string(),
		class_confidentiality: level,
		class_integrity: level,
		class_availability: level
	})
});
