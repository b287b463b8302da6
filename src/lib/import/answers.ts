// What a person has decided about a file instead of, or on top of, what the evidence says. A recipe is a list of these.
import * as v from 'valibot';
import { tableKinds, tableNames, type TableKind } from '$lib/domain/columns';
import { parseMonth } from '$lib/domain/period';
import type { Encoding } from '$lib/read/encoding/encoding';

/** Encodings that a person may choose; a mixture is only ever found. */
export const encodingChoices = [
	'utf-8',
	'windows-1252',
	'utf-16le',
	'utf-16be',
	'cp437',
	'macintosh'
] as const satisfies readonly Encoding[];

/** A rate above zero with at most six decimals. */
const rate = /^(?=.*[1-9])\d{1,6}(?:,\d{1,6})?$/;

const tableName = v.picklist(tableKinds.map((kind) => tableNames[kind]));

export const answersSchema = v.strictObject({
	/** Canonical table, by its Swedish name. */
	tabell: v.optional(tableName),
	/** Which table of a file that holds several: a sheet, a file in an archive, a part of a SIE file. */
	blad: v.optional(v.string()),
	/** Line of the header, from 1; 0: the file has none, and its first line is data. */
	rubrikrad: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
	/** Canonical header → header in the file; null: the file has no such column. */
	kolumner: v.optional(v.record(v.string(), v.nullable(v.string()))),
	teckenkodning: v.optional(v.picklist(encodingChoices)),
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
	/** How dates that can be read in two ways are written: `03/04/2026`, or six digits such as `200312`. */
	datumordning: v.optional(v.picklist(['dag_manad', 'manad_dag', 'ar_manad', 'ar_manad_dag'])),
	/** The nämnd of a whole file without such a column. */
	namnd: v.optional(v.string()),
	/** The budget year and version of a whole file. */
	ar: v.optional(v.pipe(v.number(), v.integer())),
	version: v.optional(v.string()),
	/** Values for the whole file where no column says, by canonical header. */
	varden: v.optional(v.record(v.string(), v.string())),
	/** SEK for one unit of another currency, by its code, as Swedish decimals: `{"USD": "10,55"}`. */
	kurser: v.optional(v.record(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), v.pipe(v.string(), v.regex(rate)))),
	/** Currencies that a person lets stay outside the sums. */
	utan_kurs: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)))),
	/** What one of the file's amounts is in. */
	enhet: v.optional(v.picklist(['öre', 'kr', 'tkr', 'mnkr'])),
	/** First digits of the accounts that are cost in a SIE file. */
	kontoklasser: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)))),
	/** Columns that were only guessed by their values have been seen and are right. */
	gissade_kolumner: v.optional(v.literal('stammer'))
});
export type Answers = v.InferOutput<typeof answersSchema>;

/** Characters of a recipe's name and of its file pattern. */
const longestName = 300;

export const recipeSchema = v.strictObject({
	/** Version of this format. */
	format: v.literal(1),
	recept: v.array(
		v.strictObject({
			/** File name, `*` stands for any run of characters. */
			fil: v.pipe(v.string(), v.maxLength(longestName)),
			/** What a person calls the source: `Huvudbok, månad`. */
			namn: v.optional(v.pipe(v.string(), v.maxLength(longestName))),
			/** The headers of the file that the answers were given for, in its order: a later file is known by them. */
			rubriker: v.optional(v.array(v.string())),
			svar: answersSchema
		})
	)
});
export type Recipe = v.InferOutput<typeof recipeSchema>;
export type RecipeEntry = Recipe['recept'][number];

/** The table that a Swedish table name stands for. */
export function kindOfTable(name: string): TableKind | undefined {
	return tableKinds.find((kind) => tableNames[kind] === name);
}
