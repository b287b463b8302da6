import * as v from 'valibot';
import { defineQuery } from './query';

/** The förmågor of the municipality, each with the one that it is a part of. */
export const capabilityTree = defineQuery({
	name: 'capability-tree',
	question: 'Vilka förmågor finns, och vilka hör ihop?',
	statement: () => ({
		sql: `SELECT capability_id, coalesce(min(name), capability_id) AS name, min(parent) AS parent
			FROM capability WHERE capability_id IS NOT NULL GROUP BY 1 ORDER BY 1`,
		parameters: []
	}),
	row: v.object({ capability_id: v.string(), name: v.string(), parent: v.nullable(v.string()) })
});
