// The workbench's own tables of judged rows: what their columns mean, for all questions about tagging.
import * as v from 'valibot';
import { monthEnd, monthPlus, monthStart, type Month } from '$lib/domain/period';
import type { Parameter } from '$lib/engine/engine';
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

/** Template tag: a text is the program's own SQL, a statement brings its values. */
export function sql(strings: TemplateStringsArray, ...parts: (Statement | string)[]): Statement {
	const parameters: Parameter[] = [];
	const text = strings.reduce((before, string, index) => {
		const part = parts[index - 1];
		if (part === undefined) return before + string;
		if (typeof part === 'string') return before + part + string;
		parameters.push(...part.parameters);
		return before + part.sql + string;
	});
	return { sql: text, parameters };
}

/** A value that is bound. */
export function bound(value: Parameter): Statement {
	return { sql: '?', parameters: [value] };
}

/** Conditions that must all hold; `true` when there are none. */
export function allOf(conditions: readonly Statement[]): Statement {
	return {
		sql: conditions.map((condition) => `(${condition.sql})`).join(' AND ') || 'true',
		parameters: conditions.flatMap(({ parameters }) => parameters)
	};
}

/**
 * A small table in one bound value, so that a question stays as short with a thousand lines as with one. NULL where a
 * cell is empty.
 * @param columns name and SQL type of each
 */
export function boundLines(
	columns: readonly (readonly [name: string, type: string])[],
	lines: readonly (readonly (string | number | null)[])[]
): Statement {
	const text = lines.map((cells) => cells.map((cell) => cell ?? '').join('\u001f')).join('\u001e');
	const cells = columns.map(([name, type], index) => `nullif(cell[${index + 1}], '')::${type} AS ${name}`);
	return sql`(SELECT ${cells.join(', ')} FROM (SELECT string_split(line, chr(31)) AS cell
		FROM (SELECT unnest(string_split(${bound(text)}::VARCHAR, chr(30))) AS line)))`;
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

/** Rules per `match_…` column. */
const matchesPerColumn = 48;

/** `match_0, match_1, …` of a table. */
export function matchNames({ matchColumns }: Pick<RuledTable, 'matchColumns'>): string[] {
	return Array.from({ length: matchColumns }, (_, column) => `match_${column}`);
}

/** The positions of the rules that matched, lowest first. */
export function positionsOf(matches: readonly number[]): number[] {
	return matches.flatMap((match, column) => {
		const positions: number[] = [];
		for (let bit = 0, rest = match; rest > 0; bit++, rest = Math.floor(rest / 2)) {
			if (rest % 2 === 1) positions.push(column * matchesPerColumn + bit);
		}
		return positions;
	});
}
