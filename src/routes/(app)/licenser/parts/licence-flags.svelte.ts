// The flags of licence products: which stand, and which somebody has put aside.
import { page } from '$app/state';
import {
	dismissalOf,
	standingDismissals,
	type Dismissal,
	type Flag,
	type FlagKind
} from '$lib/domain/review';
import { fetchDismissals } from '$lib/state/review';

export interface LicenceFlags {
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	dismissalOf(flag: Flag): Dismissal | null;
	replace(dismissals: readonly Dismissal[]): void;
}

/** @param amount öre that it is about */
export function productFlag(kind: FlagKind, product: string, amount: number | null): Flag {
	const subject = { contractId: null, supplierKey: null, costKind: null, year: null, product };
	return { kind, subject, name: product, amount };
}

/** Fetches what is put aside; an earlier edition is shown as it was. */
export function createLicenceFlags(): LicenceFlags {
	let dismissals = $state.raw<readonly Dismissal[]>([]);
	let failure = $state('');
	const standing = $derived(standingDismissals(dismissals));
	if (page.data.now === null) {
		void fetchDismissals().then((told) => {
			if (told.outcome === 'done') dismissals = told.value;
			else failure = told.message;
		});
	}
	return {
		get failure() {
			return failure;
		},
		dismissalOf: (flag) => dismissalOf(flag, standing),
		replace: (next) => (dismissals = next)
	};
}
