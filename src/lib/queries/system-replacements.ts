import * as v from 'valibot';
import { defineQuery } from './query';

/** The systems of the register, and what the register says replaces them. */
export const systemReplacements = defineQuery({
	name: 'system-replacements',
	question: 'Vilka system ersätts av vilka?',
	statement: () => ({
		sql: `SELECT system_id AS system, min(name) AS name, min(replaced_by) AS replaced_by
			FROM system WHERE system_id IS NOT NULL GROUP BY 1 ORDER BY 1`,
		parameters: []
	}),
	row: v.object({
		system: v.string(),
		name: v.nullable(v.string()),
		replaced_by: v.nullable(v.string())
	})
});
