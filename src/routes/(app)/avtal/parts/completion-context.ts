// What a field shown on the Avtalskort asks about its completion. The list of contracts has none: there they are only shown.
import { getContext, hasContext, setContext } from 'svelte';
import type { Completion } from '$lib/domain/completion';

export interface FieldCompletions {
	/** The person may complete this contract. */
	readonly canComplete: boolean;
	/** What fills the field; null when the register says it, or nobody. */
	filling(field: string): Completion | null;
	/** All that has been saved of the field, oldest first. */
	history(field: string): readonly Completion[];
	/** Opens the form at a field. */
	complete(field: string): void;
	takeBack(completion: Completion): Promise<void>;
}

const key = Symbol('completions of a contract');

export function setFieldCompletions(completions: FieldCompletions): void {
	setContext(key, completions);
}

/** Null outside the Avtalskort. */
export function fieldCompletions(): FieldCompletions | null {
	return hasContext(key) ? getContext<FieldCompletions>(key) : null;
}
