import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());

/** The förmågor of the register, one line each (the first where it has several), with the nämnder that need them or do not. */
export const capabilityNeeds = defineQuery({
	name: 'capability-needs',
	question: 'Vilka förmågor finns, och vilka nämnder behöver dem?',
	statement: () => ({
		sql: `SELECT capability_id, coalesce(name, capability_id) AS name, parent, needed_by, not_needed_by
		FROM capability WHERE capability_id IS NOT NULL
		QUALIFY row_number() OVER (PARTITION BY capability_id ORDER BY file_id, source_row) = 1
		ORDER BY capability_id`,
		parameters: []
	}),
	row: v.object({
		capability_id: v.string(),
		name: v.string(),
		parent: text,
		needed_by: text,
		not_needed_by: text
	})
});
