import * as v from 'valibot';
import { defineQuery } from './query';

const cell = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** Every line of the register for a contract, with all fields that the slice holds and where it was read. */
export const contractLines = defineQuery({
	name: 'contract-lines',
	question: 'Vad säger registret om avtalet, ord för ord?',
	statement: (contractId: string) => ({
		sql: `SELECT c.* REPLACE (c.sheet::VARCHAR AS sheet), file.name AS file_name
		FROM contract c LEFT JOIN file ON file.file_id = c.file_id
		WHERE c.contract_id = ? ORDER BY c.file_id, c.source_row`,
		parameters: [contractId]
	}),
	row: v.objectWithRest(
		{
			contract_id: v.string(),
			file_name: v.nullable(v.string()),
			sheet: v.nullable(v.string()),
			source_row: v.number()
		},
		cell
	)
});
