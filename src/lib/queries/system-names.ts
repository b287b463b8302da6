import * as v from 'valibot';
import { defineQuery } from './query';

/** The systems of the register by their ids. */
export const systemNames = defineQuery({
	name: 'system-names',
	question: 'Vad heter systemen?',
	statement: () => ({
		sql: 'SELECT system_id, min(name) AS name FROM system WHERE system_id IS NOT NULL GROUP BY 1 ORDER BY 1',
		parameters: []
	}),
	row: v.object({ system_id: v.string(), name: v.string() })
});

/** Names by system id. */
export function namesById(rows: readonly { system_id: string; name: string }[]): ReadonlyMap<string, string> {
	return new Map(rows.map((row) => [row.system_id, row.name]));
}
