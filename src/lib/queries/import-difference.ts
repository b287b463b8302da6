// How the rows of a corrected file differ from those of the file that it replaces, both staged beside the edition.
import * as v from 'valibot';
import type { RowKey } from '$lib/domain/columns/row-key';
import { defineQuery, type Statement } from './query';

/** Two staged tables of one kind, and the one that pairs their rows. All names come from the program. */
export interface DifferenceTables {
	fresh: string;
	former: string;
	/** Made by `pairRows`: which row of the one is which of the other. */
	pairs: string;
	/** Every column that a row says something in; where it stood in the file is not among them. */
	columns: readonly string[];
	key: RowKey;
	/** Gives a row's öre in sums, in SQL; null for tables without amounts. */
	amount: string | null;
}

export const rowSorts = ['changed', 'new', 'gone', 'same'] as const;
export type RowSort = (typeof rowSorts)[number];

const quoted = (name: string): string => `"${name}"`;

/** The columns' values as one text; null and empty text are told apart. */
function textOf(columns: readonly string[]): string {
	return columns.map((name) => `coalesce('=' || ${quoted(name)}::VARCHAR, '-')`).join(` || chr(31) || `);
}

function keyText({ ids, beside, otherwise }: RowKey): string {
	const own = textOf([...ids, ...beside]);
	const filled = `coalesce(${ids.map((name) => `${quoted(name)}::VARCHAR`).join(', ')}) IS NOT NULL`;
	return `CASE WHEN ${filled} THEN ${own} ${otherwise.length ? `ELSE ${textOf(otherwise)}` : ''} END`;
}

/**
 * The statement that pairs the rows, each row once. Rows that are alike in every column are the same, wherever they
 * stand, and each copy counts. Of the others, rows with the same key are one row that has changed: several with one key
 * are paired in the order of the files. What is left is new or gone. Rows are compared by a 64-bit hash: with a million
 * rows on either side the chance that two different ones pass for alike is below one in ten million.
 */
export function pairRows({ fresh, former, pairs, columns, key, amount }: DifferenceTables): string {
	const numbered = (
		table: string
	): string => `SELECT *, row_number() OVER (PARTITION BY identity ORDER BY id) AS nth
		FROM (SELECT rowid AS id, hash(${columns.map(quoted).join(', ')}) AS identity FROM ${table})`;
	const left = (table: string, id: string, other: string): string => `
		SELECT *, row_number() OVER (PARTITION BY key ORDER BY id) AS nth FROM (
			SELECT rowid AS id, ${keyText(key)} AS key FROM ${table}
			WHERE rowid IN (SELECT ${id} FROM matched WHERE ${other} IS NULL))`;
	const ore = (table: string): string =>
		`(SELECT rowid AS id, (${amount ?? 'NULL'})::BIGINT AS ore FROM ${table})`;
	return `CREATE TABLE ${pairs} AS
		WITH matched AS MATERIALIZED (
			SELECT n.id AS fresh_id, o.id AS former_id
			FROM (${numbered(fresh)}) n FULL JOIN (${numbered(former)}) o ON n.identity = o.identity AND n.nth = o.nth
		),
		paired AS (
			SELECT 'same' AS sort, fresh_id, former_id FROM matched
			WHERE fresh_id IS NOT NULL AND former_id IS NOT NULL
			UNION ALL
			SELECT CASE WHEN o.id IS NULL THEN 'new' WHEN n.id IS NULL THEN 'gone' ELSE 'changed' END, n.id, o.id
			FROM (${left(fresh, 'fresh_id', 'former_id')}) n
			FULL JOIN (${left(former, 'former_id', 'fresh_id')}) o ON n.key = o.key AND n.nth = o.nth
		)
		SELECT paired.*, n.ore AS fresh_amount, o.ore AS former_amount
		FROM paired LEFT JOIN ${ore(fresh)} n ON n.id = paired.fresh_id
			LEFT JOIN ${ore(former)} o ON o.id = paired.former_id`;
}

/** Rows and öre of each sort, before and after. */
export const importDifference = defineQuery({
	name: 'import-difference',
	question: 'Vilka rader är nya, ändrade, borta och oförändrade jämfört med filen som ersätts?',
	statement: ({ pairs }: Pick<DifferenceTables, 'pairs'>): Statement => ({
		sql: `SELECT sort, count(*) AS row_count, coalesce(sum(former_amount), 0)::BIGINT AS before,
			coalesce(sum(fresh_amount), 0)::BIGINT AS after
		FROM ${pairs} GROUP BY sort ORDER BY sort`,
		parameters: []
	}),
	row: v.object({ sort: v.picklist(rowSorts), row_count: v.number(), before: v.number(), after: v.number() })
});

/** How many rows of a sort are listed. */
export const listedRows = 200;

export type ListedRow = Record<string, string | number | boolean | null>;

/**
 * The rows of one sort with most kronor in difference first: `fresh_…` and `former_…` of every column and of `source_row`,
 * and `former_place`, the row's place among the staged ones from 0.
 */
export const importRows = defineQuery({
	name: 'import-rows',
	question: 'Vilka är raderna, och vilka värden har ändrats?',
	statement: ({ fresh, former, pairs, columns, sort }: DifferenceTables & { sort: RowSort }): Statement => {
		const all = [...columns, 'source_row'];
		const values = (alias: string, prefix: string): string =>
			all.map((name) => `${alias}.${quoted(name)} AS ${quoted(`${prefix}_${name}`)}`).join(', ');
		return {
			sql: `SELECT ${values('n', 'fresh')}, ${values('o', 'former')}, p.former_id AS former_place
			FROM ${pairs} p LEFT JOIN ${fresh} n ON n.rowid = p.fresh_id LEFT JOIN ${former} o ON o.rowid = p.former_id
			WHERE p.sort = ?
			ORDER BY abs(coalesce(p.fresh_amount, 0) - coalesce(p.former_amount, 0)) DESC,
				coalesce(n.source_row, o.source_row) LIMIT ${listedRows}`,
			parameters: [sort]
		};
	},
	row: v.record(v.string(), v.union([v.string(), v.number(), v.boolean(), v.null()]))
});
