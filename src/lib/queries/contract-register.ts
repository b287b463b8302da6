import * as v from 'valibot';
import { defineQuery } from './query';

/** Lines of the register by the columns of the table of fields, and `completed`; of one contract, or of all with null. */
export const contractRegister = defineQuery({
	name: 'contract-register',
	question: 'Vad säger avtalsregistret, kolumn för kolumn?',
	statement: (contractId: string | null) => ({
		sql: `SELECT * EXCLUDE (file_id, sheet, source_row) FROM contract
			WHERE ? IS NULL OR contract_id = ? ORDER BY file_id, source_row`,
		parameters: [contractId, contractId]
	}),
	row: v.record(v.string(), v.nullable(v.union([v.string(), v.number()])))
});
