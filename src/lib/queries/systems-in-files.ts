import * as v from 'valibot';
import { defineQuery } from './query';

/** The systems that a file lists; others of the register are added by people. */
export const systemsInFiles = defineQuery({
	name: 'systems-in-files',
	question: 'Vilka system har en inläst systemlista?',
	statement: () => ({
		sql: 'SELECT DISTINCT system_id FROM system WHERE file_id IS NOT NULL AND system_id IS NOT NULL ORDER BY system_id',
		parameters: []
	}),
	row: v.object({ system_id: v.string() })
});
