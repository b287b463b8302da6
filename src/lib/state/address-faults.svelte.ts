// What the address of a page says that cannot be: it is taken out of the address, and told, so that nothing is replaced
// silently and every page goes on with what it usually shows.
import { untrack } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { unheardWords } from '$lib/queries/unheard-words';
import { namedIn, unheardIn, unreadable, withoutFaults, type AddressFault } from './address-words';
import { createAnswer } from './answer.svelte';
import type { PageContext } from './page-context';

export interface AddressFaults {
	/** What was taken out of the address that is shown. */
	readonly told: readonly AddressFault[];
}

/** Call while a layout starts. */
export function createAddressFaults({ edition }: Pick<PageContext, 'edition'>): AddressFaults {
	let told = $state.raw<{ address: string; faults: readonly AddressFault[] }>({ address: '', faults: [] });
	const words = $derived(namedIn(page.url));
	const answer = createAnswer(
		() => (Object.values(words).some(({ length }) => length) ? { query: unheardWords, input: words } : null),
		edition
	);
	const shown = $derived(`${page.url.pathname}${page.url.search}`);
	const unheard = $derived(
		answer.current.name === 'rows' && !answer.current.stale ? unheardIn(page.url, answer.current.rows) : []
	);

	$effect(() => {
		const faults = [...unreadable(page.url), ...unheard];
		if (!faults.length) return;
		untrack(() => {
			const before = told.address === shown ? told.faults : [];
			const address = withoutFaults(page.url, faults);
			told = { address, faults: [...before, ...faults] };
			void goto(address, { replaceState: true, keepFocus: true, noScroll: true, state: page.state });
		});
	});

	return {
		get told() {
			return told.address === shown ? told.faults : [];
		}
	};
}
