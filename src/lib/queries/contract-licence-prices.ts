import * as v from 'valibot';
import { defineQuery } from './query';

/** The price per licence (öre a month) of each product bought on a contract, weighted by the bought licences. */
export const contractLicencePrices = defineQuery({
	name: 'contract-licence-prices',
	question: 'Hur har priset per licens ändrats på avtalet?',
	statement: (contractId: string) => ({
		sql: `SELECT product::VARCHAR AS product, month::VARCHAR AS month,
			(sum(price * purchased) / sum(purchased))::DOUBLE AS price
		FROM licence WHERE contract_id::VARCHAR = ? AND price IS NOT NULL
		GROUP BY ALL HAVING sum(purchased) > 0 ORDER BY product, month`,
		parameters: [contractId]
	}),
	row: v.object({ product: v.string(), month: v.string(), price: v.number() })
});
