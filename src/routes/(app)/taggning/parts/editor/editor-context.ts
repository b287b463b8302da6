// What every part of the form needs, however deep it stands in groups.
import { createContext } from 'svelte';
import type { KnownValues } from '$lib/tagging/known-values';

export interface EditorContext {
	/** Begins the id of every control. */
	readonly id: string;
	readonly known: KnownValues;
	/** Faults are shown at once, also in fields that nobody has left yet. */
	readonly showsAll: boolean;
	/** What is wrong at a place, see rule-problems.ts. */
	problemAt(place: string): string | undefined;
	/** Says what has happened to whoever cannot see it. */
	announce(text: string): void;
	/**
	 * Does what leaving a field leads to: at once, or when the mouse button is let go. Otherwise the form would grow between press
	 * and release, and the button that was pressed would no longer be under the pointer.
	 */
	afterPress(action: () => void): void;
}

export const [editorContext, setEditorContext] = createContext<EditorContext>();
