// The ledger rows of a supplier, a nämnd or a system, and of a part of them.
import type { Filters } from '$lib/domain/filters';
import type { Month } from '$lib/domain/period';
import type { Subject } from '$lib/domain/subject';
import { withoutValue } from '$lib/domain/filters';
import type { RowSelection } from './cost-rows';
import type { CostPart } from './cost-split';

/** The IT rows of a subject. @param filters the period, and whether internal rows count */
export function subjectSelection<F extends Filters>(
	{ kind, key }: Subject,
	filters: F
): RowSelection & { filters: F } {
	const lists = { supplier: 'suppliers', unit: 'units', system: 'systems' } as const;
	return { filters: { ...filters, [lists[kind]]: [key] } };
}

/** The rows of one month of a selection. */
export function monthSelection(selection: RowSelection, month: Month): RowSelection {
	return { ...selection, filters: { ...selection.filters, period: { from: month, to: month } } };
}

/** The rows of a selection that no known contract covers. */
export function withoutContract(selection: RowSelection): RowSelection {
	return { ...selection, cover: 'saknas' };
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
			return { ...selection, filters: { ...filters, suppliers: [key ?? withoutValue] } };
		case 'system':
			return { ...selection, filters: { ...filters, systems: [key ?? withoutValue] } };
		case 'contract':
			return key === null ? null : { ...selection, filters: { ...filters, contracts: [key] } };
	}
}
