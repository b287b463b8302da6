// Which licence rows the drawer shows, and for which figure. They are in the address (`licensrader`), so that a link opens
// the drawer again.
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { LicenceSelection } from '$lib/queries/licence-measures';
import { measureNames, type LicenceMeasure } from '$lib/text/licences';

export interface ShownLicenceRows {
	/** How one came here, from the whole to the part. */
	path: string[];
	measure: LicenceMeasure;
	selection: LicenceSelection;
}

const parameter = 'licensrader';

/** A figure leaves out the rows that do not say it. */
const saysIt: Readonly<Record<LicenceMeasure, LicenceSelection['known']>> = {
	purchased: undefined,
	assigned: 'assigned',
	active: 'active',
	unused: 'unused',
	strict: 'active',
	unusedAmount: 'unused',
	strictAmount: 'active',
	purchaseAmount: 'price'
};

/** Opens the drawer on the licence rows behind a figure. */
export function openLicenceRows(path: string[], measure: LicenceMeasure, selection: LicenceSelection) {
	const inner = new URLSearchParams({ matt: measure, fran: selection.from, till: selection.to });
	for (const step of path) inner.append('steg', step);
	for (const unit of selection.units) inner.append('namnd', unit);
	if (selection.product !== null) inner.set('produkt', selection.product);
	for (const supplier of selection.suppliers ?? []) inner.append('leverantor', supplier);
	if (selection.system !== undefined) inner.set('system', selection.system);
	return changeSearch((search) => search.set(parameter, inner.toString()));
}

export function closeLicenceRows(): Promise<void> {
	return changeSearch((search) => search.delete(parameter));
}

/** The rows that the address asks for; null when the drawer is closed. Reactive. */
export function shownLicenceRows(): ShownLicenceRows | null {
	const text = page.url.searchParams.get(parameter);
	if (text === null) return null;
	const inner = new URLSearchParams(text);
	const measure = readMeasure(inner.get('matt'));
	const system = inner.get('system');
	return {
		path: inner.getAll('steg'),
		measure,
		selection: {
			product: inner.get('produkt'),
			units: inner.getAll('namnd'),
			from: inner.get('fran') ?? '',
			to: inner.get('till') ?? '',
			suppliers: inner.getAll('leverantor'),
			...(system === null ? {} : { system }),
			known: saysIt[measure]
		}
	};
}

/** Goes to the same page with another query string. */
export function changeSearch(change: (search: URLSearchParams) => void): Promise<void> {
	const search = new URLSearchParams(page.url.searchParams);
	change(search);
	const text = search.toString();
	return goto(text ? `${page.url.pathname}?${text}` : page.url.pathname, { keepFocus: true, noScroll: true });
}

function readMeasure(word: string | null): LicenceMeasure {
	return word !== null && isMeasure(word) ? word : 'purchased';
}

function isMeasure(word: string): word is LicenceMeasure {
	return Object.hasOwn(measureNames, word);
}
