import { monthFrom } from '$lib/domain/period';
import type { BudgetLeaf } from '$lib/domain/budget-leaf';
import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { inPeriod, itRows } from './cost-filter';
import { defineQuery } from './query';

export interface AskedBudgetLeaves {
	year: number;
	/** The last month of the follow-up, 1–12. */
	cut: number;
	/** Versions that make up the budget, the one that every nämnd must have first; empty where the year has none. */
	versions: readonly string[];
	/** The version that holds what the nämnder forecast; null where the year has an outcome instead. */
	forecast: string | null;
}

const system = 'system_ref::VARCHAR';

/**
 * The smallest parts of a follow-up: budget, forecast and outcome per nämnd, kostnadsslag, inriktning and system (öre).
 * Internal rows are counted. The months of the year before are asked for too, whether the ledger holds them or not.
 */
export const budgetLeaves = defineQuery({
	name: 'budget-leaves',
	question: 'Vad var budget, prognos och utfall, del för del?',
	statement: ({ year, cut, versions, forecast }: AskedBudgetLeaves) => {
		const [base = ''] = versions;
		const counted = versions.length ? `version::VARCHAR IN (${versions.map(() => '?').join(', ')})` : 'false';
		const both = inPeriod({ from: monthFrom(year - 1, 1), to: monthFrom(year, cut) });
		return {
			sql: `WITH plan AS (
				SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, cost_kind::VARCHAR AS cost_kind,
					orientation::VARCHAR AS orientation, system_id::VARCHAR AS system,
					count(*) FILTER (counted) AS budget_rows, count(*) FILTER (base) AS base_rows,
					count(*) FILTER (counted AND month IS NULL) AS rows_without_month,
					sum(amount) FILTER (counted) AS budget_year,
					sum(amount) FILTER (counted AND month <= ?::INTEGER) AS budget_to_date,
					count(*) FILTER (forecast) AS forecast_rows, sum(amount) FILTER (forecast) AS forecast
				FROM (SELECT *, ${counted} AS counted, version::VARCHAR = ? AS base,
						coalesce(version::VARCHAR = ?, false) AS forecast
					FROM budget WHERE year = ?::INTEGER AND ${itBudget}) of_year
				WHERE counted OR forecast GROUP BY ALL
			), spent AS (
				SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, cost_kind::VARCHAR AS cost_kind,
					orientation::VARCHAR AS orientation, ${system} AS system,
					sum(amount) FILTER (this_year) AS outcome, count(*) FILTER (this_year) AS outcome_rows,
					sum(amount) FILTER (NOT this_year AND month(day) <= ?::INTEGER) AS year_before,
					sum(amount) FILTER (NOT this_year) AS whole_year_before
				FROM (SELECT *, year(day) = ?::INTEGER AS this_year FROM cost WHERE ${itRows} AND ${both.sql}) of_years
				GROUP BY ALL
			)
			SELECT coalesce(plan.unit, spent.unit) AS unit, coalesce(plan.cost_kind, spent.cost_kind) AS cost_kind,
				coalesce(plan.orientation, spent.orientation) AS orientation,
				coalesce(plan.system, spent.system) AS system,
				coalesce(budget_rows, 0) AS budget_rows, coalesce(base_rows, 0) AS base_rows,
				coalesce(rows_without_month, 0) AS rows_without_month,
				coalesce(budget_year, 0)::BIGINT AS budget_year, coalesce(budget_to_date, 0)::BIGINT AS budget_to_date,
				coalesce(forecast_rows, 0) AS forecast_rows, coalesce(forecast, 0)::BIGINT AS forecast,
				coalesce(outcome, 0)::BIGINT AS outcome, coalesce(outcome_rows, 0) AS outcome_rows,
				coalesce(year_before, 0)::BIGINT AS year_before, coalesce(whole_year_before, 0)::BIGINT AS whole_year_before
			FROM plan FULL JOIN spent ON spent.unit = plan.unit AND spent.cost_kind IS NOT DISTINCT FROM plan.cost_kind
				AND spent.orientation IS NOT DISTINCT FROM plan.orientation
				AND spent.system IS NOT DISTINCT FROM plan.system
			ORDER BY ALL`,
			parameters: [cut, ...versions, base, forecast, year, cut, year, ...both.parameters]
		};
	},
	row: v.object({
		unit: v.string(),
		cost_kind: v.nullable(v.string()),
		orientation: v.nullable(v.string()),
		system: v.nullable(v.string()),
		budget_rows: v.number(),
		base_rows: v.number(),
		rows_without_month: v.number(),
		budget_year: v.number(),
		budget_to_date: v.number(),
		forecast_rows: v.number(),
		forecast: v.number(),
		outcome: v.number(),
		outcome_rows: v.number(),
		year_before: v.number(),
		whole_year_before: v.number()
	})
});

/** A row of {@link budgetLeaves} as the domain has it. */
export function budgetLeaf(row: v.InferOutput<typeof budgetLeaves.row>): BudgetLeaf {
	return {
		unit: row.unit,
		costKind: row.cost_kind,
		orientation: row.orientation,
		system: row.system,
		budgetRows: row.budget_rows,
		baseRows: row.base_rows,
		rowsWithoutMonth: row.rows_without_month,
		budgetYear: row.budget_year,
		budgetToDate: row.budget_to_date,
		forecastRows: row.forecast_rows,
		forecast: row.forecast,
		outcome: row.outcome,
		outcomeRows: row.outcome_rows,
		outcomeYearBefore: row.year_before,
		outcomeWholeYearBefore: row.whole_year_before
	};
}
