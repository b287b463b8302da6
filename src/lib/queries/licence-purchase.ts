import * as v from 'valibot';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/** Bought licences × price over some months (öre), and how many licence months have no price. */
export const licencePurchase = defineQuery({
	name: 'licence-purchase',
	question: 'Vad kostar de köpta licenserna enligt licensuppgifterna?',
	statement: (selection: Omit<LicenceSelection, 'product'>) => {
		const where = licenceCondition({ product: null, ...selection });
		return {
			sql: `SELECT coalesce(sum(purchased * price), 0)::BIGINT AS amount, count(*) AS row_count,
				coalesce(sum(purchased), 0)::BIGINT AS purchased,
				coalesce(sum(purchased) FILTER (price IS NULL), 0)::BIGINT AS without_price
			FROM licence WHERE ${where.sql}`,
			parameters: where.parameters
		};
	},
	row: v.object({
		amount: v.number(),
		row_count: v.number(),
		purchased: v.number(),
		without_price: v.number()
	})
});
