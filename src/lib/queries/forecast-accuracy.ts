import { followUpPeriod } from '$lib/domain/period';
import * as v from 'valibot';
import { itBudget } from './budget-filter';
import { inPeriod, itRows } from './cost-filter';
import { defineQuery } from './query';

/** Forecasts of a year at T1 and T2 beside the year's outcome, per nämnd that left one (öre). Ask only of years that have ended. */
export const forecastAccuracy = defineQuery({
	name: 'forecast-accuracy',
	question: 'Hur nära utfallet låg nämndernas prognoser?',
	statement: ({ year, units }: { year: number; units: readonly string[] }) => {
		const period = inPeriod(followUpPeriod(year, 'VB'));
		const chosen = units.length ? `AND forecast.unit IN (${units.map(() => '?').join(', ')})` : '';
		return {
			sql: `SELECT forecast.unit, forecast.t1::BIGINT AS t1, forecast.t2::BIGINT AS t2,
				coalesce(spent.amount, 0)::BIGINT AS outcome
			FROM (
				SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, sum(amount) FILTER (version = 'T1-prognos') AS t1,
					sum(amount) FILTER (version = 'T2-prognos') AS t2
				FROM budget WHERE year = ?::INTEGER AND ${itBudget} GROUP BY ALL
			) forecast LEFT JOIN (
				SELECT unit::VARCHAR AS unit, sum(amount) AS amount FROM cost WHERE ${itRows} AND ${period.sql} GROUP BY ALL
			) spent ON spent.unit = forecast.unit
			WHERE (forecast.t1 IS NOT NULL OR forecast.t2 IS NOT NULL) ${chosen} ORDER BY forecast.unit`,
			parameters: [year, ...period.parameters, ...units]
		};
	},
	row: v.object({
		unit: v.string(),
		t1: v.nullable(v.number()),
		t2: v.nullable(v.number()),
		outcome: v.number()
	})
});
