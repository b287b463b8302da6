// The filter bar's state, whose only home is the query string. Defaults are never written to the URL.
import { costKinds, findListed, orientations, type CostKind, type Orientation } from './cost-kind';
import { parseMonth, type Month, type Period } from './period';

/** The filters that hold a list of words. */
export const listFilters = [
	'units',
	'suppliers',
	'costKinds',
	'orientations',
	'systems',
	'contracts',
	'accounts',
	'makers'
] as const;
export type ListFilter = (typeof listFilters)[number];

/** When a cost counts: as the ledger has it, or with yearly licences spread over their twelve months (accrual.ts). */
export type Basis = 'booked' | 'accrued';

/** What a page shows. Empty lists mean "all". */
export interface Filters {
	/** null: the page's own default period. */
	period: Period | null;
	units: string[];
	/** Supplier keys: organisationsnummer, or the name where no number is known. */
	suppliers: string[];
	costKinds: CostKind[];
	orientations: Orientation[];
	/** system_id. */
	systems: string[];
	/** avtals_id of the contract that a row is on, its own or assumed. */
	contracts: string[];
	accounts: string[];
	/** Whose product it is, whoever sent the invoice. */
	makers: string[];
	/** The lists whose words are left out rather than kept. */
	excluding: ListFilter[];
	/** Internal rows (motpart within the municipality) are counted unless switched off. */
	internal: boolean;
	basis: Basis;
}

/** In the lists that may lack a value: the rows without a supplier, a system, a contract, an account or a maker. */
export const withoutValue = '-';

/** The unit that amounts are shown in. */
export const moneyUnits = ['kr', 'tkr', 'mnkr'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

export const noFilters: Filters = {
	period: null,
	units: [],
	suppliers: [],
	costKinds: [],
	orientations: [],
	systems: [],
	contracts: [],
	accounts: [],
	makers: [],
	excluding: [],
	internal: true,
	basis: 'booked'
};

/** Each list in an address: `namnd=Kulturnämnden`. */
const listWords = {
	units: 'namnd',
	suppliers: 'leverantor',
	costKinds: 'slag',
	orientations: 'inriktning',
	systems: 'system',
	contracts: 'avtal',
	accounts: 'konto',
	makers: 'avser'
} as const satisfies Readonly<Record<ListFilter, string>>;

/** The parameters that are filters; what else an address holds is the page's own. */
export const filterParameters: readonly string[] = [
	'fran',
	'till',
	...Object.values(listWords),
	'utom',
	'interna',
	'bas'
];

/** Reads filters from a query string; what cannot be read is left out. */
export function filtersFromUrl(search: URLSearchParams): Filters {
	const from = parseMonth(search.get('fran') ?? '');
	const to = parseMonth(search.get('till') ?? '');
	const words = (name: ListFilter) => unique(search.getAll(listWords[name])).filter(Boolean);
	const listed = <T extends string>(list: readonly T[], name: ListFilter): T[] =>
		unique(words(name).map((word) => findListed(list, word))).filter((word) => word !== undefined);
	const filters: Filters = {
		period: from && to && from <= to ? { from, to } : null,
		units: words('units'),
		suppliers: words('suppliers'),
		costKinds: listed(costKinds, 'costKinds'),
		orientations: listed(orientations, 'orientations'),
		systems: words('systems'),
		contracts: words('contracts'),
		accounts: words('accounts'),
		makers: words('makers'),
		excluding: [],
		internal: search.get('interna') !== 'utan',
		basis: search.get('bas') === 'periodiserat' ? 'accrued' : 'booked'
	};
	const excluded = search.getAll('utom');
	// An empty list leaves nothing out.
	return {
		...filters,
		excluding: listFilters.filter((name) => excluded.includes(listWords[name]) && filters[name].length > 0)
	};
}

/** Writes filters into a query string, keeping parameters that are not filters. */
export function filtersToUrl(
	filters: Filters,
	keep: URLSearchParams = new URLSearchParams()
): URLSearchParams {
	const search = new URLSearchParams(keep);
	for (const name of filterParameters) search.delete(name);
	if (filters.period) {
		search.set('fran', filters.period.from);
		search.set('till', filters.period.to);
	}
	for (const name of listFilters) {
		for (const word of filters[name]) search.append(listWords[name], word);
		if (filters[name].length && filters.excluding.includes(name)) search.append('utom', listWords[name]);
	}
	if (!filters.internal) search.set('interna', 'utan');
	if (filters.basis === 'accrued') search.set('bas', 'periodiserat');
	return search;
}

/** True when nothing but the period and the basis is chosen: neither leaves any row out. */
export function isUnfiltered(filters: Filters): boolean {
	return filters.internal && listFilters.every((name) => filters[name].length === 0);
}

/** The words that a list keeps; none when it keeps all, or leaves some out. */
export function keptWords<Name extends ListFilter>(filters: Filters, name: Name): Filters[Name] {
	return filters.excluding.includes(name) ? noFilters[name] : filters[name];
}

/** True for a word that its list names and keeps, or that a list of words left out does not name. */
export function isKept(filters: Filters, name: ListFilter, word: string): boolean {
	const words: readonly string[] = filters[name];
	return words.length > 0 && words.includes(word) !== filters.excluding.includes(name);
}

/** True for a word that its list leaves out. */
export function leavesOut(filters: Filters, name: ListFilter, word: string): boolean {
	const words: readonly string[] = filters[name];
	return filters.excluding.includes(name) && words.includes(word);
}

/** True for a word that its list lets through: a list without words lets all through. */
export function keepsWord(filters: Filters, name: ListFilter, word: string): boolean {
	return filters[name].length === 0 || isKept(filters, name, word);
}

/** The same filters with one list set to keep these words, whatever it kept or left out before. */
export function keeping(filters: Filters, name: ListFilter, words: readonly string[]): Filters {
	return withList(filters, name, words, false);
}

/** The same filters with one list set. Words that its list does not know are left out. @param exclude leaves the words out */
export function withList(
	filters: Filters,
	name: ListFilter,
	words: readonly string[],
	exclude: boolean
): Filters {
	const others = filters.excluding.filter((other) => other !== name);
	const excluding = exclude && words.length ? [...others, name] : others;
	const listed = <T extends string>(list: readonly T[]): T[] =>
		words.map((word) => findListed(list, word)).filter((word) => word !== undefined);
	if (name === 'costKinds') return { ...filters, excluding, costKinds: listed(costKinds) };
	if (name === 'orientations') return { ...filters, excluding, orientations: listed(orientations) };
	return { ...filters, excluding, [name]: [...words] };
}

function unique<T>(values: T[]): T[] {
	return [...new Set(values)];
}

export type { Month };
