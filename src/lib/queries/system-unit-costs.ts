import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** IT cost of each nämnd on each system that its rows are joined to, by tag or contract: öre of the filters. */
export const systemUnitCosts = defineQuery({
	name: 'system-unit-costs',
	question: 'Vad betalar varje nämnd för varje system?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT system_ref::VARCHAR AS system_id, unit::VARCHAR AS unit, sum(amount)::BIGINT AS amount, count(*) AS row_count
			FROM cost WHERE system_ref IS NOT NULL AND ${where.sql} GROUP BY ALL ORDER BY ALL`,
			parameters: where.parameters
		};
	},
	row: v.object({
		system_id: v.string(),
		unit: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number()
	})
});
