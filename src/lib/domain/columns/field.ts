// The shape of the table of fields. Import, templates, exports and the edition's columns all read it.

/** The seven canonical tables; the Swedish name is what files and screens say. */
export const tableNames = {
	cost: 'kostnader',
	budget: 'budget',
	contract: 'avtal',
	system: 'system',
	licence: 'licenser',
	unit: 'namnder',
	capability: 'formagor'
} as const;
export type TableKind = keyof typeof tableNames;
export const tableKinds = Object.keys(tableNames) as TableKind[];

/**
 * How a cell is read and stored.
 * `amount` öre (BIGINT) · `price` öre · `day` ISO day · `day_or_month` ISO day, months kept as periods · `month` `YYYY-MM` ·
 * `yes_no` ja/nej/okänt · `choice` a word of a list, others kept as written · `listed` only words of the list ·
 * `list` words separated by `|` · `organisation` organisationsnummer · `id` text whose leading zeros matter.
 */
export type FieldType =
	| 'text'
	| 'id'
	| 'day'
	| 'day_or_month'
	| 'month'
	| 'amount'
	| 'price'
	| 'integer'
	| 'decimal'
	| 'yes_no'
	| 'choice'
	| 'listed'
	| 'list'
	| 'organisation';

export interface Field {
	/** Column name in the engine. */
	name: string;
	/** Canonical Swedish header. */
	header: string;
	type: FieldType;
	/** `row`: a row without it is rejected. `file`: must be mapped, set for the file or accepted as Okänt. */
	required?: 'row' | 'file';
	/**
	 * Other headers for the same thing, in order of preference. A trailing `?` asks that the values look right
	 * too, since the same header means other things in other files.
	 */
	synonyms?: readonly string[];
	choices?: readonly string[];
	/** Free text, which may name persons, and classifications, which may be secret (OSL 18:8): only controllers see them. */
	controllersOnly?: boolean;
	/**
	 * May be as secret, but estimates for everybody are counted from it: others have the column with nothing in it, so that
	 * their estimates say that it is not known.
	 */
	valueForControllers?: boolean;
	/** Names a private person where the supplier is one: masked, and kept out of open editions when free. */
	min?: number;
	max?: number;
}

export interface TableSpec {
	kind: TableKind;
	/** What a screen calls one file of this kind. */
	label: string;
	fields: readonly Field[];
	/** A file is of this kind only when one of these sets of fields is mapped in full. */
	recognisedBy: readonly (readonly string[])[];
	/** Or when the header of a field's column has a word that only this kind has, such as `Budget 2026`. */
	recognisedByWord?: readonly { field: string; word: RegExp }[];
}

/** Whether only controllers are sent what the field says. */
export function isForControllers({ controllersOnly, valueForControllers }: Field): boolean {
	return controllersOnly === true || valueForControllers === true;
}
