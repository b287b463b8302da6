import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { defineQuery } from './query';

/**
 * The year's budget (KF-budget and tilläggsbudget) and its latest forecast per nämnd, öre. The latest is the last by
 * name among the versions called prognos: T2 after T1. A nämnd without a row in either has null there.
 */
export const forecastPerUnit = defineQuery({
	name: 'forecast-per-unit',
	question: 'Håller nämndernas senaste prognos årets budget?',
	statement: (year: number) => ({
		sql: `WITH of_year AS (SELECT * FROM budget WHERE year = ? AND ${itBudget}),
			latest AS (SELECT max(version::VARCHAR) AS version FROM of_year WHERE version::VARCHAR ILIKE '%prognos%')
		SELECT unit::VARCHAR AS unit, (SELECT version FROM latest) AS version,
			sum(amount) FILTER (version::VARCHAR IN ('KF-budget', 'tilläggsbudget'))::BIGINT AS budget,
			sum(amount) FILTER (version::VARCHAR = (SELECT version FROM latest))::BIGINT AS forecast,
			count(*) FILTER (version::VARCHAR IN ('KF-budget', 'tilläggsbudget', (SELECT version FROM latest))) AS row_count
		FROM of_year GROUP BY ALL HAVING row_count > 0 ORDER BY unit::VARCHAR`,
		parameters: [year]
	}),
	row: v.object({
		unit: v.nullable(v.string()),
		version: v.nullable(v.string()),
		budget: v.nullable(v.number()),
		forecast: v.nullable(v.number()),
		row_count: v.number()
	})
});
