import { monthFrom } from '$lib/domain/period';
import * as v from 'valibot';
import { inPeriod, itRows } from './cost-filter';
import { monthEntries, monthSums } from './month-columns';
import { defineQuery } from './query';

export interface AskedOutcomeMonths {
	/** The first and the last year; of the last one, months up to `cut`, 1–12. */
	from: number;
	to: number;
	cut: number;
}

/** What each nämnd and kostnadsslag cost in each month (öre), a year a row. Internal rows are counted. */
export const outcomeMonths = defineQuery({
	name: 'outcome-months',
	question: 'Vad kostade it, månad för månad?',
	statement: ({ from, to, cut }: AskedOutcomeMonths) => {
		const period = inPeriod({ from: monthFrom(from, 1), to: monthFrom(to, cut) });
		return {
			sql: `SELECT unit, cost_kind, year, ${monthSums}
			FROM (
				SELECT coalesce(unit::VARCHAR, 'Okänt') AS unit, coalesce(cost_kind::VARCHAR, 'Okänt') AS cost_kind,
					year(day)::INTEGER AS year, month(day) AS month, amount
				FROM cost WHERE ${itRows} AND ${period.sql}
			) booked GROUP BY unit, cost_kind, year ORDER BY unit, cost_kind, year`,
			parameters: period.parameters
		};
	},
	row: v.object({ unit: v.string(), cost_kind: v.string(), year: v.number(), ...monthEntries })
});
