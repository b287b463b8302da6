import * as v from 'valibot';
import { defineQuery } from './query';

const cell = v.union([v.string(), v.number(), v.null()]);

/**
 * Every line of the register for a system, with all fields that the slice holds. A system that only the ledger or the
 * licences name has one line without name; no row is not in the slice.
 */
export const systemFacts = defineQuery({
	name: 'system-facts',
	question: 'Vad vet vi om systemet?',
	statement: (id: string) => ({
		sql: `SELECT ?::VARCHAR AS asked, s.*, file.name AS file_name
		FROM (SELECT 1) LEFT JOIN (SELECT * REPLACE (sheet::VARCHAR AS sheet) FROM system WHERE system_id = ?) s ON true
		LEFT JOIN file ON file.file_id = s.file_id
		WHERE s.system_id IS NOT NULL OR EXISTS (SELECT 1 FROM cost WHERE system_ref::VARCHAR = ?)
			OR EXISTS (SELECT 1 FROM licence WHERE system_id::VARCHAR = ?)
		ORDER BY s.file_id, s.source_row`,
		parameters: [id, id, id, id]
	}),
	row: v.objectWithRest(
		{
			asked: v.string(),
			system_id: v.nullable(v.string()),
			name: v.nullable(v.string()),
			supplier_key: v.nullable(v.string()),
			contract_ids: v.nullable(v.string()),
			file_name: v.nullable(v.string()),
			sheet: v.nullable(v.string()),
			source_row: v.nullable(v.number())
		},
		cell
	)
});
