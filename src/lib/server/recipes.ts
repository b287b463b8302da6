// Saved recipes: how a source is read, under a name.
import { eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { answersSchema, type Answers, type Recipe, type RecipeEntry } from '$lib/import/answers';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { recording } from './audit';
import { recipe } from './database/schema';
import type { Person } from './editions/imports';
import { installation, type Installation } from './editions/installation';

/** A recipe as it is kept. */
export interface StoredRecipe extends RecipeEntry {
	id: number;
	namn: string;
	/** Files that were stored by it. */
	used: number;
	/** ISO instant of its last change. */
	changed: string;
}

/**
 * The answers that belong to a source. Those about one file alone stay out: its month (`period`) and year (`ar`), the
 * rates of its month (`kurser`), and that guesses about its own values are right (`gissade_kolumner`).
 */
export function answersOfSource(answers: Answers): Answers {
	const { period: _period, ar: _ar, kurser: _kurser, gissade_kolumner: _guesses, ...kept } = answers;
	return kept;
}

/** Every recipe, by name. */
export async function listRecipes({ database }: Installation = installation()): Promise<StoredRecipe[]> {
	const rows = await database.select().from(recipe);
	const byName = new Intl.Collator('sv');
	return rows
		.map((row) => ({
			id: row.id,
			fil: row.filePattern,
			namn: row.name,
			...(row.headers ? { rubriker: row.headers } : {}),
			svar: v.parse(answersSchema, row.answers),
			used: row.used,
			changed: row.updatedAt.toISOString()
		}))
		.sort((a, b) => byName.compare(a.namn, b.namn));
}

/** Every recipe as a file that another installation, and the batch command, can read. */
export async function recipeFile(where: Installation = installation()): Promise<Recipe> {
	const known = await listRecipes(where);
	return {
		format: 1,
		recept: known.map(({ fil, namn, rubriker, svar }) => ({ fil, namn, ...(rubriker && { rubriker }), svar }))
	};
}

/**
 * Saves recipes by name: one that is known is written over. Without a name the file pattern is the name; of several with
 * one name the last is saved. Headers and names are masked as everything that is kept.
 */
export async function saveRecipes(
	{ recept }: Recipe,
	user: Person,
	where: Installation = installation()
): Promise<{ saved: number; replaced: number }> {
	const { database } = where;
	const entries = new Map(recept.map((entry) => [nameOf(entry), entry]));
	const names = [...entries.keys()];
	if (!names.length) return { saved: 0, replaced: 0 };
	const known = await database.select({ name: recipe.name }).from(recipe).where(inArray(recipe.name, names));
	const now = new Date();
	const statements = [...entries].map(([name, entry]) => {
		const content = {
			filePattern: masked(entry.fil),
			headers: entry.rubriker?.map(masked) ?? null,
			answers: { ...answersOfSource(entry.svar) },
			updatedBy: user.id,
			updatedAt: now
		};
		return database
			.insert(recipe)
			.values({ name, ...content, createdBy: user.id, createdAt: now })
			.onConflictDoUpdate({ target: recipe.name, set: content });
	});
	await database.batch([
		recording(database, { user, action: 'recipe_saved', subject: names.join(', ').slice(0, 500) }),
		...statements
	]);
	return { saved: names.length, replaced: known.length };
}

/** False when there is no such recipe. */
export async function removeRecipe(
	id: number,
	user: Person,
	{ database }: Installation = installation()
): Promise<boolean> {
	const [known] = await database.select({ name: recipe.name }).from(recipe).where(eq(recipe.id, id));
	if (!known) return false;
	await database.batch([
		database.delete(recipe).where(eq(recipe.id, id)),
		recording(database, { user, action: 'recipe_removed', subject: known.name })
	]);
	return true;
}

function nameOf({ namn, fil }: RecipeEntry): string {
	return masked((namn?.trim() || fil).normalize('NFC'));
}

function masked(text: string): string {
	return maskPersonalNumbers(text).text;
}
