// Which saved recipe a file belongs to, and what has changed in the file since the recipe was saved.
import type { Answers, Recipe, RecipeEntry } from './answers';
import { normaliseHeader } from './recognise/header';

/** How the columns of a file differ from those that a recipe was saved for. */
export interface SchemaDifference {
	/** Headers of the recipe that the file does not have. */
	missing: string[];
	/** Headers of the file that the recipe does not know. */
	added: string[];
}

export interface RecipeMatch {
	name: string;
	/** The file pattern of the recipe. */
	file: string;
	/** Null: the same columns. */
	difference: SchemaDifference | null;
	/** The answers that still hold for this file. */
	answers: Answers;
}

/** `*` stands for any run of characters. Not as a RegExp: of many stars it would try every way to share a name out. */
function fitsName({ fil }: RecipeEntry, fileName: string): boolean {
	const name = fileName.normalize('NFC').toLowerCase();
	const [first = '', ...parts] = fil.normalize('NFC').toLowerCase().split('*');
	const last = parts.pop();
	if (last === undefined) return name === first;
	if (!name.startsWith(first) || !name.endsWith(last)) return false;
	let at = first.length;
	for (const part of parts) {
		const found = name.indexOf(part, at);
		if (found < 0) return false;
		at = found + part.length;
	}
	return at <= name.length - last.length;
}

/** The answers that a recipe gives by file name alone: the last entry that fits wins, field by field. */
export function answersByName(recipe: Recipe | null, fileName: string): Answers {
	const answers: Answers = {};
	for (const entry of recipe?.recept ?? []) {
		if (!entry.rubriker && fitsName(entry, fileName)) Object.assign(answers, entry.svar);
	}
	return answers;
}

/**
 * The entry that a table with these headers was saved as: the same headers in any order first, else a file name that
 * fits and at least half of the headers. Among equals the one with most headers in common, then the last one, wins.
 * @param sheet what a person has said to read; an entry for another part of the file is not for this table
 */
export function matchRecipe(
	entries: readonly RecipeEntry[],
	fileName: string,
	headers: readonly string[],
	sheet?: string
): RecipeMatch | null {
	const present = new Set(headers.map(normaliseHeader).filter(Boolean));
	let best: { match: RecipeMatch; points: number } | null = null;
	for (const entry of entries) {
		if (!entry.rubriker || (sheet !== undefined && (entry.svar.blad ?? sheet) !== sheet)) continue;
		const known = new Set(entry.rubriker.map(normaliseHeader).filter(Boolean));
		const shared = [...known].filter((header) => present.has(header)).length;
		const same = known.size > 0 && shared === known.size && present.size === known.size;
		const named = fitsName(entry, fileName);
		if (!(same && (named || !areCounted(known))) && !(named && shared && shared * 2 >= known.size)) continue;
		const points = (same ? 2 : 0) + (named ? 1 : 0) + shared / (known.size + 1);
		if (best && points < best.points) continue;
		const difference: SchemaDifference | null = same
			? null
			: {
					missing: entry.rubriker.filter((header) => !present.has(normaliseHeader(header)) && header.trim()),
					added: headers.filter((header) => header.trim() && !known.has(normaliseHeader(header)))
				};
		const match = {
			name: entry.namn ?? entry.fil,
			file: entry.fil,
			difference,
			answers: answersThatHold(entry.svar, present)
		};
		best = { match, points };
	}
	return best?.match ?? null;
}

/** `Kolumn 1`, `Kolumn 2`: the same in every file without a header, so they say nothing about which file it is. */
function areCounted(known: ReadonlySet<string>): boolean {
	return [...known].every((header) => /^(?:kolumn )?\d+$/.test(header));
}

/** A column that is gone cannot be pointed at; what the header row says now decides instead. */
function answersThatHold({ kolumner, ...answers }: Answers, present: ReadonlySet<string>): Answers {
	if (!kolumner) return answers;
	const kept = Object.entries(kolumner).filter(
		([, source]) => source === null || present.has(normaliseHeader(source))
	);
	return kept.length ? { ...answers, kolumner: Object.fromEntries(kept) } : answers;
}
