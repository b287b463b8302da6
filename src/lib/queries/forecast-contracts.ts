import { monthEnd, monthFrom } from '$lib/domain/period';
import * as v from 'valibot';
import { inPeriod, itRows } from './cost-filter';
import { monthEntries, monthNames, monthSums } from './month-columns';
import { defineQuery } from './query';

const text = v.nullable(v.string());
const number = v.nullable(v.number());

/**
 * Contracts that say something about the months after the cut — they end or begin in them, or have a rule for their price — each
 * with what the ledger holds on it per nämnd and kostnadsslag: the year before, and this year up to the cut (öre), a year a row.
 * A contract without cost has one row without nämnd.
 */
export const forecastContracts = defineQuery({
	name: 'forecast-contracts',
	question: 'Vilka avtal ändrar kostnaden under resten av året?',
	statement: ({ year, cut }: { year: number; cut: number }) => {
		const period = inPeriod({ from: monthFrom(year - 1, 1), to: monthFrom(year, cut) });
		const [known, last] = [monthEnd(monthFrom(year, cut)), monthEnd(monthFrom(year, 12))];
		return {
			sql: `WITH telling AS (
				SELECT contract_id, any_value(title) AS title, any_value(supplier::VARCHAR) AS supplier,
					any_value(supplier_key::VARCHAR) AS supplier_key,
					min(start_day) AS start_day, max(end_day) AS end_day, any_value(extension_kind::VARCHAR) AS extension_kind,
					any_value(extension_count) AS extension_count, any_value(extensions_used) AS extensions_used,
					any_value(price_adjustment::VARCHAR) AS price_adjustment, any_value(value) AS value
				FROM contract GROUP BY contract_id
				HAVING max(end_day) BETWEEN ?::DATE + 1 AND ?::DATE OR min(start_day) BETWEEN ?::DATE + 1 AND ?::DATE
					OR any_value(price_adjustment::VARCHAR) IS NOT NULL
			), booked AS (
				SELECT contract_id, unit, cost_kind, year, ${monthSums}
				FROM (
					SELECT contract_ref::VARCHAR AS contract_id, coalesce(unit::VARCHAR, 'Okänt') AS unit,
						coalesce(cost_kind::VARCHAR, 'Okänt') AS cost_kind, year(day)::INTEGER AS year, month(day) AS month, amount
					FROM cost WHERE ${itRows} AND ${period.sql}
						AND contract_ref::VARCHAR IN (SELECT contract_id FROM telling)
				) rows_of GROUP BY contract_id, unit, cost_kind, year
			)
			SELECT telling.contract_id, title, supplier, supplier_key, start_day::VARCHAR AS start_day, end_day::VARCHAR AS end_day,
				extension_kind, extension_count, extensions_used, price_adjustment, value, unit, cost_kind, year,
				${monthNames.map((name) => `coalesce(${name}, 0)::BIGINT AS ${name}`).join(', ')}
			FROM telling LEFT JOIN booked ON booked.contract_id = telling.contract_id
			ORDER BY telling.contract_id, unit, cost_kind, year`,
			parameters: [known, last, known, last, ...period.parameters]
		};
	},
	row: v.object({
		contract_id: v.string(),
		title: v.string(),
		supplier: text,
		supplier_key: text,
		start_day: text,
		end_day: text,
		extension_kind: text,
		extension_count: number,
		extensions_used: number,
		price_adjustment: text,
		value: number,
		unit: text,
		cost_kind: text,
		year: number,
		...monthEntries
	})
});
