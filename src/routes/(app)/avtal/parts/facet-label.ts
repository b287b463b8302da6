// What a word of a filter is called on the screen and in a file.
import { bandNames, contractFilterWords, missingNames, statusNames } from '$lib/text/contract-filters';
import { stepNames } from '$lib/text/contracts';
import { capitalised } from '$lib/text/format';
import {
	activeFilters,
	bandOfSlug,
	missingOfSlug,
	none,
	statusOfSlug,
	stepOfSlug,
	supplierWord,
	type ContractFacet,
	type ContractFilters
} from './contract-filters';
import type { ListedContract } from './listed-contract';

/** What the suppliers are called, by the word of their filter. */
export function supplierNames(contracts: readonly ListedContract[]): ReadonlyMap<string, string | null> {
	return new Map(contracts.map(({ row }) => [supplierWord(row), row.supplier]));
}

export function facetLabel(
	facet: ContractFacet,
	word: string,
	suppliers: ReadonlyMap<string, string | null>
): string {
	switch (facet) {
		case 'steps': {
			const kind = stepOfSlug(word);
			return kind ? stepNames[kind] : word;
		}
		case 'statuses': {
			const status = statusOfSlug(word);
			return status ? statusNames[status] : word;
		}
		case 'values': {
			const band = bandOfSlug(word);
			return band ? bandNames[band] : word;
		}
		case 'missing': {
			const field = missingOfSlug(word);
			return field ? missingNames[field] : word;
		}
		default:
			if (word === none) return contractFilterWords.without[facet];
			if (facet === 'suppliers') return suppliers.get(word) ?? word;
			return facet === 'types' ? capitalised(word) : word;
	}
}

/** Each filter that is on in words: "Nämnd: Kulturnämnden, Fritidsnämnden". */
export function filtersInWords(filters: ContractFilters, contracts: readonly ListedContract[]): string[] {
	const suppliers = supplierNames(contracts);
	const { names, inForce, searched } = contractFilterWords;
	return activeFilters(filters).map((name) => {
		if (name === 'inForce') return inForce;
		if (name === 'search') return `${searched}: ${filters.search}`;
		return `${names[name]}: ${filters[name].map((word) => facetLabel(name, word, suppliers)).join(', ')}`;
	});
}
