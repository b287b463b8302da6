import * as v from 'valibot';
import { comparedCost, type Comparison } from './compared-cost';
import { withoutValue } from '$lib/domain/filters';
import { defineQuery } from './query';

/** What the rows of the table can be. */
export const costTableRows = ['unit', 'supplier', 'system'] as const;
export type CostTableRows = (typeof costTableRows)[number];

const dimensions: Readonly<Record<CostTableRows, { key: string; label: string; join: string }>> = {
	unit: { key: 'unit::VARCHAR', label: 'c.key', join: '' },
	supplier: {
		key: `coalesce(supplier_key::VARCHAR, '${withoutValue}')`,
		label: 's.supplier',
		join: 'LEFT JOIN supplier s ON s.supplier_key = c.key'
	},
	system: {
		key: 'system_ref::VARCHAR',
		label: 's.name',
		join: 'LEFT JOIN (SELECT system_id, min(name) AS name FROM system GROUP BY system_id) s ON s.system_id = c.key'
	}
};

/**
 * IT cost per kostnadsslag and nämnd, supplier or system, under every filter (öre). A null label is a supplier or a
 * system without a name; a null key is cost without a known system.
 */
export const costByKind = defineQuery({
	name: 'cost-by-kind',
	question: 'Vilka kostnadsslag har varje nämnd, leverantör eller system?',
	statement: ({ by, ...comparison }: Comparison & { by: CostTableRows }) => {
		const cost = comparedCost(comparison);
		const { key, label, join } = dimensions[by];
		return {
			sql: `SELECT c.key, ${label} AS label, c.cost_kind, c.amount, c.row_count, c.before
			FROM (SELECT ${key} AS key, cost_kind::VARCHAR AS cost_kind, ${cost.sums} FROM ${cost.rows} GROUP BY ALL) c
			${join} ORDER BY c.key, c.cost_kind`,
			parameters: cost.parameters
		};
	},
	row: v.object({
		key: v.nullable(v.string()),
		label: v.nullable(v.string()),
		cost_kind: v.string(),
		amount: v.number(),
		row_count: v.number(),
		before: v.nullable(v.number())
	})
});
