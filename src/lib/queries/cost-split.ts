import type { Period } from '$lib/domain/period';
import * as v from 'valibot';
import { inPeriod } from './cost-filter';
import { withoutValue } from '$lib/domain/filters';
import { selectionCondition, selectionTable, type RowSelection } from './cost-rows';
import { defineQuery } from './query';

const parts = {
	unit: { key: 'unit::VARCHAR', label: 'c.key', join: '' },
	supplier: {
		key: `nullif(coalesce(supplier_key::VARCHAR, '${withoutValue}'), '${withoutValue}')`,
		label: 's.supplier',
		join: 'LEFT JOIN supplier s ON s.supplier_key = c.key'
	},
	system: {
		key: 'system_ref::VARCHAR',
		label: 's.name',
		join: 'LEFT JOIN (SELECT system_id, min(name) AS name FROM system GROUP BY system_id) s ON s.system_id = c.key'
	},
	contract: {
		key: 'contract_ref::VARCHAR',
		label: 's.title',
		join: 'LEFT JOIN (SELECT contract_id, min(title) AS title FROM contract GROUP BY contract_id) s ON s.contract_id = c.key'
	}
} as const;
/** What a selection can be divided by. */
export type CostPart = keyof typeof parts;

/** A selection of a period and the months that it is compared with. */
export interface ComparedSelection {
	selection: RowSelection & { filters: { period: Period } };
	/** Null where there is no data to compare with. */
	compared: Period | null;
}

/**
 * The rows of both spans of a selection as a FROM clause with `is_now` and `is_before`. Values come in the order
 * now, before, selection.
 */
export function comparedSelection({ selection, compared }: ComparedSelection) {
	const now = inPeriod(selection.filters.period);
	const before = compared ? inPeriod(compared) : { sql: 'false', parameters: [] };
	const base = selectionCondition({ ...selection, filters: { ...selection.filters, period: null } });
	return {
		rows: `(SELECT * FROM (SELECT *, ${now.sql} AS is_now, ${before.sql} AS is_before
				FROM ${selectionTable(selection)} WHERE ${base.sql})
			WHERE is_now OR is_before)`,
		parameters: [...now.parameters, ...before.parameters, ...base.parameters]
	};
}

/**
 * IT cost of a selection per nämnd, supplier, system or contract (öre), largest first. A null key is rows without one;
 * a null label is what no register names.
 */
export const costSplit = defineQuery({
	name: 'cost-split',
	question: 'Vad består kostnaden av?',
	statement: ({ by, ...input }: ComparedSelection & { by: CostPart }) => {
		const cost = comparedSelection(input);
		const { key, label, join } = parts[by];
		return {
			sql: `SELECT c.key, ${label} AS label, c.amount, c.row_count, c.before
			FROM (
				SELECT ${key} AS key, coalesce(sum(amount) FILTER (is_now), 0)::BIGINT AS amount,
					count(*) FILTER (is_now) AS row_count,
					${input.compared ? 'coalesce(sum(amount) FILTER (is_before), 0)' : 'NULL'}::BIGINT AS before
				FROM ${cost.rows} GROUP BY ALL
			) c ${join} ORDER BY c.amount DESC, label, c.key`,
			parameters: cost.parameters
		};
	},
	row: v.object({
		key: v.nullable(v.string()),
		label: v.nullable(v.string()),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
