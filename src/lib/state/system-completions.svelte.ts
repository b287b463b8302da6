// The register of systems with what people have filled in, also since the edition.
import { page } from '$app/state';
import { completedSystem, type CompletedRow } from '$lib/domain/completed-contract';
import type { RecordValues } from '$lib/domain/completion';
import { createCompletions, type Completions } from './completions.svelte';

export interface SystemCompletions {
	readonly completions: Completions;
	/** A line of the register with what fills it; as it is while completions are fetched. */
	filled<Row extends RecordValues & { system_id: string | null }>(line: Row): CompletedRow<Row>;
}

/** Call while a page starts. */
export function createSystemCompletions(): SystemCompletions {
	// An earlier edition is shown as it was.
	const completions = createCompletions(() => page.data.now === null, 'system');
	return {
		completions,
		filled(line) {
			return completions.all
				? completedSystem(line, completions.standing.get(line.system_id ?? '') ?? [])
				: { row: line, filled: [], agreed: [], conflicts: [] };
		}
	};
}
