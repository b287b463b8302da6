// What the questions about a draft need to know of it and of the saved rules.
import type { Month } from '$lib/domain/period';
import type { MovesInput } from '$lib/queries/tagging-moves';
import type { JudgedLedger } from '$lib/state/tagging-workbench.svelte';

export function movesInput(
	saved: JudgedLedger,
	draft: JudgedLedger,
	lockedMonths: readonly Month[]
): MovesInput {
	const places = new Map(saved.rules.regler.map(({ id }, position) => [id, position]));
	return {
		table: saved.table,
		draft: draft.table,
		version: saved.rules.version,
		draftVersion: draft.rules.version,
		savedPositions: draft.rules.regler.map(({ id }) => places.get(id) ?? null),
		lockedMonths
	};
}
