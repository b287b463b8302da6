// The latest twelve months with data: what a contract costs a year.
import { monthPlus, type Period } from '$lib/domain/period';
import { dataPeriod } from './default-period';
import type { EditionMeta } from './edition-meta';

/** Null when no cost is loaded. Shorter when the data does not reach back a year. */
export function latestYear(meta: Pick<EditionMeta, 'dataFrom' | 'dataTo'>): Period | null {
	const data = dataPeriod(meta);
	if (!data) return null;
	const from = monthPlus(data.to, -11);
	return { from: from > data.from ? from : data.from, to: data.to };
}
