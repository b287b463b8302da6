import { comparedCost, type Comparison } from './compared-cost';
import { itRows } from './cost-filter';
import { countOrUnknown, listedSubjectRow } from './listed-subject';
import { defineQuery } from './query';

/** Systems of the register or that the ledger is joined to, by tag or contract, with what they cost in the period (öre). */
export const systemList = defineQuery({
	name: 'system-list',
	question: 'Vilka system finns, och vad kostar de?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison);
		return {
			sql: `WITH spent AS (
				SELECT system_ref::VARCHAR AS key, ${cost.sums} FROM ${cost.rows} GROUP BY ALL
			), listed AS (
				SELECT key, min(name) AS name, min(about) AS about, max(contracts) AS contracts FROM (
					SELECT system_id AS key, name, unit AS about,
						len(list_filter(string_split(coalesce(contract_ids, ''), '|'), lambda id: id <> '')) AS contracts
					FROM system
					UNION ALL SELECT DISTINCT system_ref::VARCHAR, NULL, NULL, NULL
					FROM cost WHERE ${itRows} AND system_ref IS NOT NULL
				) GROUP BY ALL
			)
			SELECT coalesce(listed.key, spent.key) AS key, name, about, coalesce(amount, 0)::BIGINT AS amount,
				coalesce(row_count, 0) AS row_count,
				${comparison.compared ? 'coalesce(spent.before, 0)' : 'NULL'}::BIGINT AS before,
				${countOrUnknown('contracts', 'contract')} AS contracts, NULL::INTEGER AS systems
			FROM listed FULL JOIN spent ON spent.key = listed.key
			ORDER BY amount DESC, name, 1`,
			parameters: cost.parameters
		};
	},
	row: listedSubjectRow
});
