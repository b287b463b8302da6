import { monthFrom } from '$lib/domain/period';
import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { inPeriod, itRows } from './cost-filter';
import { defineQuery } from './query';

/**
 * Budget and outcome to date per kostnadsslag (öre). `uncut_rows` are budget rows that cannot be placed, since they have
 * no month or no kostnadsslag: with any of those the split says too little to compare with.
 */
export const budgetKinds = defineQuery({
	name: 'budget-kinds',
	question: 'I vilka kostnadsslag uppstår avvikelsen?',
	statement: (input: {
		year: number;
		cut: number;
		versions: readonly string[];
		units: readonly string[];
	}) => {
		const { year, cut, versions, units } = input;
		const period = inPeriod({ from: monthFrom(year, 1), to: monthFrom(year, cut) });
		const counted = versions.length ? `version::VARCHAR IN (${versions.map(() => '?').join(', ')})` : 'false';
		const among = units.length
			? `coalesce(unit::VARCHAR, 'Okänt') IN (${units.map(() => '?').join(', ')})`
			: 'true';
		const unplaced = `cost_kind IS NULL${cut < 12 ? ' OR month IS NULL' : ''}`;
		return {
			sql: `WITH plan AS (
				SELECT coalesce(cost_kind::VARCHAR, 'Okänt') AS kind, count(*) FILTER (${unplaced}) AS uncut_rows,
					coalesce(sum(amount) FILTER (coalesce(month, 1) <= ?::INTEGER), 0) AS budget
				FROM budget WHERE year = ?::INTEGER AND ${itBudget} AND ${counted} AND ${among} GROUP BY ALL
			), spent AS (
				SELECT coalesce(cost_kind::VARCHAR, 'Okänt') AS kind, sum(amount) AS outcome
				FROM cost WHERE ${itRows} AND ${period.sql} AND ${among} GROUP BY ALL
			)
			SELECT coalesce(plan.kind, spent.kind) AS kind, coalesce(budget, 0)::BIGINT AS budget,
				coalesce(outcome, 0)::BIGINT AS outcome, coalesce(uncut_rows, 0) AS uncut_rows
			FROM plan FULL JOIN spent ON spent.kind = plan.kind ORDER BY budget - outcome, kind`,
			parameters: [cut, year, ...versions, ...units, ...period.parameters, ...units]
		};
	},
	row: v.object({ kind: v.string(), budget: v.number(), outcome: v.number(), uncut_rows: v.number() })
});
