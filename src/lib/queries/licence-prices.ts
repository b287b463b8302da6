import * as v from 'valibot';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/** The price per licence (öre a month) of one product, month by month, weighted by the bought licences where rows differ. */
export const licencePrices = defineQuery({
	name: 'licence-prices',
	question: 'Hur har priset per licens ändrats?',
	statement: (selection: LicenceSelection) => {
		const where = licenceCondition({ ...selection, known: 'price' });
		return {
			sql: `SELECT month::VARCHAR AS month,
				coalesce(sum(price * purchased) / nullif(sum(purchased), 0), avg(price))::DOUBLE AS price,
				min(price) AS lowest, max(price) AS highest, count(*) AS row_count,
				coalesce(sum(purchased), 0)::BIGINT AS purchased, coalesce(sum(purchased * price), 0)::BIGINT AS amount
			FROM licence WHERE ${where.sql} GROUP BY month::VARCHAR ORDER BY month`,
			parameters: where.parameters
		};
	},
	row: v.object({
		month: v.string(),
		price: v.number(),
		lowest: v.number(),
		highest: v.number(),
		row_count: v.number(),
		/** Licences with a price, and what they cost (öre). */
		purchased: v.number(),
		amount: v.number()
	})
});
