// Whose notes the card shows. It is in the address (`kommentar`), so that a link opens the same card.
import { goto } from '$app/navigation';
import { page } from '$app/state';

const parameter = 'kommentar';

/** The nämnd that the address names; null when it names none. Reactive. */
export function chosenNoteUnit(): string | null {
	return page.url.searchParams.get(parameter);
}

/** An address of this page with the card on a nämnd. */
export function noteUnitHref(unit: string): string {
	const search = new URLSearchParams(page.url.searchParams);
	search.set(parameter, unit);
	return `${page.url.pathname}?${search.toString()}`;
}

export function chooseNoteUnit(unit: string): Promise<void> {
	return goto(noteUnitHref(unit), { keepFocus: true, noScroll: true });
}
