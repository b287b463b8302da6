import * as v from 'valibot';
import { possibleContract } from './cost-filter';
import { selectionCondition, selectionTable, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

/**
 * The systems, nämnder and contracts that the rows of a selection name, each with its kronor (öre), largest first. `possible` is
 * kronor that may be on some contract of the supplier's, without a key.
 */
export const selectionReach = defineQuery({
	name: 'selection-reach',
	question: 'Vilka system, nämnder och avtal berörs?',
	statement: (selection: RowSelection) => {
		const where = selectionCondition(selection);
		return {
			sql: `WITH base AS (
				SELECT system_ref::VARCHAR AS system_id, unit::VARCHAR AS unit, contract_ref::VARCHAR AS contract_ref,
					${possibleContract} AS possible, sum(amount)::BIGINT AS amount
				FROM ${selectionTable(selection)} WHERE ${where.sql} GROUP BY ALL
			), reach AS (
				SELECT 'system' AS what, system_id AS key, sum(amount)::BIGINT AS amount FROM base GROUP BY system_id
				UNION ALL SELECT 'unit', unit, sum(amount)::BIGINT FROM base GROUP BY unit
				UNION ALL SELECT CASE WHEN possible THEN 'possible' ELSE 'contract' END, contract_ref, sum(amount)::BIGINT
				FROM base GROUP BY possible, contract_ref
			), name AS (
				SELECT 'system' AS what, system_id AS key, min(name) AS name FROM system GROUP BY system_id
				UNION ALL SELECT 'contract', contract_id, min(title) FROM contract GROUP BY contract_id
			)
			SELECT reach.what, reach.key, coalesce(name.name, reach.key) AS name, reach.amount
			FROM reach LEFT JOIN name ON name.what = reach.what AND name.key = reach.key
			ORDER BY reach.what, reach.amount DESC, reach.key`,
			parameters: where.parameters
		};
	},
	row: v.object({
		what: v.picklist(['system', 'unit', 'contract', 'possible']),
		/** Null is kronor without one. */
		key: v.nullable(v.string()),
		name: v.nullable(v.string()),
		amount: v.number()
	})
});
