// What a field shown on the page of a record asks about its completion. Lists have none: there they are only shown.
import { getContext, hasContext, setContext } from 'svelte';
import type { Completion } from '$lib/domain/completion';

export interface FieldCompletions {
	/** The person may complete this record. */
	readonly canComplete: boolean;
	/** What fills the field; null when the register says it, or nobody. */
	filling(field: string): Completion | null;
	/** All that has been saved of the field, oldest first. */
	history(field: string): readonly Completion[];
	/** Opens the form at a field. */
	complete(field: string): void;
	takeBack(completion: Completion): Promise<void>;
}

const key = Symbol('completions of a record');

export function setFieldCompletions(completions: FieldCompletions): void {
	setContext(key, completions);
}

/** Null outside the page of a record. */
export function fieldCompletions(): FieldCompletions | null {
	return hasContext(key) ? getContext<FieldCompletions>(key) : null;
}
