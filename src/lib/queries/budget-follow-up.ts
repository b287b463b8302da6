import { monthFrom } from '$lib/domain/period';
import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { inPeriod, itRows } from './cost-filter';
import { defineQuery } from './query';

export interface BudgetFollowUp {
	year: number;
	/** The last month of the period, 1–12. */
	cut: number;
	/** Versions that make up the budget; a nämnd without the first of them has no known budget. */
	versions: readonly string[];
	/** The version that holds the forecast; null where the year has an outcome instead. */
	forecast: string | null;
	/** Empty: all. */
	units: readonly string[];
}

/**
 * Budget and outcome to date, and budget and forecast of the whole year, per nämnd (öre). A budget with a row for the
 * whole year cannot be cut at a month: its part to date is then null, never a guess. Internal rows are counted.
 */
export const budgetFollowUp = defineQuery({
	name: 'budget-follow-up',
	question: 'Håller nämnderna sin it-budget?',
	statement: ({ year, cut, versions, forecast, units }: BudgetFollowUp) => {
		const period = inPeriod({ from: monthFrom(year, 1), to: monthFrom(year, cut) });
		const [base = ''] = versions;
		const counted = versions.length ? `version::VARCHAR IN (${versions.map(() => '?').join(', ')})` : 'false';
		const cutOff = cut < 12 ? `count(*) FILTER (${counted} AND month IS NULL) = 0` : 'true';
		const chosen = units.length
			? `WHERE coalesce(plan.unit, spent.unit) IN (${units.map(() => '?').join(', ')})`
			: '';
		return {
			sql: `WITH plan AS (
				SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit,
					CASE WHEN count(*) FILTER (version::VARCHAR = ?) > 0 THEN sum(amount) FILTER (${counted}) END AS budget_year,
					CASE WHEN count(*) FILTER (version::VARCHAR = ?) > 0 AND ${cutOff}
						THEN coalesce(sum(amount) FILTER (${counted} AND coalesce(month, 1) <= ?::INTEGER), 0) END AS budget_to_date,
					count(*) FILTER (${counted} AND month IS NULL) AS rows_without_month,
					sum(amount) FILTER (version::VARCHAR = ?) AS forecast
				FROM budget WHERE year = ?::INTEGER AND ${itBudget} GROUP BY ALL
			), spent AS (
				SELECT unit::VARCHAR AS unit, sum(amount) AS amount, count(*) AS row_count
				FROM cost WHERE ${itRows} AND ${period.sql} GROUP BY ALL
			)
			SELECT coalesce(plan.unit, spent.unit) AS unit, budget_to_date::BIGINT AS budget_to_date,
				budget_year::BIGINT AS budget_year, coalesce(rows_without_month, 0) AS rows_without_month,
				forecast::BIGINT AS forecast, coalesce(spent.amount, 0)::BIGINT AS outcome,
				coalesce(spent.row_count, 0) AS outcome_rows
			FROM plan FULL JOIN spent ON spent.unit = plan.unit ${chosen}
			ORDER BY coalesce(plan.unit, spent.unit)`,
			parameters: [
				base,
				...versions,
				base,
				...(cut < 12 ? versions : []),
				...versions,
				cut,
				...versions,
				forecast,
				year,
				...period.parameters,
				...units
			]
		};
	},
	row: v.object({
		unit: v.string(),
		budget_to_date: v.nullable(v.number()),
		budget_year: v.nullable(v.number()),
		rows_without_month: v.number(),
		forecast: v.nullable(v.number()),
		outcome: v.number(),
		outcome_rows: v.number()
	})
});
