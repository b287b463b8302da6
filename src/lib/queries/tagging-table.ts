// The workbench's own tables of judged rows: what their columns mean, for all questions about tagging.
import * as v from 'valibot';
import { monthEnd, monthPlus, monthStart, type Month } from '$lib/domain/period';
import { bound, joined, sqlText as sql } from '$lib/engine/sql-text';
import type { Statement } from './query';

/** A table of judged rows in the engine's memory. */
export interface TaggingTable {
	/** Made by the program, never by a person. */
	table: string;
}

/** A table whose rule positions are read: those of one version of the rules. */
export interface RuledTable extends TaggingTable {
	/** How many `match_…` columns the table has. */
	matchColumns: number;
	/** The version that positions refer to; rows of locked months may have another. */
	version: number;
}

/** Öre are summed in kronor only; rows of other currencies are counted as rows. */
export const oreSums = `coalesce(sum(amount) FILTER (currency = 'SEK'), 0)::BIGINT AS ore,
	coalesce(sum(abs(amount)) FILTER (currency = 'SEK'), 0)::BIGINT AS absolute_ore`;

/** Ledger rows where the parts of a divided row may lie in the same group, or not: each row counts once. */
export const rowCount = 'count(*) FILTER (part IS NULL) + count(DISTINCT row_id) FILTER (part IS NOT NULL)';

/** SQL for rows whose tags a person or the file has decided, and no rule. */
export function isOwnTag(alias?: string): string {
	return `coalesce(${alias === undefined ? '' : `${alias}.`}tag_source::VARCHAR IN ('hand', 'fil'), false)`;
}

/** SQL for 'ja', 'nej', 'kandidat' (possible IT, not judged), or NULL. */
export function judged(alias: string): string {
	return `CASE WHEN ${alias}.it_cost IS NULL AND ${alias}.candidate THEN 'kandidat' ELSE ${alias}.it_cost::VARCHAR END`;
}

export const words = v.nullable(v.string());
export const judgement = v.nullable(v.picklist(['ja', 'nej', 'kandidat']));
export const tagSource = v.nullable(v.picklist(['hand', 'fil', 'regel']));

/** Conditions that must all hold; `true` when there are none. */
export function allOf(conditions: readonly Statement[]): Statement {
	return conditions.length ? bracketed(conditions, ' AND ') : sql`true`;
}

/** Conditions of which one must hold; `false` when there are none. */
export function anyOf(conditions: readonly Statement[]): Statement {
	return conditions.length ? bracketed(conditions, ' OR ') : sql`false`;
}

function bracketed(conditions: readonly Statement[], separator: string): Statement {
	return joined(
		conditions.map((condition) => sql`(${condition})`),
		separator
	);
}

/** Whether a cell is a word, or empty when the word is null. */
export function cellIs(column: 'supplier_key' | 'account' | 'unit', word: string | null): Statement {
	return word === null ? sql`${column} IS NULL` : sql`${column}::VARCHAR = ${bound(word)}`;
}

export function inYear(year: number): Statement {
	return sql`day BETWEEN ${bound(`${year}-01-01`)}::DATE AND ${bound(`${year}-12-31`)}::DATE`;
}

/** Whether `day` lies in one of the months; months in a row are asked as one span. */
export function inMonths(months: readonly Month[], day = 'day'): Statement {
	const spans: { from: Month; to: Month }[] = [];
	for (const month of [...new Set(months)].sort()) {
		const last = spans.at(-1);
		if (last && monthPlus(last.to, 1) === month) last.to = month;
		else spans.push({ from: month, to: month });
	}
	return {
		sql: spans.map(() => `${day} BETWEEN ?::DATE AND ?::DATE`).join(' OR ') || 'false',
		parameters: spans.flatMap(({ from, to }) => [monthStart(from), monthEnd(to)])
	};
}

/** `match_0, match_1, …` of a table. */
export function matchNames({ matchColumns }: Pick<RuledTable, 'matchColumns'>): string[] {
	return Array.from({ length: matchColumns }, (_, column) => `match_${column}`);
}
