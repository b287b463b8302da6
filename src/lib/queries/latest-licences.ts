import * as v from 'valibot';
import { licenceCondition, licenceSums, licenceSumsRow, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/** The licences of a selection, each product in the last of the months that has rows of it. Amounts are öre a month. */
export const latestLicences = defineQuery({
	name: 'latest-licences',
	question: 'Vilka licenser är köpta, och används de?',
	statement: (selection: LicenceSelection) => {
		const where = licenceCondition(selection);
		return {
			sql: `SELECT coalesce(product::VARCHAR, 'Okänt') AS product, month::VARCHAR AS month, ${licenceSums},
				sum(purchased * price)::BIGINT AS purchase_amount
			FROM (
				SELECT *, max(month::VARCHAR) OVER (PARTITION BY coalesce(product::VARCHAR, 'Okänt')) AS latest
				FROM licence WHERE ${where.sql}
			) WHERE month::VARCHAR = latest GROUP BY ALL ORDER BY purchase_amount DESC NULLS LAST, product`,
			parameters: where.parameters
		};
	},
	row: v.object({
		product: v.string(),
		month: v.string(),
		...licenceSumsRow,
		purchase_amount: v.nullable(v.number())
	})
});
