// SQL put together from parts that carry their own values, so that the order of the values is that of the text.
import type { Parameter } from './engine';

export interface SqlText {
	sql: string;
	/** The values of its `?`, in order. */
	parameters: Parameter[];
}

/** Template tag: a text is the program's own SQL, a SqlText brings its values. */
export function sqlText(strings: TemplateStringsArray, ...parts: (SqlText | string)[]): SqlText {
	const parameters: Parameter[] = [];
	const sql = strings.reduce((text, string, index) => {
		const part = parts[index - 1];
		if (part === undefined) return text + string;
		if (typeof part === 'string') return text + part + string;
		parameters.push(...part.parameters);
		return text + part.sql + string;
	});
	return { sql, parameters };
}

/** A value that is bound. */
export function bound(value: Parameter): SqlText {
	return { sql: '?', parameters: [value] };
}

export function joined(parts: readonly SqlText[], separator: string): SqlText {
	return {
		sql: parts.map(({ sql }) => sql).join(separator),
		parameters: parts.flatMap(({ parameters }) => parameters)
	};
}

/** What divides the lines and the cells of a table in one bound value; no tag holds them (rule.ts). */
const [lineEnd, cellEnd] = ['\u001e', '\u001f'];

/**
 * A small table in one bound value: a question stays as short with a thousand hand tags as with one. Empty cells are NULL.
 * @param columns name and SQL type of each
 */
export function boundTable(
	columns: readonly (readonly [name: string, type: string])[],
	rows: readonly (readonly (string | number | null | undefined)[])[]
): SqlText {
	const text = rows.map((row) => row.map((cell) => cell ?? '').join(cellEnd)).join(lineEnd);
	const cells = columns.map(([name, type], index) => `nullif(cell[${index + 1}], '')::${type} AS ${name}`);
	return sqlText`(SELECT ${cells.join(', ')} FROM (SELECT string_split(line, chr(31)) AS cell
		FROM (SELECT unnest(string_split(${bound(text)}::VARCHAR, chr(30))) AS line)))`;
}
