// What people have put aside of the flags that a page raises.
import { standingDismissals, type Dismissal } from '$lib/domain/review';
import { fetchDismissals } from './review';

export interface Dismissals {
	/** What stands of each flag. */
	readonly standing: ReadonlyMap<string, Dismissal>;
	/** Why they could not be fetched; empty when they could. */
	readonly failure: string;
	/** @param now all that the person may read, as a saved dismissal answers */
	replace(now: readonly Dismissal[]): void;
	reload(): Promise<void>;
}

/** Fetches what the person may read. Call while a component starts. */
export function createDismissals(): Dismissals {
	let all = $state.raw<readonly Dismissal[]>([]);
	let failure = $state('');
	const standing = $derived(standingDismissals(all));

	async function reload() {
		failure = '';
		const told = await fetchDismissals();
		if (told.outcome === 'failed') failure = told.message;
		else all = told.value;
	}
	void reload();

	return {
		get standing() {
			return standing;
		},
		get failure() {
			return failure;
		},
		replace(now) {
			all = now;
		},
		reload
	};
}
