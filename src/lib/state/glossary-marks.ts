// A word of the glossary is marked once a page: the first that shows it keeps the mark while it is shown.
import { createContext } from 'svelte';

export interface GlossaryMarks {
	/** Whether the asker may mark the word: nobody else on the page has it. */
	claim(slug: string, owner: object): boolean;
	/** Gives back what the asker has. */
	release(owner: object): void;
}

export function createGlossaryMarks(): GlossaryMarks {
	const owners = new Map<string, object>();
	return {
		claim(slug, owner) {
			const holder = owners.get(slug);
			if (holder === undefined) owners.set(slug, owner);
			return holder === undefined || holder === owner;
		},
		release(owner) {
			for (const [slug, holder] of owners) if (holder === owner) owners.delete(slug);
		}
	};
}

export const [glossaryMarks, setGlossaryMarks] = createContext<GlossaryMarks>();
