// The orders of columns that a municipality's own documents have, as they were saved.
import type { LayoutColumn } from './follow-up-columns';

export interface StoredLayout {
	id: number;
	name: string;
	/** Null takes it away. */
	columns: readonly LayoutColumn[] | null;
	author: string;
	/** ISO instant. */
	created: string;
}

/** Characters of a name, and of a header. */
export const longestLayoutName = 60;
export const longestHeader = 80;

/** The layouts that stand, by name: the latest of each name, those taken away left out. */
export function standingLayouts(
	stored: readonly StoredLayout[]
): (StoredLayout & { columns: readonly LayoutColumn[] })[] {
	return stored
		.filter(({ id, name }) => !stored.some((later) => later.name === name && later.id > id))
		.flatMap((layout) => (layout.columns ? [{ ...layout, columns: layout.columns }] : []))
		.sort((a, b) => a.name.localeCompare(b.name, 'sv'));
}
