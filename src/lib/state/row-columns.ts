// The columns that a person has chosen for the rows drawer, remembered for the visit by the tab itself.
import { inOrder, type RowField } from '$lib/domain/row-fields';

const place = 'rader-kolumner';

/** What was chosen earlier in the visit; null before anything is. */
export function rememberedColumns(): RowField[] | null {
	try {
		const kept = sessionStorage.getItem(place);
		return kept === null ? null : inOrder(kept.split(' '));
	} catch {
		return null; // A browser that keeps nothing for a site.
	}
}

/** Remembers a choice; null forgets it. */
export function rememberColumns(fields: readonly RowField[] | null): void {
	try {
		if (fields) sessionStorage.setItem(place, fields.join(' '));
		else sessionStorage.removeItem(place);
	} catch {
		// The choice holds until the drawer closes.
	}
}
