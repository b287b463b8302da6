import * as v from 'valibot';
import { defineQuery } from './query';

/** The förmågor of the municipality by their ids. */
export const capabilityNames = defineQuery({
	name: 'capability-names',
	question: 'Vad heter förmågorna?',
	statement: () => ({
		sql: 'SELECT capability_id, min(name) AS name FROM capability WHERE capability_id IS NOT NULL GROUP BY 1 ORDER BY 1',
		parameters: []
	}),
	row: v.object({ capability_id: v.string(), name: v.nullable(v.string()) })
});
