import * as v from 'valibot';
import { defineQuery } from './query';

/** The systems that a slice speaks of: those of its register, and those that its money and budget name. */
export const seenSystems = defineQuery({
	name: 'seen-systems',
	question: 'Vilka system finns i utgåvan?',
	statement: () => ({
		sql: `SELECT system_id::VARCHAR AS system FROM system WHERE system_id IS NOT NULL
			UNION SELECT system_ref::VARCHAR FROM cost WHERE system_ref IS NOT NULL
			UNION SELECT system_id::VARCHAR FROM budget WHERE system_id IS NOT NULL ORDER BY ALL`,
		parameters: []
	}),
	row: v.object({ system: v.string() })
});
