// Which contracts the list shows. The address holds what was chosen; defaults are never written.
import { stepKinds, type StepKind } from '$lib/domain/contract-step';
import type { DescribedContract } from '$lib/queries/described-contract';

export interface ContractFilters {
	/** Name, supplier, diarienummer or avtals_id. */
	search: string;
	units: string[];
	types: string[];
	steps: StepKind[];
	/** Only contracts that the register does not show to have ended or not begun. */
	inForce: boolean;
}

/** Stands for contracts without nämnd or avtalstyp. */
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

export function contractFiltersFrom(search: URLSearchParams): ContractFilters {
	const words = (name: string) => [...new Set(search.getAll(name).filter(Boolean))];
	const slugs = words('steg');
	return {
		search: search.get('sok')?.trim() ?? '',
		units: words('namnd'),
		types: words('typ'),
		steps: stepKinds.filter((kind) => slugs.includes(stepSlugs[kind])),
		inForce: search.get('galler') !== 'alla'
	};
}

/** Writes the filters into an address, keeping the rest of it. */
export function contractFiltersTo(filters: ContractFilters, keep: URLSearchParams): URLSearchParams {
	const search = new URLSearchParams(keep);
	for (const name of ['sok', 'namnd', 'typ', 'steg', 'galler']) search.delete(name);
	if (filters.search) search.set('sok', filters.search);
	for (const unit of filters.units) search.append('namnd', unit);
	for (const type of filters.types) search.append('typ', type);
	for (const kind of filters.steps) search.append('steg', stepSlugs[kind]);
	if (!filters.inForce) search.set('galler', 'alla');
	return search;
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
	search: { search: '' },
	units: { units: [] },
	types: { types: [] },
	steps: { steps: [] },
	inForce: { inForce: false }
};

export function matches({ row, step, inForce }: DescribedContract, filters: ContractFilters): boolean {
	if (filters.inForce && !inForce) return false;
	if (filters.units.length && !filters.units.includes(row.unit ?? none)) return false;
	if (filters.types.length && !filters.types.includes(row.contract_type ?? none)) return false;
	if (filters.steps.length && !filters.steps.includes(step.kind)) return false;
	const wanted = filters.search.toLocaleLowerCase('sv');
	if (!wanted) return true;
	return [row.title, row.supplier, row.registry_number, row.contract_id, row.organisation_number].some(
		(text) => text?.toLocaleLowerCase('sv').includes(wanted)
	);
}

/** The filters that hold something back, in the order of the bar. */
export function activeFilters(filters: ContractFilters): (keyof ContractFilters)[] {
	const names: (keyof ContractFilters)[] = ['search', 'units', 'types', 'steps', 'inForce'];
	return names.filter((name) => {
		const value = filters[name];
		return typeof value === 'boolean' ? value : value.length > 0;
	});
}
