import * as v from 'valibot';
import { selectionCondition, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

/**
 * Systems of a supplier: those that the register says it supplies, that stand on one of its contracts, or that its
 * invoices are joined to, by tag or contract. `amount` is öre of the selection, null without rows; a null name is not in the register.
 */
export const supplierSystems = defineQuery({
	name: 'supplier-systems',
	question: 'Vilka system har leverantören något med att göra?',
	statement: ({ key, selection }: { key: string; selection: RowSelection }) => {
		const where = selectionCondition(selection);
		return {
			sql: `WITH spent AS (
				SELECT system_ref::VARCHAR AS system_id, sum(amount)::BIGINT AS amount, count(*) AS row_count
				FROM cost WHERE system_ref IS NOT NULL AND ${where.sql} GROUP BY ALL
			), listed AS (
				SELECT system_id, min(name) AS name, min(unit) AS unit,
					coalesce(bool_or(supplier_key = ?), false) AS supplied,
					coalesce(bool_or(list_has_any(string_split(contract_ids, '|'),
						(SELECT coalesce(list(contract_id), []::VARCHAR[]) FROM contract WHERE supplier_key = ?))), false)
						AS on_contract
				FROM system GROUP BY system_id
			)
			SELECT coalesce(listed.system_id, spent.system_id) AS system_id, name, unit,
				coalesce(supplied, false) AS supplied, coalesce(on_contract, false) AS on_contract,
				amount, coalesce(row_count, 0) AS row_count
			FROM listed FULL JOIN spent ON spent.system_id = listed.system_id
			WHERE supplied OR on_contract OR spent.system_id IS NOT NULL
			ORDER BY amount DESC NULLS LAST, name, 1`,
			parameters: [...where.parameters, key, key]
		};
	},
	row: v.object({
		system_id: v.string(),
		name: v.nullable(v.string()),
		unit: v.nullable(v.string()),
		supplied: v.boolean(),
		on_contract: v.boolean(),
		amount: v.nullable(v.number()),
		row_count: v.number()
	})
});
