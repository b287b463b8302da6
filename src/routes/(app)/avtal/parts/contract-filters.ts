// Which contracts the list shows, and in what order. The address holds what was chosen; defaults are never written.
import { fieldsThatMatter, type FieldThatMatters } from '$lib/domain/completion';
import { contractStatuses, type ContractStatus } from '$lib/domain/contract-status';
import { stepKinds, type StepKind } from '$lib/domain/contract-step';
import { valueBands, type ValueBand } from '$lib/domain/contract-value';
import { addressed } from '$lib/domain/organisation-number';
import { contractOrders, type ContractOrder, type ListedContract } from './listed-contract';

/** The lists that contracts are chosen by, in the order of the bar. */
export const contractFacets = [
	'units',
	'types',
	'steps',
	'statuses',
	'suppliers',
	'owners',
	'values',
	'missing'
] as const;
export type ContractFacet = (typeof contractFacets)[number];

export interface ContractFilters extends Record<ContractFacet, readonly string[]> {
	/** Name, supplier, diarienummer or avtals_id. */
	search: string;
	/** Only contracts that the register does not show to have ended or not begun. */
	inForce: boolean;
}

/** Stands for contracts without nämnd, avtalstyp, supplier or owner. */
export const none = '-';

const stepSlugs: Readonly<Record<StepKind, string>> = {
	'ceiling-reached': 'tak-natt',
	'give-notice': 'sag-upp',
	extend: 'forlang',
	procure: 'upphandla',
	'ceiling-near': 'nara-tak',
	'open-ended': 'tills-vidare',
	renews: 'forlangs',
	ends: 'slutar',
	expired: 'utganget',
	unknown: 'slutdag-saknas'
};
const statusSlugs: Readonly<Record<ContractStatus, string>> = {
	'in-force': 'galler',
	'can-give-notice': 'uppsagningsbart',
	'notice-passed': 'passerat',
	'option-year': 'optionsar',
	expired: 'utganget',
	'ceiling-reached': 'tak-natt'
};
const bandSlugs: Readonly<Record<ValueBand, string>> = {
	unknown: 'okant',
	'under-1': 'under-1',
	'1-10': '1-10',
	'10-50': '10-50',
	'over-50': 'over-50'
};
const missingSlugs: Readonly<Record<FieldThatMatters, string>> = {
	end_day: 'slutdag',
	notice_months: 'uppsagningstid',
	extension_kind: 'forlangningssatt',
	ceiling: 'takvolym',
	procedure: 'forfarande',
	bids: 'anbud',
	owner: 'avtalsagare',
	exit_plan: 'exitplan',
	data_export: 'dataexport',
	data_ownership: 'dataagande',
	open_api: 'oppet-api',
	open_source: 'oppen-kallkod'
};

interface Facet {
	/** In the address. */
	parameter: string;
	/** The words that a contract is found by, as the address has them. */
	wordsOf: (contract: ListedContract) => readonly string[];
	/** Every word, in the order they are offered; undefined where the register decides. */
	closed?: readonly string[];
}

const closed = <Key extends string>(keys: readonly Key[], slugs: Readonly<Record<Key, string>>) =>
	keys.map((key) => slugs[key]);

/** The supplier's key; its name where the key is a personnummer, which must not stand in an address. */
export function supplierWord(row: ListedContract['row']): string {
	const { supplier_key: key, supplier } = row;
	return key && addressed(key) ? key : (supplier ?? none);
}

export const facets: Readonly<Record<ContractFacet, Facet>> = {
	units: { parameter: 'namnd', wordsOf: ({ row }) => [row.unit ?? none] },
	types: { parameter: 'typ', wordsOf: ({ row }) => [row.contract_type ?? none] },
	steps: {
		parameter: 'steg',
		wordsOf: ({ step }) => [stepSlugs[step.kind]],
		closed: closed(stepKinds, stepSlugs)
	},
	statuses: {
		parameter: 'status',
		wordsOf: ({ statuses }) => statuses.map((status) => statusSlugs[status]),
		closed: closed(contractStatuses, statusSlugs)
	},
	suppliers: { parameter: 'leverantor', wordsOf: ({ row }) => [supplierWord(row)] },
	owners: { parameter: 'agare', wordsOf: ({ row }) => [row.owner ?? none] },
	values: {
		parameter: 'varde',
		wordsOf: ({ band }) => [bandSlugs[band]],
		closed: closed(valueBands, bandSlugs)
	},
	missing: {
		parameter: 'saknas',
		wordsOf: ({ missing }) => missing.map((field) => missingSlugs[field]),
		closed: closed(fieldsThatMatter, missingSlugs)
	}
};

/** What a word of a closed list stands for. */
export const stepOfSlug = (slug: string) => stepKinds.find((kind) => stepSlugs[kind] === slug);
export const statusOfSlug = (slug: string) => contractStatuses.find((kind) => statusSlugs[kind] === slug);
export const bandOfSlug = (slug: string) => valueBands.find((band) => bandSlugs[band] === slug);
export const missingOfSlug = (slug: string) => fieldsThatMatter.find((field) => missingSlugs[field] === slug);

/** A record of the lists, each by its own. */
function ofFacets<Value>(read: (facet: ContractFacet) => Value): Record<ContractFacet, Value> {
	const each = {} as Record<ContractFacet, Value>;
	for (const facet of contractFacets) each[facet] = read(facet);
	return each;
}

/** Nothing chosen: what is in force. */
export const usualFilters: ContractFilters = { ...ofFacets(() => []), search: '', inForce: true };

export function contractFiltersFrom(search: URLSearchParams): ContractFilters {
	return {
		...ofFacets((facet) => {
			const { parameter, closed: known } = facets[facet];
			const words = [...new Set(search.getAll(parameter).filter(Boolean))];
			return known ? known.filter((word) => words.includes(word)) : words;
		}),
		search: search.get('sok')?.trim() ?? '',
		inForce: search.get('galler') !== 'alla'
	};
}

/** Writes the filters into an address, keeping the rest of it. */
export function contractFiltersTo(filters: ContractFilters, keep: URLSearchParams): URLSearchParams {
	const search = new URLSearchParams(keep);
	for (const name of ['sok', 'galler']) search.delete(name);
	if (filters.search) search.set('sok', filters.search);
	for (const facet of contractFacets) {
		const { parameter } = facets[facet];
		search.delete(parameter);
		for (const word of filters[facet]) search.append(parameter, word);
	}
	if (!filters.inForce) search.set('galler', 'alla');
	return search;
}

export const orderSlugs: Readonly<Record<ContractOrder, string>> = {
	step: 'steg',
	cost: 'kronor',
	end: 'slut',
	supplier: 'leverantor'
};

/** By the next step when the address says nothing that is known. */
export function orderFrom(slug: string | null): ContractOrder {
	return contractOrders.find((order) => orderSlugs[order] === slug) ?? 'step';
}

/** The address with one parameter set, or taken away. */
export function withParameter(keep: URLSearchParams, name: string, value: string | null): URLSearchParams {
	const search = new URLSearchParams(keep);
	if (value === null) search.delete(name);
	else search.set(name, value);
	return search;
}

/** Takes away one filter. */
export const withoutFilter: Readonly<Record<keyof ContractFilters, Partial<ContractFilters>>> = {
	...ofFacets((facet) => ({ [facet]: [] })),
	search: { search: '' },
	inForce: { inForce: false }
};

/** A list keeps contracts that have any of its words; the filters hold together. */
export function matches(contract: ListedContract, filters: ContractFilters): boolean {
	if (filters.inForce && !contract.inForce) return false;
	for (const facet of contractFacets) {
		const chosen = filters[facet];
		if (chosen.length && !facets[facet].wordsOf(contract).some((word) => chosen.includes(word))) return false;
	}
	const wanted = filters.search.toLocaleLowerCase('sv');
	if (!wanted) return true;
	const { row } = contract;
	return [row.title, row.supplier, row.registry_number, row.contract_id, row.organisation_number].some(
		(text) => text?.toLocaleLowerCase('sv').includes(wanted)
	);
}

/** The filters that hold something back, in the order of the bar. */
export function activeFilters(filters: ContractFilters): (keyof ContractFilters)[] {
	const names: (keyof ContractFilters)[] = ['search', ...contractFacets, 'inForce'];
	return names.filter((name) => {
		const value = filters[name];
		return typeof value === 'boolean' ? value : value.length > 0;
	});
}

/** One word of a list, with what it would show under the other filters. */
export interface FacetWord {
	word: string;
	/** Contracts. A contract on several lines counts once. */
	count: number;
	/** Öre a year. */
	ore: number;
}

/** The words of a list under the other filters: a closed list in its own order, others with the most kronor first. */
export function facetWords(
	facet: ContractFacet,
	contracts: readonly ListedContract[],
	filters: ContractFilters
): FacetWord[] {
	const { wordsOf, closed: known } = facets[facet];
	const others = { ...filters, ...withoutFilter[facet] };
	const found = new Map<string, Map<string, number>>();
	for (const contract of contracts) {
		if (!matches(contract, others)) continue;
		for (const word of wordsOf(contract)) {
			const members = found.get(word) ?? new Map<string, number>();
			members.set(contract.row.contract_id, contract.yearly ?? 0);
			found.set(word, members);
		}
	}
	const counted = ([word, members]: [string, Map<string, number>]): FacetWord => ({
		word,
		count: members.size,
		ore: [...members.values()].reduce((sum, amount) => sum + amount, 0)
	});
	const words = [...found].map(counted);
	// What the address names can be taken away, also where nothing has it.
	for (const word of filters[facet]) if (!found.has(word)) words.push({ word, count: 0, ore: 0 });
	return known
		? words.sort((one, other) => known.indexOf(one.word) - known.indexOf(other.word))
		: words.sort((one, other) => other.ore - one.ore || one.word.localeCompare(other.word, 'sv'));
}
