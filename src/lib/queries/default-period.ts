import { monthFrom, parseMonth, type Month, type Period } from '$lib/domain/period';
import type { EditionMeta } from './edition-meta';

/** The months with cost rows; null before any are loaded. */
export function dataPeriod(meta: Pick<EditionMeta, 'dataFrom' | 'dataTo'>): Period | null {
	const from = parseMonth(meta.dataFrom ?? '');
	const to = parseMonth(meta.dataTo ?? '');
	return from && to && from <= to ? { from, to } : null;
}

/** What pages show unless asked otherwise: the last year with data, from January to the last month with data. */
export function defaultPeriod(meta: Pick<EditionMeta, 'dataFrom' | 'dataTo'>): Period | null {
	const data = dataPeriod(meta);
	if (!data) return null;
	return { from: later(monthFrom(Number(data.to.slice(0, 4)), 1), data.from), to: data.to };
}

function later(first: Month, second: Month): Month {
	return first > second ? first : second;
}
