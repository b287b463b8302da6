// Which rows the drawer shows. They are in the address (`rader`), so that a link opens the drawer again.
//
//   openRows(['It-kostnad', 'Utbildningsnämnden'], { filters: { ...filters.current, units: ['Utbildningsnämnden'] } });
//
// The selection stands by itself: nothing is taken from the page's own filters, and a period of null is every month.
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { RowSelection } from '$lib/queries/cost-rows';
import { addressWith } from './address';
import { keptRowsAddress } from './kept-rows-address';
import { rowsFromText, rowsToText, type ShownRows } from './rows-text';

/**
 * Opens the drawer on the rows behind a figure. Where the page's figures are kept from an edition, it opens on the page of
 * their contract, or on Översikt, in that edition.
 * @param edition the one to open them in on the same page; the page's own when not said
 */
export function openRows(
	path: string[],
	selection: RowSelection,
	edition: number | null = null
): Promise<void> {
	const { rowsAt } = page.data;
	if (!rowsAt) return go(rowsToText({ path, selection }), edition);
	return goto(keptRowsAddress({ path, selection }, rowsAt, page.url.searchParams.get('enhet')));
}

export function closeRows(): Promise<void> {
	return go(null);
}

/** The rows that the address asks for; null when the drawer is closed. Reactive. */
export function shownRows(): ShownRows | null {
	const text = page.url.searchParams.get('rader');
	return text === null ? null : rowsFromText(text);
}

function go(rows: string | null, edition: number | null = null): Promise<void> {
	const url = new URL(page.url);
	if (edition !== null) url.searchParams.set('utgava', String(edition));
	return goto(addressWith(url, 'rader', rows), { keepFocus: true, noScroll: true });
}
