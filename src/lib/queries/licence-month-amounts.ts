import * as v from 'valibot';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/** So many products have months of their own; the rest are one. */
const mostProducts = 100;

/**
 * Purchased × price (öre) per product and month, over the rows that have both. The products that cost most in the month `at`
 * have lines of their own; a null product is all the others together, of which there are `products`. `without_price` is bought
 * licences that have no price, and `counted` the rows with an amount.
 */
export const licenceMonthAmounts = defineQuery({
	name: 'licence-month-amounts',
	question: 'Vad kostar de köpta licenserna, månad för månad?',
	statement: ({ at, ...selection }: LicenceSelection & { at: string }) => {
		const where = licenceCondition(selection);
		return {
			sql: `WITH rows AS (
				SELECT coalesce(product::VARCHAR, 'Okänt') AS product, month::VARCHAR AS month, purchased, price
				FROM licence WHERE ${where.sql}
			), largest AS (
				SELECT product FROM rows GROUP BY product
				ORDER BY sum(purchased * price) FILTER (month = ?) DESC NULLS LAST, sum(purchased * price) DESC NULLS LAST, product
				LIMIT ${mostProducts}
			)
			SELECT CASE WHEN product IN (SELECT product FROM largest) THEN product END AS product, month,
				sum(purchased * price)::BIGINT AS amount, count(*) FILTER (purchased IS NOT NULL AND price IS NOT NULL) AS counted,
				coalesce(sum(purchased) FILTER (price IS NULL), 0)::BIGINT AS without_price,
				count(DISTINCT product)::INTEGER AS products
			FROM rows GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2`,
			parameters: [...where.parameters, at]
		};
	},
	row: v.object({
		product: v.nullable(v.string()),
		month: v.string(),
		amount: v.nullable(v.number()),
		counted: v.number(),
		without_price: v.number(),
		products: v.number()
	})
});
export type LicenceMonthAmount = v.InferOutput<typeof licenceMonthAmounts.row>;
