// Saved recipes at the server: saved, deleted, and what it says about it.
import * as v from 'valibot';
import type { RecipeEntry } from '$lib/import/answers';
import { recipeWords } from '$lib/text/import-recipes';

/** A recipe as the page is given it. */
export interface KnownRecipe extends RecipeEntry {
	id: number;
	/** Files that were read by it. */
	used: number;
	/** ISO instant of its last change. */
	changed: string;
}

const savedSchema = v.object({ saved: v.number(), replaced: v.number() });
export type SavedRecipes = v.InferOutput<typeof savedSchema>;
const messageSchema = v.object({ message: v.string() });

/** Saves entries by name: one that is known is written over. What is wrong is a Swedish sentence. */
export async function saveRecipes(
	entries: readonly RecipeEntry[]
): Promise<SavedRecipes | { problem: string }> {
	return posted(JSON.stringify({ format: 1, recept: entries.map(plain) }));
}

/** Saves the recipes of a file, such as a neighbour's. */
export async function saveRecipeFile(file: File): Promise<SavedRecipes | { problem: string }> {
	return posted(await file.text());
}

/** Null when it is gone; otherwise why not. */
export async function deleteRecipe(id: number): Promise<string | null> {
	const response = await reached(() => fetch(`/importera/recept/${id}`, { method: 'DELETE' }));
	if (!response) return recipeWords.unreachable;
	return response.ok ? null : problemOf(response);
}

/** Only what belongs to the format, whatever else the page knows about it. */
function plain({ fil, namn, rubriker, svar }: RecipeEntry): RecipeEntry {
	return {
		fil,
		...(namn === undefined ? {} : { namn }),
		...(rubriker === undefined ? {} : { rubriker }),
		svar
	};
}

async function posted(body: string): Promise<SavedRecipes | { problem: string }> {
	const response = await reached(() =>
		fetch('/importera/recept', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body
		})
	);
	if (!response) return { problem: recipeWords.unreachable };
	if (!response.ok) return { problem: await problemOf(response) };
	const saved = v.safeParse(savedSchema, await response.json());
	return saved.success ? saved.output : { problem: recipeWords.refused(response.status) };
}

async function reached(ask: () => Promise<Response>): Promise<Response | null> {
	try {
		return await ask();
	} catch {
		return null;
	}
}

async function problemOf(response: Response): Promise<string> {
	try {
		const told = v.safeParse(messageSchema, await response.json());
		if (told.success) return told.output.message;
	} catch {
		// The answer was no JSON; its number says what there is to say.
	}
	return recipeWords.refused(response.status);
}
