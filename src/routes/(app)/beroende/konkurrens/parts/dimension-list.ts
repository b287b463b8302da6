// What the kronor are divided by, and its list in the filter bar.
import type { ListFilter } from '$lib/domain/filters';
import type { CompetitionDimension } from '$lib/domain/competition-parts';

export const ownList = {
	supplier: 'suppliers',
	costKind: 'costKinds',
	unit: 'units'
} as const satisfies Readonly<Record<CompetitionDimension, ListFilter>>;
