// The ledger rows behind the figures of Förändring: those now and those before are two selections.
import type { DimensionCell } from '$lib/domain/dimensions';
import type { Move } from '$lib/domain/cost-moves';
import type { PurchaseTie } from '$lib/domain/purchase';
import { filtersBefore, type ComparedSpans } from '$lib/queries/compared-purchases';
import type { RowSelection } from '$lib/queries/cost-rows';

export type Span = 'now' | 'before';

/** All rows of a span. @param cells what narrows them */
export function spanSelection(spans: ComparedSpans, span: Span, cells: DimensionCell[] = []): RowSelection {
	const filters = span === 'now' ? spans.filters : filtersBefore(spans);
	return cells.length ? { filters, cells } : { filters };
}

/** The rows of a purchase. */
export function purchaseSelection(
	spans: ComparedSpans,
	span: Span,
	purchase: { supplier: string | null; tie: PurchaseTie; kind: string }
): RowSelection {
	return spanSelection(spans, span, [
		{ dimension: 'supplier', value: purchase.supplier },
		...tieCells(purchase.tie),
		{ dimension: 'costKind', value: purchase.kind }
	]);
}

/** The rows of a move: before where it came from, now where it went. They may lie outside the filters on nämnd and kostnadsslag. */
export function moveSelection(spans: ComparedSpans, span: Span, move: Move): RowSelection {
	const place = span === 'now' ? move.to : move.from;
	const selection = purchaseSelection(spans, span, { ...move, kind: place.kind });
	const { filters } = selection;
	return {
		...selection,
		filters: {
			...filters,
			units: [],
			costKinds: [],
			excluding: filters.excluding.filter((list) => list !== 'units' && list !== 'costKinds')
		},
		cells: [...(selection.cells ?? []), { dimension: 'unit', value: place.unit }]
	};
}

function tieCells(tie: PurchaseTie): DimensionCell[] {
	switch (tie.of) {
		case 'contract':
			return [{ dimension: 'contract', value: tie.id }];
		case 'system':
			return [
				{ dimension: 'contract', value: null },
				{ dimension: 'system', value: tie.id }
			];
		case 'none':
			return [
				{ dimension: 'contract', value: null },
				{ dimension: 'system', value: null }
			];
		case 'any':
			return [];
	}
}
