// Which budget rows the drawer shows. They are in the address (`budgetrader`), so that a link opens the drawer again.
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { BudgetSelection } from '$lib/queries/budget-rows';

export interface ShownBudgetRows {
	/** How one came here, from the whole to the part. */
	path: string[];
	selection: BudgetSelection;
	/** The edition to open them in; the page's own when not said. */
	edition?: number | null;
}

const parameter = 'budgetrader';
const placeWords = { costKind: 'slag', orientation: 'inriktning', system: 'system' } as const;
const places = ['costKind', 'orientation', 'system'] as const;

/** Opens the drawer on the budget rows behind a figure. */
export function openBudgetRows({ path, selection, edition = null }: ShownBudgetRows): Promise<void> {
	const inner = new URLSearchParams({ ar: String(selection.year) });
	for (const step of path) inner.append('steg', step);
	for (const version of selection.versions) inner.append('version', version);
	for (const unit of selection.units) inner.append('namnd', unit);
	for (const place of places) {
		const value = selection[place];
		if (value !== undefined) inner.set(placeWords[place], value ?? '');
	}
	if (selection.untilMonth !== null) inner.set('till', String(selection.untilMonth));
	return go((search) => {
		if (edition !== null) search.set('utgava', String(edition));
		search.set(parameter, inner.toString());
	});
}

export function closeBudgetRows(): Promise<void> {
	return go((search) => search.delete(parameter));
}

/** The rows that the address asks for; null when the drawer is closed. Reactive. */
export function shownBudgetRows(): ShownBudgetRows | null {
	const text = page.url.searchParams.get(parameter);
	if (text === null) return null;
	const inner = new URLSearchParams(text);
	const year = Number(inner.get('ar'));
	const until = Number(inner.get('till'));
	if (!Number.isInteger(year)) return null;
	return {
		path: inner.getAll('steg'),
		selection: {
			year,
			versions: inner.getAll('version'),
			units: inner.getAll('namnd'),
			...placesFrom(inner),
			untilMonth: Number.isInteger(until) && until >= 1 && until <= 12 ? until : null
		}
	};
}

/** An empty word is what is not divided. */
function placesFrom(inner: URLSearchParams): Pick<BudgetSelection, (typeof places)[number]> {
	return Object.fromEntries(
		places.flatMap((place) => {
			const value = inner.get(placeWords[place]);
			return value === null ? [] : [[place, value || null]];
		})
	);
}

function go(change: (search: URLSearchParams) => void): Promise<void> {
	const search = new URLSearchParams(page.url.searchParams);
	change(search);
	const text = search.toString();

	return goto(text ? `${page.url.pathname}?${text}` : page.url.pathname, { keepFocus: true, noScroll: true });
}
