import * as v from 'valibot';
import type { Filters } from '$lib/domain/filters';
import { costFilter, itRows, type Facet } from './cost-filter';
import { withoutValue } from '$lib/domain/filters';
import { defineQuery } from './query';

const facets = [
	{ name: 'units', key: 'unit::VARCHAR', from: 'cost', label: 'unit::VARCHAR' },
	{
		name: 'suppliers',
		key: `coalesce(supplier_key::VARCHAR, '${withoutValue}')`,
		from: '(SELECT c.*, s.supplier AS supplier_name FROM cost c LEFT JOIN supplier s ON s.supplier_key = c.supplier_key::VARCHAR) k',
		label: 'supplier_name'
	},
	{ name: 'costKinds', key: 'cost_kind::VARCHAR', from: 'cost', label: 'cost_kind::VARCHAR' },
	{ name: 'orientations', key: 'orientation::VARCHAR', from: 'cost', label: 'orientation::VARCHAR' }
] as const satisfies readonly { name: Facet; key: string; from: string; label: string }[];

/**
 * Everything that the filters can keep, with its IT cost (öre) under the other filters, largest first. What costs
 * nothing now is listed too, so that a choice never disappears. A null label is cost without a supplier.
 */
export const filterOptions = defineQuery({
	name: 'filter-options',
	question: 'Vad går det att filtrera på, och vad kostar det?',
	statement: (filters: Filters) => {
		const parts = facets.map(({ name, key, from, label }) => {
			const where = costFilter(filters, name);
			return {
				sql: `SELECT '${name}' AS facet, ${key} AS key, max(${label}) AS label,
					coalesce(sum(amount) FILTER (${where.sql}), 0)::BIGINT AS amount
				FROM ${from} WHERE ${itRows} AND ${key} IS NOT NULL GROUP BY ${key}`,
				parameters: where.parameters
			};
		});
		return {
			sql: `${parts.map((part) => part.sql).join(' UNION ALL ')} ORDER BY facet, amount DESC, label, key`,
			parameters: parts.flatMap((part) => part.parameters)
		};
	},
	row: v.object({
		facet: v.picklist(facets.map(({ name }) => name)),
		key: v.string(),
		label: v.nullable(v.string()),
		amount: v.number()
	})
});
