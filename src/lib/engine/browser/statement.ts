// One statement with bound values, run so that it can be stopped.
import { abortError } from '../cancel';
import type { EngineRow, Parameter } from '../engine';
import { plainRows } from './arrow-rows';
import type { Started } from './start';

const isQuestion = /^(\s|--[^\n]*\n)*(WITH|SELECT|FROM|VALUES)\b/i;
/** Long work, which can be sent and polled, and so stopped. */
const isLongWork = /^\s*CREATE TABLE\b/i;

/**
 * Runs one statement. The library runs a prepared statement to its end inside the worker, deaf to cancelling, so a
 * question takes another way: its values are bound to a variable, which it reads in place of each `?`, and it is sent as
 * a query that is polled; so is a table that is made. Other statements, such as SET, are not cancellable.
 */
export async function runStatement(
	started: Started,
	sql: string,
	parameters: readonly Parameter[],
	signal?: AbortSignal
): Promise<EngineRow[]> {
	if (!isQuestion.test(sql)) {
		started.readable.clear();
		if (!isLongWork.test(sql)) return prepared(started, sql, parameters);
		if (parameters.length > 0) await bindValues(started, parameters);
		return sent(started, readingBoundValues(sql), signal);
	}
	const question = await readableQuestion(started, sql.replace(/;\s*$/, ''), parameters);
	if (signal?.aborted) throw abortError();
	if (parameters.length > 0) await bindValues(started, parameters);
	return sent(started, readingBoundValues(question), signal);
}

/** Sets the variable `bound` to the values, by a statement that is prepared once for each number of them. */
async function bindValues(
	{ connection, binders, watched }: Started,
	parameters: readonly Parameter[]
): Promise<void> {
	let binder = binders.get(parameters.length);
	if (!binder) {
		const places = parameters.map(() => '?').join(', ');
		binder = await watched(connection.prepare(`SET VARIABLE bound = row(${places})`));
		binders.set(parameters.length, binder);
	}
	await watched(binder.query(...parameters));
}

/** String literals, quoted names and comments, where a `?` is only a sign; or a `?` that stands for a value. */
const placeOrText = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g;

/** The question with each `?` read from the variable, which the planner folds to a constant. */
export function readingBoundValues(sql: string): string {
	let place = 0;
	return sql.replace(placeOrText, (found) => (found === '?' ? `getvariable('bound')[${++place}]` : found));
}

/**
 * A polled query's rows come without the dictionaries of their ENUM columns, as nulls, so those columns are cast to
 * text last of all. Which they are is learnt by asking for no rows, once for each question.
 */
async function readableQuestion(
	{ connection, readable, watched }: Started,
	sql: string,
	parameters: readonly Parameter[]
): Promise<string> {
	const known = readable.get(sql);
	if (known) return known;
	const statement = await watched(connection.prepare(`SELECT * FROM (${sql}\n) LIMIT 0`));
	try {
		const { schema } = await watched(statement.query(...parameters));
		const casts = schema.fields
			.filter(({ type }) => String(type).startsWith('Dictionary'))
			.map(({ name }) => `"${name.replaceAll('"', '""')}"`)
			.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`);
		const question = casts.length === 0 ? sql : `SELECT * REPLACE (${casts.join(', ')}) FROM (${sql}\n)`;
		readable.set(sql, question);
		return question;
	} finally {
		await watched(statement.close());
	}
}

async function prepared(
	{ connection, watched }: Started,
	sql: string,
	parameters: readonly Parameter[]
): Promise<EngineRow[]> {
	const statement = await watched(connection.prepare(sql));
	try {
		const table = await watched(statement.query(...parameters));
		return await plainRows(table.batches);
	} finally {
		await watched(statement.close());
	}
}

async function sent(
	{ connection, watched }: Started,
	sql: string,
	signal?: AbortSignal
): Promise<EngineRow[]> {
	if (signal?.aborted) throw abortError();
	const cancel = () => void connection.cancelSent().catch(() => undefined);
	signal?.addEventListener('abort', cancel);
	try {
		return await watched(connection.send(sql).then(plainRows));
	} finally {
		signal?.removeEventListener('abort', cancel);
	}
}
