import * as v from 'valibot';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/**
 * What licences cost per product and year, over the rows that have both a number and a price: `amount` is öre, `price` öre
 * per licence and month weighted by what is bought. `first_price` and `last_price` are of the first and last month of the
 * selection that has a price.
 */
export const licencePriceYears = defineQuery({
	name: 'licence-price-years',
	question: 'Vad har en licens kostat, år för år?',
	statement: (selection: LicenceSelection) => {
		const where = licenceCondition({ ...selection, known: 'price' });
		return {
			sql: `WITH priced AS (
				SELECT coalesce(product::VARCHAR, 'Okänt') AS product, month::VARCHAR AS month,
					sum(purchased)::BIGINT AS purchased, coalesce(sum(purchased * price), 0)::BIGINT AS amount,
					coalesce(sum(price * purchased) / nullif(sum(purchased), 0), avg(price))::DOUBLE AS price,
					count(*) AS row_count
				FROM licence WHERE ${where.sql} GROUP BY 1, 2
			)
			SELECT product, left(month, 4)::INTEGER AS year, coalesce(sum(purchased), 0)::BIGINT AS purchased,
				sum(amount)::BIGINT AS amount, avg(price)::DOUBLE AS price,
				arg_min(price, month)::DOUBLE AS first_price, arg_max(price, month)::DOUBLE AS last_price,
				min(month) AS first_month, max(month) AS last_month, sum(row_count)::INTEGER AS row_count
			FROM priced GROUP BY 1, 2 ORDER BY product, year`,
			parameters: where.parameters
		};
	},
	row: v.object({
		product: v.string(),
		year: v.number(),
		purchased: v.number(),
		amount: v.number(),
		price: v.number(),
		first_price: v.number(),
		last_price: v.number(),
		first_month: v.string(),
		last_month: v.string(),
		row_count: v.number()
	})
});
export type LicencePriceYear = v.InferOutput<typeof licencePriceYears.row>;
