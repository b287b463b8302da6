// The filter bar's state, whose only home is the query string. Defaults are never written to the URL.
import { costKinds, findListed, orientations, type CostKind, type Orientation } from './cost-kind';
import { parseMonth, type Month, type Period } from './period';

/** What a page shows. Empty lists mean "all". */
export interface Filters {
	/** null: the page's own default period. */
	period: Period | null;
	units: string[];
	/** Supplier keys: organisationsnummer, or the name where no number is known. */
	suppliers: string[];
	costKinds: CostKind[];
	orientations: Orientation[];
	/** Internal rows (motpart within the municipality) are counted unless switched off. */
	internal: boolean;
}

/** The unit that amounts are shown in. */
export const moneyUnits = ['kr', 'tkr', 'mnkr'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

export const noFilters: Filters = {
	period: null,
	units: [],
	suppliers: [],
	costKinds: [],
	orientations: [],
	internal: true
};

/** Reads filters from a query string; what cannot be read is left out. */
export function filtersFromUrl(search: URLSearchParams): Filters {
	const from = parseMonth(search.get('fran') ?? '');
	const to = parseMonth(search.get('till') ?? '');
	const listed = <T extends string>(list: readonly T[], name: string): T[] =>
		unique(search.getAll(name).map((word) => findListed(list, word))).filter((word) => word !== undefined);
	return {
		period: from && to && from <= to ? { from, to } : null,
		units: unique(search.getAll('namnd')).filter(Boolean),
		suppliers: unique(search.getAll('leverantor')).filter(Boolean),
		costKinds: listed(costKinds, 'slag'),
		orientations: listed(orientations, 'inriktning'),
		internal: search.get('interna') !== 'utan'
	};
}

/** Writes filters into a query string, keeping parameters that are not filters. */
export function filtersToUrl(
	filters: Filters,
	keep: URLSearchParams = new URLSearchParams()
): URLSearchParams {
	const search = new URLSearchParams(keep);
	for (const name of ['fran', 'till', 'namnd', 'leverantor', 'slag', 'inriktning', 'interna'])
		search.delete(name);
	if (filters.period) {
		search.set('fran', filters.period.from);
		search.set('till', filters.period.to);
	}
	for (const unit of filters.units) search.append('namnd', unit);
	for (const supplier of filters.suppliers) search.append('leverantor', supplier);
	for (const kind of filters.costKinds) search.append('slag', kind);
	for (const orientation of filters.orientations) search.append('inriktning', orientation);
	if (!filters.internal) search.set('interna', 'utan');
	return search;
}

/** True when nothing but the period is chosen. */
export function isUnfiltered(filters: Filters): boolean {
	return (
		!filters.units.length &&
		!filters.suppliers.length &&
		!filters.costKinds.length &&
		!filters.orientations.length &&
		filters.internal
	);
}

function unique<T>(values: T[]): T[] {
	return [...new Set(values)];
}

export type { Month };
