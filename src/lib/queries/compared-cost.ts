// IT cost of a period beside the same months of another year, as parts of a query on `cost`.
import type { Filters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import type { Parameter } from '$lib/engine/engine';
import { costFilter, inPeriod, type Facet } from './cost-filter';

/** What a comparing question needs to know. */
export interface Comparison {
	filters: Filters & { period: Period };
	/** The months compared with; null where there is no data to compare with. */
	compared: Period | null;
}

/**
 * `rows` is a FROM clause of the rows of both spans, with `is_now` and `is_before`; `sums` are the columns `amount`,
 * `row_count` and `before` (öre, null without data). A row may be in both spans when the period is longer than a year.
 */
export function comparedCost(
	{ filters, compared }: Comparison,
	except?: Facet
): { rows: string; sums: string; parameters: Parameter[] } {
	const now = inPeriod(filters.period);
	const before = compared ? inPeriod(compared) : { sql: 'false', parameters: [] };
	const base = costFilter({ ...filters, period: null }, except);
	return {
		rows: `(SELECT * FROM (SELECT *, ${now.sql} AS is_now, ${before.sql} AS is_before FROM cost WHERE ${base.sql})
			WHERE is_now OR is_before)`,
		sums: `coalesce(sum(amount) FILTER (is_now), 0)::BIGINT AS amount,
			count(*) FILTER (is_now) AS row_count,
			${compared ? 'coalesce(sum(amount) FILTER (is_before), 0)' : 'NULL'}::BIGINT AS before`,
		parameters: [...now.parameters, ...before.parameters, ...base.parameters]
	};
}
