import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** How large what dependence is measured against is: rows of the ledger, nämnder with cost, and the registers. */
export const dependenceBase = defineQuery({
	name: 'dependence-base',
	question: 'Hur mycket är det som beroendet mäts mot?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT (SELECT count(*) FROM cost) AS ledger_rows, count(*) AS row_count,
				count(DISTINCT unit) AS units,
				(SELECT count(DISTINCT contract_id) FROM contract) AS contracts,
				(SELECT count(DISTINCT system_id) FROM system) AS systems
			FROM cost WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({
		ledger_rows: v.number(),
		row_count: v.number(),
		units: v.number(),
		contracts: v.number(),
		systems: v.number()
	})
});
