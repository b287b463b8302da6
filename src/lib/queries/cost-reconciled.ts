import * as v from 'valibot';
import { noFilters, type Filters } from '$lib/domain/filters';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** What the filters keep of the period's IT cost: öre and rows shown, and in the whole period. */
export const costReconciled = defineQuery({
	name: 'cost-reconciled',
	question: 'Hur stor del av periodens it-kostnad visas?',
	statement: (filters: Filters) => {
		const shown = costFilter(filters);
		const all = costFilter({ ...noFilters, period: filters.period });
		return {
			sql: `SELECT coalesce(sum(amount) FILTER (${shown.sql}), 0)::BIGINT AS shown,
				count(*) FILTER (${shown.sql}) AS shown_rows,
				coalesce(sum(amount), 0)::BIGINT AS total,
				count(*) AS total_rows
			FROM cost WHERE ${all.sql}`,
			parameters: [...shown.parameters, ...shown.parameters, ...all.parameters]
		};
	},
	row: v.object({
		shown: v.number(),
		shown_rows: v.number(),
		total: v.number(),
		total_rows: v.number()
	})
});
