import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { defineQuery } from './query';

/** Öre and rows of IT cost under the filter, and what of it lacks a known kostnadsslag or supplier. */
export const itCostTotals = defineQuery({
	name: 'it-cost-totals',
	question: 'Vad kostar it i urvalet?',
	statement: (filters: Filters) => {
		const where = costFilter(filters);
		return {
			sql: `SELECT coalesce(sum(amount), 0)::BIGINT AS amount, count(*) AS row_count,
				coalesce(sum(amount) FILTER (cost_kind = 'Licens/SaaS'), 0)::BIGINT AS licence_amount,
				coalesce(sum(abs(amount)), 0)::BIGINT AS absolute_amount,
				coalesce(sum(abs(amount)) FILTER (cost_kind = 'Okänt'), 0)::BIGINT AS unknown_kind_amount,
				coalesce(sum(abs(amount)) FILTER (supplier_key IS NULL), 0)::BIGINT AS no_supplier_amount
			FROM cost WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({
		amount: v.number(),
		row_count: v.number(),
		licence_amount: v.number(),
		absolute_amount: v.number(),
		unknown_kind_amount: v.number(),
		no_supplier_amount: v.number()
	})
});

/** Öre and rows of the whole ledger in SEK, IT or not. */
export const ledgerTotals = defineQuery({
	name: 'ledger-totals',
	question: 'Vad är summan av alla inlästa kostnader?',
	statement: () => ({
		sql: `SELECT coalesce(sum(amount), 0)::BIGINT AS amount, count(*) AS row_count FROM cost WHERE currency = 'SEK'`,
		parameters: []
	}),
	row: v.object({ amount: v.number(), row_count: v.number() })
});
