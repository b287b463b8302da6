// The filter bar as SQL conditions on `cost`, with bound values.
import { listFilters, withoutValue, type Filters, type ListFilter } from '$lib/domain/filters';
import { monthEnd, monthStart, type Period } from '$lib/domain/period';
import type { Parameter } from '$lib/engine/engine';

export interface Condition {
	/** Conditions joined by AND; never empty. */
	sql: string;
	parameters: Parameter[];
}

/** A filter that a chart leaves out, so that its own bars stay. */
export type Facet = 'period' | ListFilter;

/** The column of `cost` that each list asks about. A row's system and contract are its own, else those it is joined to. */
export const listColumns = {
	units: 'unit',
	suppliers: 'supplier_key',
	costKinds: 'cost_kind',
	orientations: 'orientation',
	systems: 'system_ref',
	contracts: 'contract_ref',
	accounts: 'account',
	makers: 'maker'
} as const satisfies Readonly<Record<ListFilter, string>>;

/** Sums count rows in kronor that are tagged as IT. */
export const itRows = "it_cost = 'ja' AND currency = 'SEK'";

/** Every row in kronor, IT or not. */
export const kronorRows = "currency = 'SEK'";

/** Rows in kronor that may be IT and that nobody has judged. */
export const candidateRows = "candidate AND currency = 'SEK'";

/** Rows of a period: a period row lies on the first day of its month, so whole months take it in. */
export function inPeriod(period: Period): Condition {
	return {
		sql: 'day BETWEEN ?::DATE AND ?::DATE',
		parameters: [monthStart(period.from), monthEnd(period.to)]
	};
}

/**
 * Rows on no contract of the register whose supplier had several contracts that day, or has contracts without a start day: one of
 * them may be theirs, so they are not without a known contract.
 */
export const possibleContract = "coalesce(contract_cover IN ('flera', 'okänt'), false)";

/** The conditions of the filter bar on IT rows, or on others, except those of one facet. */
export function costFilter(filters: Filters, except?: Facet, rows = itRows): Condition {
	const parts = [rows];
	const parameters: Parameter[] = [];
	if (filters.period && except !== 'period') {
		const period = inPeriod(filters.period);
		parts.push(period.sql);
		parameters.push(...period.parameters);
	}
	for (const name of listFilters) {
		if (name === except || !filters[name].length) continue;
		const list = inList(listColumns[name], filters[name], filters.excluding.includes(name));
		parts.push(list.sql);
		parameters.push(...list.parameters);
	}
	if (!filters.internal) parts.push('NOT internal');
	return { sql: parts.join(' AND '), parameters };
}

/** Rows whose column is one of the words, or none of them; {@link withoutValue} is the rows without any. */
function inList(column: string, words: readonly string[], exclude: boolean): Condition {
	const parameters = words.filter((word) => word !== withoutValue);
	const places = parameters.map(() => '?').join(', ');
	const among = `${column}::VARCHAR ${exclude ? 'NOT IN' : 'IN'} (${places})`;
	const empty = parameters.length < words.length;
	const sql = exclude
		? empty
			? [`${column} IS NOT NULL`, ...(places ? [among] : [])].join(' AND ')
			: `(${column} IS NULL OR ${among})`
		: empty
			? `(${[`${column} IS NULL`, ...(places ? [among] : [])].join(' OR ')})`
			: among;
	return { sql, parameters };
}
