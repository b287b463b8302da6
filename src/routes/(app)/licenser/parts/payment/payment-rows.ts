// The ledger rows behind each part of the difference, as selections that the drawer can open.
import { noFilters, type Filters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';

export interface NamedKeys {
	suppliers: string[];
	systems: string[];
	contracts: string[];
}

/** A link holds the keys of a selection; more of them than this make it too long. */
const mostKeys = 150;

export function fitsLink({ suppliers, systems, contracts }: NamedKeys): boolean {
	return suppliers.length + systems.length + contracts.length <= mostKeys;
}

export function licenceFilters(period: Period, units: string[]): Filters {
	return { ...noFilters, period, units, costKinds: ['Licens/SaaS'] };
}

/** Licens/SaaS that names no product's system or contract. @param of the suppliers of the licence table, or all others */
export function otherRows(
	base: Filters,
	named: NamedKeys,
	of: 'same-supplier' | 'other-supplier'
): RowSelection {
	const { suppliers, systems, contracts } = named;
	const lists = { suppliers, systems, contracts };
	// A list without words leaves nothing out.
	const excluding = (['systems', 'contracts'] as const).filter((list) => lists[list].length > 0);
	return {
		filters: {
			...base,
			...lists,
			excluding: of === 'other-supplier' && suppliers.length ? [...excluding, 'suppliers'] : excluding
		}
	};
}

/** The rows of products, in two parts that share none. */
export function productRows(
	base: Filters,
	{ systems, contracts }: NamedKeys
): { system: RowSelection; contract: RowSelection } {
	return {
		system: { filters: { ...base, systems } },
		contract: {
			filters: { ...base, systems, contracts, excluding: systems.length ? ['systems'] : [] }
		}
	};
}
