// What a person has decided about a file instead of, or on top of, what the evidence says. A recipe is a list of these.
import * as v from 'valibot';
import { tableKinds, tableNames, type TableKind } from '$lib/domain/columns';
import { parseMonth } from '$lib/domain/period';

const tableName = v.picklist(tableKinds.map((kind) => tableNames[kind]));

export const answersSchema = v.strictObject({
	/** Canonical table, by its Swedish name. */
	tabell: v.optional(tableName),
	/** Sheet of a workbook. */
	blad: v.optional(v.string()),
	/** Line of the header, from 1. */
	rubrikrad: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** Canonical header → header in the file; null: the file has no such column. */
	kolumner: v.optional(v.record(v.string(), v.nullable(v.string()))),
	teckenkodning: v.optional(v.picklist(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'])),
	avgransare: v.optional(v.picklist([';', '\t', ',', '|'])),
	decimaltecken: v.optional(v.picklist([',', '.'])),
	/** Which sign a cost has in the file. */
	tecken: v.optional(v.picklist(['plus', 'minus'])),
	/** The month of a whole file without a date column. */
	period: v.optional(
		v.pipe(
			v.string(),
			v.check((text) => parseMonth(text) !== null, 'Skriv perioden som ÅÅÅÅ-MM.')
		)
	),
	datumordning: v.optional(v.picklist(['dag_manad', 'manad_dag'])),
	/** The nämnd of a whole file without such a column. */
	namnd: v.optional(v.string()),
	/** The budget year and version of a whole file. */
	ar: v.optional(v.pipe(v.number(), v.integer())),
	version: v.optional(v.string())
});
export type Answers = v.InferOutput<typeof answersSchema>;

export const recipeSchema = v.strictObject({
	/** Version of this format. */
	format: v.literal(1),
	recept: v.array(
		v.strictObject({
			/** File name, `*` stands for any run of characters. */
			fil: v.string(),
			svar: answersSchema
		})
	)
});
export type Recipe = v.InferOutput<typeof recipeSchema>;

/** The answers of a recipe for a file: the last entry that fits wins, field by field. */
export function answersFor(recipe: Recipe | null, fileName: string): Answers {
	const answers: Answers = {};
	for (const { fil, svar } of recipe?.recept ?? []) {
		const pattern = fil.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
		if (new RegExp(`^${pattern}$`, 'iu').test(fileName)) Object.assign(answers, svar);
	}
	return answers;
}

/** The table that a Swedish table name stands for. */
export function kindOfTable(name: string): TableKind | undefined {
	return tableKinds.find((kind) => tableNames[kind] === name);
}
