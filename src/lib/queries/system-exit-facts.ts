import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());
const number = v.nullable(v.number());

/**
 * What the register says of each system that decides what it takes to leave it. Of several lines the most users and
 * integrations, and every supplier and contract.
 */
export const systemExitFacts = defineQuery({
	name: 'system-exit-facts',
	question: 'Vad säger registret om systemen som avgör vad det tar att lämna dem?',
	statement: () => ({
		sql: `SELECT system_id, min(name) AS name, min(unit)::VARCHAR AS unit, min(system_owner) AS system_owner,
			min(operating_form)::VARCHAR AS operating_form, min(life_cycle)::VARCHAR AS life_cycle,
			max(users)::INTEGER AS users, max(integrations)::INTEGER AS integrations,
			string_agg(DISTINCT supplier_key::VARCHAR, chr(31) ORDER BY supplier_key::VARCHAR) AS supplier_keys,
			min(supplier) AS supplier, string_agg(DISTINCT contract_ids, '|') AS contract_ids, string_agg(DISTINCT completed, '|') AS completed
		FROM system GROUP BY system_id ORDER BY system_id`,
		parameters: []
	}),
	row: v.object({
		system_id: v.string(),
		name: text,
		unit: text,
		system_owner: text,
		operating_form: text,
		life_cycle: text,
		users: number,
		integrations: number,
		/** Joined by the unit separator, since a supplier without a number is known by its name. */
		supplier_keys: text,
		supplier: text,
		contract_ids: text,
		/** Columns that somebody has filled in, joined by `|`. */
		completed: text
	})
});
