import * as v from 'valibot';
import type { Filters } from '$lib/domain/filters';
import type { Parameter } from '$lib/engine/engine';
import { costTable } from './accrued-cost';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** IT cost (öre) with one filter at a time taken away, for when all of them leave nothing. */
export const costWithoutEach = defineQuery({
	name: 'cost-without-each',
	question: 'Vilket filter gör att inget visas?',
	statement: ({
		filters,
		without
	}: {
		filters: Filters;
		/** What to change, by name. Never empty. */
		without: readonly { key: string; change: Partial<Filters> }[];
	}) => {
		const parameters: Parameter[] = [];
		const parts = without.map(({ key, change }) => {
			const where = costFilter({ ...filters, ...change });
			parameters.push(key, ...where.parameters);
			return `SELECT ?::VARCHAR AS key, coalesce(sum(amount), 0)::BIGINT AS amount, count(*) AS row_count
				FROM ${costTable(filters)} WHERE ${where.sql}`;
		});
		return {
			sql: `SELECT * FROM (${parts.join(' UNION ALL ')}) WHERE row_count > 0 ORDER BY amount DESC`,
			parameters
		};
	},
	row: v.object({ key: v.string(), amount: v.number(), row_count: v.number() })
});
