// What the page of concentration has in its address beside the filters: who counts as a supplier, the chosen cell, and what-if.
import { goto } from '$app/navigation';
import { addressOf } from '$lib/state/address';
import { withoutValue } from '$lib/domain/filters';
import { addressed } from '$lib/domain/organisation-number';
import type { SupplierView } from '$lib/domain/supplier-view';

export interface ConcentrationChoice {
	view: SupplierView;
	/** Undefined is all, null cost without one. */
	costKind: string | null | undefined;
	unit: string | null | undefined;
	whatIf: 'gone' | 'split';
	/** Who the what-if is about; null is the largest. */
	supplier: string | null;
	/** Share of a split supplier that the new one takes, 0–1. */
	share: number;
}

const views: readonly (readonly [view: SupplierView, word: string])[] = [
	['group', 'koncern'],
	['maker', 'verklig']
];
const names = ['som', 'ruta_slag', 'ruta_namnd', 'tank', 'vem', 'andel'] as const;

/** Reads the choice; what cannot be read is the usual. */
export function choiceFromUrl(search: URLSearchParams): ConcentrationChoice {
	const cell = (name: string) => {
		const word = search.get(name);
		return word === null ? undefined : word === withoutValue ? null : word;
	};
	const percent = Number(search.get('andel') ?? '50');
	return {
		view: views.find(([, word]) => word === search.get('som'))?.[0] ?? 'invoiced',
		costKind: cell('ruta_slag'),
		unit: cell('ruta_namnd'),
		whatIf: search.get('tank') === 'dela' ? 'split' : 'gone',
		supplier: search.get('vem'),
		share: percent >= 1 && percent <= 99 ? Math.round(percent) / 100 : 0.5
	};
}

/** Writes the choice; the usual is never written, nor a key that must not stand in an address. */
export function choiceToUrl(choice: ConcentrationChoice, keep: URLSearchParams): URLSearchParams {
	const search = new URLSearchParams(keep);
	for (const name of names) search.delete(name);
	const set = (name: (typeof names)[number], value: string | null | undefined) => {
		if (value) search.set(name, value);
	};
	const cell = (value: string | null | undefined) => (value === null ? withoutValue : value);
	set('som', views.find(([view]) => view === choice.view)?.[1]);
	set('ruta_slag', cell(choice.costKind));
	set('ruta_namnd', cell(choice.unit));
	set('tank', choice.whatIf === 'split' ? 'dela' : null);
	set('vem', choice.supplier !== null && addressed(choice.supplier) ? choice.supplier : null);
	set('andel', choice.share === 0.5 ? null : String(Math.round(choice.share * 100)));
	return search;
}

/** Goes to the page as it is with another choice. */
export function choose(url: URL, part: Partial<ConcentrationChoice>): Promise<void> {
	const next = { ...choiceFromUrl(url.searchParams), ...part };
	return goto(addressOf(url.pathname, choiceToUrl(next, url.searchParams)), {
		keepFocus: true,
		noScroll: true
	});
}
