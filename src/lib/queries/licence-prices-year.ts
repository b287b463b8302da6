import * as v from 'valibot';
import type { Parameter } from '$lib/engine/engine';
import { defineQuery } from './query';

/**
 * Each product in the last month of the licence table that is not after a month, with its price then and in the same month a
 * year before, for each of the months `to`. Prices are öre a month, weighted by what was bought; null where nobody knows them. `active_base` is how many of
 * the bought licences it is known of whether they are active.
 */
export const licencePricesYear = defineQuery({
	name: 'licence-prices-year',
	question: 'Används licenserna, och vad kostar de mot för ett år sedan?',
	statement: ({ to, units }: { to: readonly string[]; units: readonly string[] }) => {
		const parameters: Parameter[] = [...to];
		let own = '';
		if (units.length) {
			own = ` AND unit::VARCHAR IN (${units.map(() => '?').join(', ')})`;
			parameters.push(...units);
		}
		const price = (month: string) =>
			`sum(price * purchased) FILTER (${month} AND price IS NOT NULL)::DOUBLE
				/ nullif(sum(purchased) FILTER (${month} AND price IS NOT NULL), 0)`;
		const now = 'month = latest';
		const before = "month = strftime(strptime(latest || '-01', '%Y-%m-%d') - INTERVAL 1 YEAR, '%Y-%m')";
		return {
			sql: `SELECT asked AS "to", coalesce(product, 'Okänt') AS product, any_value(latest) AS month,
				sum(purchased) FILTER (${now})::BIGINT AS purchased,
				sum(active) FILTER (${now})::BIGINT AS active,
				coalesce(sum(purchased) FILTER (${now} AND active IS NOT NULL), 0)::BIGINT AS active_base,
				sum(unused) FILTER (${now})::BIGINT AS unused,
				sum(unused_amount) FILTER (${now})::BIGINT AS unused_amount,
				coalesce(sum(purchased) FILTER (${now} AND unused_amount IS NOT NULL), 0)::BIGINT AS unused_amount_base,
				${price(now)} AS price, ${price(before)} AS price_before
			FROM (
				SELECT asked, product::VARCHAR AS product, month::VARCHAR AS month, purchased, active, unused, unused_amount, price,
					max(month::VARCHAR) OVER (PARTITION BY asked) AS latest
				FROM (VALUES ${to.map(() => '(?)').join(', ')}) AS months(asked)
					JOIN licence ON month::VARCHAR <= asked${own}
			) GROUP BY ALL HAVING count(*) FILTER (${now}) > 0 ORDER BY 1, 2`,
			parameters
		};
	},
	row: v.object({
		/** Of the months asked for. */
		to: v.string(),
		product: v.string(),
		month: v.string(),
		purchased: v.nullable(v.number()),
		active: v.nullable(v.number()),
		active_base: v.number(),
		unused: v.nullable(v.number()),
		unused_amount: v.nullable(v.number()),
		unused_amount_base: v.number(),
		price: v.nullable(v.number()),
		price_before: v.nullable(v.number())
	})
});
