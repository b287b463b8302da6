// The ledger rows of a gap; they sum to its kronor.
import type { ContractGap } from '$lib/domain/contract-gap';
import { noFilters, withoutValue, type Filters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';

/** Null for a gap without rows. */
export function gapSelection(gap: ContractGap): RowSelection | null {
	const supplier: Filters = { ...noFilters, suppliers: [gap.supplierKey ?? withoutValue] };
	switch (gap.kind) {
		case 'uncovered':
			return { filters: supplier, cover: 'saknas' };
		case 'over-limit': {
			const year = gap.year ?? 0;
			const period = { from: monthFrom(year, 1), to: monthFrom(year, 12) };
			return {
				filters: { ...supplier, period, internal: false },
				cells: [{ dimension: 'costKind', value: gap.costKind ?? null }],
				cover: 'saknas'
			};
		}
		case 'expired-invoiced':
			return { filters: noFilters, afterEndOf: gap.contractId ?? '', anyTag: true };
		case 'ceiling-80':
		case 'ceiling-100':
			return { filters: noFilters, ceilingOf: gap.contractId ?? '', anyTag: true };
		case 'unused':
			return null;
	}
}
