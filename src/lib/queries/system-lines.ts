import * as v from 'valibot';
import { defineQuery } from './query';

/** Lines of the register by the columns of the table of fields, and `completed`; of one system, or of all with null. */
export const systemLines = defineQuery({
	name: 'system-lines',
	question: 'Vad säger systemregistret, kolumn för kolumn?',
	statement: (systemId: string | null) => ({
		sql: `SELECT * EXCLUDE (file_id, sheet, source_row) FROM system
			WHERE ? IS NULL OR system_id = ? ORDER BY file_id, source_row`,
		parameters: [systemId, systemId]
	}),
	row: v.record(v.string(), v.nullable(v.union([v.string(), v.number()])))
});
