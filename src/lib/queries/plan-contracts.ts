import * as v from 'valibot';
import { defineQuery } from './query';

const number = v.nullable(v.number());

/** The contracts of the register that have a last day, one line each, with what says how they end. */
export const planContracts = defineQuery({
	name: 'plan-contracts',
	question: 'Vilka avtal slutar, och kan de förlängas?',
	statement: () => ({
		sql: `SELECT contract_id, any_value(title) AS title, max(end_day)::VARCHAR AS end_day,
			any_value(extension_kind::VARCHAR) AS extension_kind, any_value(extension_count) AS extension_count,
			any_value(extension_months) AS extension_months, any_value(extensions_used) AS extensions_used
		FROM contract WHERE contract_id IS NOT NULL GROUP BY contract_id HAVING max(end_day) IS NOT NULL ORDER BY contract_id`,
		parameters: []
	}),
	row: v.object({
		contract_id: v.string(),
		title: v.string(),
		end_day: v.string(),
		extension_kind: v.nullable(v.string()),
		extension_count: number,
		extension_months: number,
		extensions_used: number
	})
});
