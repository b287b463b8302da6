// The ledger rows of a supplier, a nämnd or a system, and of a part of them.
import type { Filters } from '$lib/domain/filters';
import type { Subject } from '$lib/domain/subject';
import { noSupplier } from './cost-filter';
import type { RowSelection } from './cost-rows';
import type { CostPart } from './cost-split';

/** The IT rows of a subject. @param filters the period, and whether internal rows count */
export function subjectSelection<F extends Filters>(
	{ kind, key }: Subject,
	filters: F
): RowSelection & { filters: F } {
	if (kind === 'system') return { filters, system: key };
	return { filters: kind === 'unit' ? { ...filters, units: [key] } : { ...filters, suppliers: [key] } };
}

/** The rows of one part of a selection, as cost-split counts it; null where rows without it cannot be told apart. */
export function partSelection(
	selection: RowSelection,
	by: CostPart,
	key: string | null
): RowSelection | null {
	const { filters } = selection;
	switch (by) {
		case 'unit':
			return key === null ? null : { ...selection, filters: { ...filters, units: [key] } };
		case 'supplier':
			return { ...selection, filters: { ...filters, suppliers: [key ?? noSupplier] } };
		case 'system':
			return key === null ? { ...selection, withoutSystem: true } : { ...selection, system: key };
		case 'contract':
			return key === null ? null : { ...selection, contract: key };
	}
}
