import { comparedCost, type Comparison } from './compared-cost';
import { itRows } from './cost-filter';
import { countOrUnknown, listedSubjectRow } from './listed-subject';
import { defineQuery } from './query';

/** Nämnder of the register or with IT cost in any month, with what they pay in the period (öre) and own. */
export const unitList = defineQuery({
	name: 'unit-list',
	question: 'Vilka nämnder finns, och vad kostar deras it?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison);
		return {
			sql: `WITH spent AS (
				SELECT unit::VARCHAR AS key, ${cost.sums} FROM ${cost.rows} GROUP BY ALL
			), listed AS (
				SELECT key, max(about) AS about FROM (
					SELECT unit AS key, unit_type AS about FROM unit WHERE unit IS NOT NULL
					UNION ALL SELECT DISTINCT unit::VARCHAR, NULL FROM cost WHERE ${itRows} AND unit IS NOT NULL
				) GROUP BY ALL
			)
			SELECT coalesce(listed.key, spent.key) AS key, listed.key AS name, about,
				coalesce(amount, 0)::BIGINT AS amount, coalesce(row_count, 0) AS row_count,
				${comparison.compared ? 'coalesce(spent.before, 0)' : 'NULL'}::BIGINT AS before,
				${countOrUnknown('c.contracts', 'contract')} AS contracts,
				${countOrUnknown('s.systems', 'system')} AS systems
			FROM listed FULL JOIN spent ON spent.key = listed.key
			LEFT JOIN (SELECT unit, count(DISTINCT contract_id) AS contracts FROM contract GROUP BY ALL) c
				ON c.unit = listed.key
			LEFT JOIN (SELECT unit, count(DISTINCT system_id) AS systems FROM system GROUP BY ALL) s
				ON s.unit = listed.key
			ORDER BY amount DESC, name, 1`,
			parameters: cost.parameters
		};
	},
	row: listedSubjectRow
});
