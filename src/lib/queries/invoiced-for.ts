import type { DimensionCell } from '$lib/domain/dimensions';
import type { Filters } from '$lib/domain/filters';
import * as v from 'valibot';
import { costFilter } from './cost-filter';
import { dimensionCondition } from './dimension-sql';
import { namedSuppliers, realSupplierKey } from './real-supplier';
import { defineQuery } from './query';

/**
 * IT kronor (öre, not floored) per supplier and whose products it invoiced, in the rows of some cells. `real_key` is who is really
 * paid. Suppliers that the filters name are some among all.
 */
export const invoicedFor = defineQuery({
	name: 'invoiced-for',
	question: 'Vem fakturerar, och vems produkter?',
	statement: ({ filters, cells }: { filters: Filters; cells: readonly DimensionCell[] }) => {
		const where = costFilter(filters, 'suppliers');
		const within = cells.map(dimensionCondition);
		return {
			sql: `WITH summed AS (
				SELECT supplier_key, maker, sum(amount)::BIGINT AS amount, count(*)::INTEGER AS row_count
				FROM cost WHERE ${[where, ...within].map(({ sql }) => sql).join(' AND ')} GROUP BY ALL
			), base AS (
				SELECT supplier_key::VARCHAR AS supplier_key, maker::VARCHAR AS maker, amount, row_count FROM summed
			), ${namedSuppliers}, party AS (
				SELECT base.*, ${realSupplierKey('base')} AS real_key
				FROM base LEFT JOIN named ON named.name = lower(base.maker)
			)
			SELECT party.supplier_key, s.supplier, party.real_key, coalesce(r.supplier, party.maker) AS real_name,
				party.maker IS NOT NULL AS maker_known, party.amount, party.row_count
			FROM party LEFT JOIN supplier s ON s.supplier_key = party.supplier_key
			LEFT JOIN supplier r ON r.supplier_key = party.real_key
			ORDER BY party.amount DESC, party.supplier_key, party.maker`,
			parameters: [where, ...within].flatMap(({ parameters }) => parameters)
		};
	},
	row: v.object({
		supplier_key: v.nullable(v.string()),
		supplier: v.nullable(v.string()),
		real_key: v.nullable(v.string()),
		real_name: v.nullable(v.string()),
		maker_known: v.boolean(),
		amount: v.number(),
		row_count: v.number()
	})
});
