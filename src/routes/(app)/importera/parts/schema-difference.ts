// What a publisher has changed since a recipe was saved, column by column, and what has come of it.
import type { RecipeEntry } from '$lib/import/answers';
import { matchHeader, normaliseHeader } from '$lib/import/recognise/header';
import type { ImportPlan } from '$lib/import/recognise/plan';
import type { RecipeMatch } from '$lib/import/recipe-match';
import { differenceWords as words } from '$lib/text/import-recipes';

/** One sentence for each column that is gone, new or renamed. */
export function differenceLines(
	{ difference }: RecipeMatch,
	entry: RecipeEntry | undefined,
	plan: ImportPlan
): string[] {
	if (!difference) return [];
	const isNew = (header: string): boolean =>
		difference.added.some((added) => normaliseHeader(added) === normaliseHeader(header));
	const told = new Set<string>();
	const gone = difference.missing.map((former) => {
		const field = fieldOf(former, entry, plan);
		if (!field) return words.unusedGone(former);
		const now = plan.columns.find((column) => column.field.header === field)?.header;
		if (now === undefined) return words.fieldGone(former, field);
		if (!isNew(now)) return words.movedTo(former, now, field);
		told.add(normaliseHeader(now));
		return words.renamed(former, now, field);
	});
	const added = difference.added
		.filter((header) => !told.has(normaliseHeader(header)))
		.map((header) => {
			const column = plan.columns.find(
				(planned) => normaliseHeader(planned.header) === normaliseHeader(header)
			);
			return column ? words.addedUsed(header, column.field.header) : words.addedUnused(header);
		});
	return [...gone, ...added];
}

/** The canonical header of the field that a column of the recipe was; null for a column that was not used. */
function fieldOf(former: string, entry: RecipeEntry | undefined, { kind }: ImportPlan): string | null {
	const wanted = normaliseHeader(former);
	const columns = entry?.svar.kolumner;
	const pointed = Object.entries(columns ?? {}).find(
		([, source]) => source !== null && normaliseHeader(source) === wanted
	);
	if (pointed) return pointed[0];
	const match = matchHeader(kind, former)?.field.header ?? null;
	// Where the recipe says another column for the field, or none, this one was not it.
	return match !== null && columns?.[match] === undefined ? match : null;
}
