// Whether a text is one SQL statement that only reads the edition. Asked before anything is sent to the engine, which has
// no switch for it: it must write tables of its own and read files that the import hands it. A statement that passes is
// put inside a SELECT, so that what this file does not foresee is refused by the engine's own grammar.
import { sqlTokens, type SqlFault, type SqlToken } from './sql-tokens';

export type StatementFault =
	| SqlFault
	| { name: 'empty' }
	/** A second statement begins here. */
	| { name: 'several'; line: number }
	/** A verb that does not read: `DROP`. */
	| { name: 'changes'; word: string; line: number }
	/** A function that reads files, the network or the program's own values: `read_csv`. */
	| { name: 'function'; word: string; line: number }
	/** A file where a table should stand: `'x.csv'`. */
	| { name: 'file'; word: string; line: number };

/** `question` gives rows and can stand inside a SELECT, `plan` is EXPLAIN. The SQL has neither comments nor an end mark. */
export interface ReadOnlyStatement {
	kind: 'question' | 'plan';
	sql: string;
}

const reading = ['select', 'with', 'from', 'values'];
const describing = ['describe', 'desc', 'summarize'];
/** After these a table is named, wherever they stand. */
const namesTable = new Set([...describing, 'pivot', 'unpivot', 'pivot_wider', 'pivot_longer']);
/** What would change something; looked for where a statement can begin, also after `WITH x AS (…)`. */
const changing = new Set([
	'insert',
	'update',
	'delete',
	'merge',
	'create',
	'drop',
	'alter',
	'truncate',
	'copy',
	'export',
	'attach',
	'detach',
	'install',
	'load',
	'pragma',
	'call',
	'vacuum',
	'checkpoint',
	'execute',
	'prepare'
]);
/** These tables are made from their arguments or from the catalogue, never from a file. */
const harmlessTables = new Set([
	'unnest',
	'range',
	'generate_series',
	'repeat',
	'duckdb_columns',
	'duckdb_functions',
	'duckdb_tables',
	'duckdb_types'
]);
/** Functions that reach outside the edition, wherever they stand. */
const outside =
	/^(read_.*|write_.*|parquet_.*|sniff_.*|glob|query|query_table|getvariable|getenv|nextval|currval|which_secret|.*_scan|scan_.*|.*_attach|http_.*|st_read.*|(sqlite|postgres|mysql|iceberg|delta)_.*)$/;
const fileEnding =
	/\.(csv|tsv|txt|json|jsonl|ndjson|parquet|xlsx|db|duckdb|sqlite|arrow|ipc|feather|gz|zst)$/i;
/** Functions whose arguments have a FROM of their own: `extract(year FROM day)`. */
const fromInside = new Set(['extract', 'substring', 'trim', 'overlay']);
/** What ends a list of tables. */
const afterTables = new Set([
	'select',
	'values',
	'where',
	'group',
	'having',
	'order',
	'limit',
	'offset',
	'qualify',
	'window',
	'union',
	'intersect',
	'except',
	'set'
]);

/** Reads a text as one statement. */
export function readOnlyStatement(
	text: string
): { statement: ReadOnlyStatement; fault?: never } | { fault: StatementFault; statement?: never } {
	const { tokens, sql, fault } = sqlTokens(text);
	if (fault) return { fault };
	const end = tokens.findIndex(({ text: sign }) => sign === ';');
	const own = end < 0 ? tokens : tokens.slice(0, end);
	const [first] = own;
	const second = end < 0 ? undefined : tokens.slice(end).find(({ text: sign }) => sign !== ';');
	if (!first) return { fault: second ? { name: 'several', line: second.line } : { name: 'empty' } };
	if (second) return { fault: { name: 'several', line: second.line } };
	const found = faultOfStart(own) ?? faultWithin(own);
	if (found) return { fault: found };
	const kind = isWord(first, 'explain') ? 'plan' : 'question';
	return { statement: { kind, sql: sql.slice(0, tokens[end]?.start).trimEnd() } };
}

/** The word of a name or keyword in lower case; null for what is neither. */
function wordOf(token: SqlToken | undefined): string | null {
	return token?.type === 'word' ? token.text.toLowerCase() : null;
}

function isWord(token: SqlToken | undefined, ...words: readonly string[]): boolean {
	const word = wordOf(token);
	return word !== null && words.includes(word);
}

function faultOfStart(tokens: readonly SqlToken[]): StatementFault | null {
	const [first, second] = tokens;
	if (!first || first.text === '(' || isWord(first, ...reading, ...describing)) return null;
	if (isWord(first, 'explain') && isWord(second, ...reading)) return null;
	const both = isWord(first, 'explain') && second ? `${first.text} ${second.text}` : first.text;
	return { name: 'changes', word: both.toUpperCase(), line: first.line };
}

/** One level of brackets. */
interface Level {
	/** Tables are being named, and a comma is followed by another. */
	tables: boolean;
	/** The brackets of a function that has a FROM of its own. */
	own: boolean;
}

function faultWithin(tokens: readonly SqlToken[]): StatementFault | null {
	const levels: Level[] = [{ tables: false, own: false }];
	/** A table is named next. */
	let awaited = false;
	for (const [index, token] of tokens.entries()) {
		const level = levels.at(-1);
		if (!level) return null;
		const [before, next] = [tokens[index - 1], tokens[index + 1]];
		const here: boolean = awaited;
		awaited = false;
		if (token.text === '(' && token.type === 'sign') {
			levels.push({ tables: here, own: fromInside.has(wordOf(before) ?? '') });
			awaited = here;
			continue;
		}
		if (token.type === 'sign') {
			if ('[{'.includes(token.text)) levels.push({ tables: false, own: false });
			else if (')]}'.includes(token.text)) levels.pop();
			else if (token.text === ',') awaited = level.tables;
			// An alias before its table, and no cast.
			else if (token.text === ':' && before?.text !== ':' && next?.text !== ':') awaited = level.tables;
			// The next part of a name: a.b.c
			else if (token.text === '.') awaited = false;
			continue;
		}
		const fault = here ? faultOfTable(tokens, index) : null;
		if (fault) return fault;
		if (token.type === 'string' || token.type === 'number') continue;
		if (next?.text === '(' && next.type === 'sign' && outside.test(nameOf(token))) {
			return { name: 'function', word: nameOf(token), line: token.line };
		}
		const word = wordOf(token);
		if (word === null) continue;
		const begins = before?.type === 'sign' && (before.text === '(' || before.text === ')');
		if (begins && changing.has(word)) return { name: 'changes', word: word.toUpperCase(), line: token.line };
		if (word === 'from' && !level.own && !isWord(before, 'distinct')) {
			level.tables = true;
			awaited = true;
		} else if (word === 'join' || (word === 'lateral' && level.tables) || word === 'table') awaited = true;
		else if (namesTable.has(word) && (word !== 'desc' || index === 0 || begins)) awaited = true;
		else if (afterTables.has(word)) level.tables = false;
	}
	return null;
}

/** A file, or a function that may read one, where a table is named. */
function faultOfTable(tokens: readonly SqlToken[], index: number): StatementFault | null {
	const first = tokens[index];
	if (!first) return null;
	if (first.type === 'string') return { name: 'file', word: first.text, line: first.line };
	if (first.type !== 'word' && first.type !== 'name') return null;
	if (isWord(first, ...reading, 'lateral', 'table', 'describe', 'summarize', 'show')) return null;
	const parts = [nameOf(first)];
	let last = index;
	for (let place = index + 1; tokens[place]?.text === '.'; place += 2) {
		const part = tokens[place + 1];
		if (!part) break;
		parts.push(nameOf(part));
		last = place + 1;
	}
	const called = tokens[last + 1]?.text === '(' && tokens[last + 1]?.type === 'sign';
	const name = parts.at(-1) ?? '';
	if (called)
		return harmlessTables.has(name) ? null : { name: 'function', word: parts.join('.'), line: first.line };
	const isFile = fileEnding.test(parts.join('.')) || parts.some((part) => /[/\\:*?]/.test(part));
	return isFile ? { name: 'file', word: parts.join('.'), line: first.line } : null;
}

/** A name in lower case, without its quotes. */
function nameOf({ type, text }: SqlToken): string {
	return (type === 'name' ? text.slice(1, -1).replaceAll('""', '"') : text).toLowerCase();
}
