import * as v from 'valibot';
import { licenceCondition, type LicenceSelection } from './licence-measures';
import { defineQuery } from './query';

/** The contracts a product is bought on, with what they say about the price; the title is null outside the catalogue. */
export const licenceContracts = defineQuery({
	name: 'licence-contracts',
	question: 'Vad säger avtalet om priset?',
	statement: (selection: LicenceSelection) => {
		const where = licenceCondition(selection);
		return {
			sql: `SELECT l.contract_id, any_value(c.title) AS title, any_value(c.price_adjustment) AS price_adjustment
			FROM (SELECT DISTINCT contract_id::VARCHAR AS contract_id FROM licence
				WHERE contract_id IS NOT NULL AND ${where.sql}) l
			LEFT JOIN contract c ON c.contract_id = l.contract_id GROUP BY l.contract_id ORDER BY l.contract_id`,
			parameters: where.parameters
		};
	},
	row: v.object({
		contract_id: v.string(),
		title: v.nullable(v.string()),
		price_adjustment: v.nullable(v.string())
	})
});
