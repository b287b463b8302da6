import type { StampState } from '$lib/text/common';

/** The stamp of one kind of file; null is a kind without files. */
export function stampOf(reconciled: boolean | null): StampState {
	return reconciled === null ? 'none' : reconciled ? 'reconciled' : 'unreconciled';
}
