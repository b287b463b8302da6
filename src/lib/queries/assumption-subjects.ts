import * as v from 'valibot';
import { defineQuery } from './query';

/** What the systems, suppliers and products that assumptions are about are called. */
export const assumptionSubjectNames = defineQuery({
	name: 'assumption-subjects',
	question: 'Vad heter de system och leverantörer som antaganden gäller?',
	statement: ({ systems, suppliers }: { systems: readonly string[]; suppliers: readonly string[] }) => ({
		sql: `SELECT 'system' AS kind, system_id AS key, min(name) AS name FROM system
			WHERE list_contains(string_split(?, chr(31)), system_id) GROUP BY ALL
			UNION ALL SELECT 'supplier', supplier_key::VARCHAR, supplier FROM supplier
			WHERE list_contains(string_split(?, chr(31)), supplier_key::VARCHAR)`,
		parameters: [systems.join('\u001f'), suppliers.join('\u001f')]
	}),
	row: v.object({ kind: v.string(), key: v.string(), name: v.nullable(v.string()) })
});
