// The ledger rows behind the figures that only a supplier's page has.
import type { CostKind } from '$lib/domain/cost-kind';
import { withoutValue, type Filters } from '$lib/domain/filters';
import type { RowSelection } from '$lib/queries/cost-rows';

/** The rows of a nämnd and a kostnadsslag of what a supplier sells; null is all of them. */
export function boughtSelection(
	selection: RowSelection,
	unit: string | null,
	kind: CostKind | null
): RowSelection {
	return {
		...selection,
		filters: {
			...selection.filters,
			...(unit === null ? {} : { units: [unit] }),
			...(kind === null ? {} : { costKinds: [kind] })
		}
	};
}

/** The rows of a line of verklig leverantör. @param filters the period, without the supplier */
export function resaleSelection(
	filters: Filters,
	supplier: string,
	line: { direction: 'sells' | 'through'; maker: string; other_key: string | null }
): RowSelection {
	const invoicing = line.direction === 'sells' ? supplier : (line.other_key ?? withoutValue);
	return { filters: { ...filters, suppliers: [invoicing], makers: [line.maker] } };
}
