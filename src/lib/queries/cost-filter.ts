// The filter bar as SQL conditions on `cost`, with bound values.
import type { Filters } from '$lib/domain/filters';
import { monthEnd, monthStart, type Period } from '$lib/domain/period';
import type { Parameter } from '$lib/engine/engine';

export interface Condition {
	/** Conditions joined by AND; never empty. */
	sql: string;
	parameters: Parameter[];
}

/** A filter that a chart leaves out, so that its own bars stay. */
export type Facet = 'period' | 'units' | 'suppliers' | 'costKinds' | 'orientations';

/** Sums count rows in kronor that are tagged as IT. */
export const itRows = "it_cost = 'ja' AND currency = 'SEK'";

/** Stands for rows without a supplier in `leverantor` filters. */
export const noSupplier = '-';

/** Rows of a period: a period row lies on the first day of its month, so whole months take it in. */
export function inPeriod(period: Period): Condition {
	return {
		sql: 'day BETWEEN ?::DATE AND ?::DATE',
		parameters: [monthStart(period.from), monthEnd(period.to)]
	};
}

/** The conditions of the filter bar on IT rows, except those of one facet. */
export function costFilter(filters: Filters, except?: Facet): Condition {
	const parts = [itRows];
	const parameters: Parameter[] = [];
	const among = (column: string, words: readonly string[]): void => {
		if (!words.length) return;
		parts.push(`${column} IN (${words.map(() => '?').join(', ')})`);
		parameters.push(...words);
	};
	if (filters.period && except !== 'period') {
		const period = inPeriod(filters.period);
		parts.push(period.sql);
		parameters.push(...period.parameters);
	}
	if (except !== 'units') among('unit', filters.units);
	if (except !== 'costKinds') among('cost_kind', filters.costKinds);
	if (except !== 'orientations') among('orientation', filters.orientations);
	if (except !== 'suppliers' && filters.suppliers.length) {
		among("coalesce(supplier_key::VARCHAR, '-')", filters.suppliers);
	}
	if (!filters.internal) parts.push('NOT internal');
	return { sql: parts.join(' AND '), parameters };
}
