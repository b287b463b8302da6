import * as v from 'valibot';
import { defineQuery } from './query';

const text = v.nullable(v.string());

/** The systems whose inventory names the contract, with what it says of their use. `user_rating` is 1–5. */
export const contractSystems = defineQuery({
	name: 'contract-systems',
	question: 'Vilka system köps med avtalet, vilka använder dem och vad tycker de?',
	statement: (contractId: string) => ({
		sql: `SELECT system_id, any_value(name) AS name, any_value(layer)::VARCHAR AS layer, any_value(used_by) AS used_by,
			any_value(shared)::VARCHAR AS shared, any_value(user_rating)::DOUBLE AS user_rating
		FROM system WHERE list_contains(string_split(contract_ids, '|'), ?)
		GROUP BY system_id ORDER BY name, system_id`,
		parameters: [contractId]
	}),
	row: v.object({
		system_id: v.string(),
		name: text,
		layer: text,
		used_by: text,
		shared: text,
		user_rating: v.nullable(v.number())
	})
});
