import * as v from 'valibot';
import type { Filters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import { costTable } from './accrued-cost';
import { costFilter, itRows } from './cost-filter';
import { dimensionNames } from './dimension-sql';
import { headcountRows } from './headcount-sql';
import { defineQuery } from './query';

/**
 * People per nämnd with IT cost in any month, or per system with cost in the selection; null is unknown. A register also
 * lists companies that are not in the ledger at all: their employees stand behind no kronor. Nämnder are cut to the filter by
 * the one who asks.
 */
export const headcounts = defineQuery({
	name: 'headcounts',
	question: 'Hur många anställda eller användare har det som kostar?',
	statement: ({ filters, of }: { filters: Filters & { period: Period }; of: 'unit' | 'system' }) => {
		const where = of === 'unit' ? { sql: itRows, parameters: [] } : costFilter(filters);
		const heads = headcountRows(of, filters.period.to);
		const column = of === 'unit' ? 'unit' : 'system_ref';
		const names = dimensionNames(of);
		return {
			sql: `WITH heads AS (${heads.sql}),
			spent AS (SELECT DISTINCT ${column}::VARCHAR AS key FROM ${of === 'unit' ? 'cost' : costTable(filters)} WHERE ${where.sql} AND ${column} IS NOT NULL)
			SELECT spent.key, ${names ? 'coalesce(named.label, spent.key)' : 'spent.key'} AS name, count
			FROM spent LEFT JOIN heads ON heads.key = spent.key
			${names ? `LEFT JOIN ${names} named ON named.key = spent.key` : ''} ORDER BY 1`,
			parameters: [...heads.parameters, ...where.parameters]
		};
	},
	row: v.object({ key: v.string(), name: v.string(), count: v.nullable(v.number()) })
});
