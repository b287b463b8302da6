import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());

/**
 * The systems of the register, one line each (the first where a register has several): who uses them, whether they are shared, and when
 * they are retired. Lists have `|` between their words.
 */
export const planSystems = defineQuery({
	name: 'plan-systems',
	question: 'Vilka system är gemensamma, vilka använder dem, och vilka avvecklas?',
	statement: () => ({
		sql: `SELECT system_id, coalesce(name, system_id) AS name, unit::VARCHAR AS unit, used_by, shared::VARCHAR AS shared, capabilities,
			retired_from::VARCHAR AS retired_from, replaced_by
		FROM system WHERE system_id IS NOT NULL
		QUALIFY row_number() OVER (PARTITION BY system_id ORDER BY file_id, source_row) = 1
		ORDER BY system_id`,
		parameters: []
	}),
	row: v.object({
		system_id: v.string(),
		name: v.string(),
		unit: text,
		used_by: text,
		shared: text,
		capabilities: text,
		retired_from: text,
		replaced_by: text
	})
});
