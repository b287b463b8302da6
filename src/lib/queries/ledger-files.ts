import * as v from 'valibot';
import { defineQuery } from './query';

/** The files of cost and of budget that an edition was built from. */
export const ledgerFiles = defineQuery({
	name: 'ledger-files',
	question: 'Vilka filer med kostnader och budget är utgåvan byggd av?',
	statement: () => ({
		sql: "SELECT file_id, name::VARCHAR AS name FROM file WHERE kind::VARCHAR IN ('cost', 'budget') ORDER BY file_id",
		parameters: []
	}),
	row: v.object({ file_id: v.number(), name: v.string() })
});
