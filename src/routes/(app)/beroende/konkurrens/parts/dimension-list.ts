// What the kronor are divided by: its list in the filter bar, and its word in the address.
import type { ListFilter } from '$lib/domain/filters';
import type { CompetitionDimension } from '$lib/domain/competition-parts';

export const ownList = {
	supplier: 'suppliers',
	costKind: 'costKinds',
	unit: 'units'
} as const satisfies Readonly<Record<CompetitionDimension, ListFilter>>;

export const perWords: Readonly<Record<CompetitionDimension, string>> = {
	supplier: 'leverantor',
	costKind: 'slag',
	unit: 'namnd'
};
