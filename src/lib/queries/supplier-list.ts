import { comparedCost, type Comparison } from './compared-cost';
import { itRows } from './cost-filter';
import { countOrUnknown, listedSubjectRow } from './listed-subject';
import { defineQuery } from './query';

/** Suppliers with IT cost in any month, a contract, a system or licences, with what they cost in the period (öre). */
export const supplierList = defineQuery({
	name: 'supplier-list',
	question: 'Vilka leverantörer finns, och vad kostar de?',
	statement: (comparison: Comparison) => {
		const cost = comparedCost(comparison);
		return {
			sql: `WITH spent AS (
				SELECT supplier_key::VARCHAR AS key, ${cost.sums} FROM ${cost.rows} GROUP BY ALL
			), known AS (
				SELECT supplier_key::VARCHAR AS key FROM cost WHERE ${itRows} AND supplier_key IS NOT NULL
				UNION SELECT supplier_key FROM contract WHERE supplier_key IS NOT NULL
				UNION SELECT supplier_key FROM system WHERE supplier_key IS NOT NULL
				UNION SELECT supplier_key::VARCHAR FROM licence WHERE supplier_key IS NOT NULL
			), listed AS (
				SELECT known.key, supplier AS name, organisation_number AS about FROM known
				JOIN supplier ON supplier.supplier_key = known.key
			)
			SELECT coalesce(listed.key, spent.key) AS key, name, about, coalesce(amount, 0)::BIGINT AS amount,
				coalesce(row_count, 0) AS row_count,
				${comparison.compared ? 'coalesce(spent.before, 0)' : 'NULL'}::BIGINT AS before,
				${countOrUnknown('c.contracts', 'contract')} AS contracts,
				${countOrUnknown('s.systems', 'system')} AS systems
			FROM listed FULL JOIN spent ON spent.key = listed.key
			LEFT JOIN (SELECT supplier_key, count(DISTINCT contract_id) AS contracts FROM contract GROUP BY ALL) c
				ON c.supplier_key = listed.key
			LEFT JOIN (SELECT supplier_key, count(DISTINCT system_id) AS systems FROM system GROUP BY ALL) s
				ON s.supplier_key = listed.key
			ORDER BY amount DESC, name, 1`,
			parameters: cost.parameters
		};
	},
	row: listedSubjectRow
});
