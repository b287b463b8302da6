import * as v from 'valibot';
import { defineQuery } from './query';

/** The systems whose inventory names the contract. */
export const contractSystems = defineQuery({
	name: 'contract-systems',
	question: 'Vilka system köps med avtalet?',
	statement: (contractId: string) => ({
		sql: `SELECT DISTINCT system_id, name FROM system
		WHERE list_contains(string_split(contract_ids, '|'), ?)
		ORDER BY name, system_id`,
		parameters: [contractId]
	}),
	row: v.object({ system_id: v.string(), name: v.nullable(v.string()) })
});
