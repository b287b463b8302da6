import * as v from 'valibot';
import { selectionCondition, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

/**
 * Systems of a nämnd: those it owns, uses, shares with all (shared, and nobody has said by whom), or pays for.
 * `amount` is öre of the selection, null without rows; a null name is not in the register.
 */
export const unitSystems = defineQuery({
	name: 'unit-systems',
	question: 'Vilka system äger, använder och betalar nämnden?',
	statement: ({ key, selection }: { key: string; selection: RowSelection }) => {
		const where = selectionCondition(selection);
		return {
			sql: `WITH spent AS (
				SELECT system_ref::VARCHAR AS system_id, sum(amount)::BIGINT AS amount, count(*) AS row_count
				FROM cost WHERE system_ref IS NOT NULL AND ${where.sql} GROUP BY ALL
			), listed AS (
				SELECT system_id, min(name) AS name, min(unit) AS unit,
					coalesce(bool_or(unit = ?), false) AS owned,
					coalesce(bool_or(list_contains(string_split(used_by, '|'), ?)), false) AS used,
					coalesce(bool_or(shared = 'ja' AND used_by IS NULL), false) AS shared
				FROM system GROUP BY system_id
			)
			SELECT coalesce(listed.system_id, spent.system_id) AS system_id, name, unit,
				coalesce(owned, false) AS owned, coalesce(used, false) AS used, coalesce(shared, false) AS shared,
				amount, coalesce(row_count, 0) AS row_count
			FROM listed FULL JOIN spent ON spent.system_id = listed.system_id
			WHERE owned OR used OR shared OR spent.system_id IS NOT NULL
			ORDER BY amount DESC NULLS LAST, name, 1`,
			parameters: [...where.parameters, key, key]
		};
	},
	row: v.object({
		system_id: v.string(),
		name: v.nullable(v.string()),
		unit: v.nullable(v.string()),
		owned: v.boolean(),
		used: v.boolean(),
		shared: v.boolean(),
		amount: v.nullable(v.number()),
		row_count: v.number()
	})
});
