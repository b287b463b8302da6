import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { systemOfRow } from './dependence-costs';
import { defineQuery } from './query';

/** The contracts of each system: those that the register names for it, and those that its IT rows are on. */
export const dependenceContracts = defineQuery({
	name: 'dependence-contracts',
	question: 'Vilka avtal hör till varje system?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT named.key, named.contract_id
				FROM (SELECT system_id AS key, unnest(string_split(contract_ids, '|')) AS contract_id FROM system) named
				WHERE contract_id IN (SELECT contract_id FROM contract)
			UNION SELECT DISTINCT ${systemOfRow}::VARCHAR, contract_ref FROM cost
				WHERE ${systemOfRow} IS NOT NULL AND contract_ref IN (SELECT contract_id FROM contract) AND ${where.sql}
			ORDER BY 1, 2`,
			parameters: where.parameters
		};
	},
	row: v.object({ key: v.string(), contract_id: v.string() })
});
