import type { FilePart } from '$lib/domain/budget-lock';
import { monthFrom } from '$lib/domain/period';
import * as v from 'valibot';
import { itBudget } from './budget-filter';
import type { AskedBudgetLeaves } from './budget-leaves';
import { inPeriod, itRows } from './cost-filter';
import { defineQuery } from './query';

/** What each file gave to the smallest parts of a follow-up (öre): they sum to `budget-leaves` of the same question. */
export const budgetFileParts = defineQuery({
	name: 'budget-file-parts',
	question: 'Vilken fil kommer varje del av budget, prognos och utfall från?',
	statement: ({ year, cut, versions, forecast }: AskedBudgetLeaves) => {
		const counted = versions.length ? `version::VARCHAR IN (${versions.map(() => '?').join(', ')})` : 'false';
		const period = inPeriod({ from: monthFrom(year, 1), to: monthFrom(year, cut) });
		return {
			sql: `SELECT file_id AS file, unit, cost_kind, orientation, system, sum(outcome)::BIGINT AS outcome,
				sum(budget_to_date)::BIGINT AS budget_to_date, sum(budget_year)::BIGINT AS budget_year,
				sum(forecast)::BIGINT AS forecast
			FROM (
				SELECT file_id, coalesce(unit::VARCHAR, 'Okänt') AS unit, cost_kind::VARCHAR AS cost_kind,
					orientation::VARCHAR AS orientation, system_id::VARCHAR AS system, 0 AS outcome,
					CASE WHEN counted AND month <= ?::INTEGER THEN amount ELSE 0 END AS budget_to_date,
					CASE WHEN counted THEN amount ELSE 0 END AS budget_year,
					CASE WHEN forecast THEN amount ELSE 0 END AS forecast
				FROM (SELECT *, ${counted} AS counted, coalesce(version::VARCHAR = ?, false) AS forecast
					FROM budget WHERE year = ?::INTEGER AND ${itBudget}) of_year
				WHERE counted OR forecast
				UNION ALL
				SELECT file_id, coalesce(unit::VARCHAR, 'Okänt'), cost_kind::VARCHAR, orientation::VARCHAR,
					system_ref::VARCHAR, amount, 0, 0, 0
				FROM cost WHERE ${itRows} AND ${period.sql}
			) parts GROUP BY ALL ORDER BY ALL`,
			parameters: [cut, ...versions, forecast, year, ...period.parameters]
		};
	},
	row: v.object({
		file: v.number(),
		unit: v.string(),
		cost_kind: v.nullable(v.string()),
		orientation: v.nullable(v.string()),
		system: v.nullable(v.string()),
		outcome: v.number(),
		budget_to_date: v.number(),
		budget_year: v.number(),
		forecast: v.number()
	})
});

/** A row of {@link budgetFileParts} as the domain has it. */
export function filePart(row: v.InferOutput<typeof budgetFileParts.row>): FilePart {
	const { cost_kind, budget_to_date, budget_year, ...same } = row;
	return { ...same, costKind: cost_kind, budgetToDate: budget_to_date, budgetYear: budget_year };
}
