import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());

/**
 * The systems of the register, one line each (the first where it has several), with what says which förmågor they cover where, and
 * whether they are in use. Days are ISO text, lists have `|` between their words.
 */
export const coveringSystems = defineQuery({
	name: 'covering-systems',
	question: 'Vilka system täcker vilka förmågor, och vilka nämnder använder dem?',
	statement: () => ({
		sql: `SELECT system_id, coalesce(name, system_id) AS name, unit::VARCHAR AS unit, used_by, shared::VARCHAR AS shared, capabilities,
			life_cycle::VARCHAR AS life_cycle, in_use_from::VARCHAR AS in_use_from, retired_from::VARCHAR AS retired_from, supplier,
			supplier_key, contract_ids, operating_form::VARCHAR AS operating_form, completed
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
		life_cycle: text,
		in_use_from: text,
		retired_from: text,
		supplier: text,
		supplier_key: text,
		contract_ids: text,
		operating_form: text,
		completed: text
	})
});
