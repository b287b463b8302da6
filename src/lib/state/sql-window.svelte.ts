// The SQL window: the text, which is kept for the tab and the account only, and the answer to the statement that was run.
import { readOnlyStatement, type StatementFault } from '$lib/domain/read-only-statement';
import type { Engine, EngineRow } from '$lib/engine/engine';
import { exportColumn } from './table-file';
import {
	answerKey,
	answerKind,
	ownQuestionColumns,
	ownQuestionCount,
	ownQuestionRows,
	type AnswerColumn
} from '$lib/queries/own-question';
import { ask } from '$lib/queries/query';
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { isOreColumn } from '$lib/text/sql-window';

/** Rows that are shown at most, and fewer of an answer with many columns: a table that large must not stop the tab. */
export const mostRows = 1000;
const mostCells = 20_000;
/** Cells that a file is made of at most. */
const mostFileCells = 3_000_000;

export interface SqlAnswer {
	/** As it was sent. */
	sql: string;
	/** What was asked. */
	edition: number;
	columns: AnswerColumn[];
	rows: EngineRow[];
	/** All rows of the answer, shown or not. */
	total: number | 'counting' | 'unknown';
	milliseconds: number;
}

export type SqlPhase =
	| { name: 'idle' }
	| { name: 'running' }
	| { name: 'rows'; answer: SqlAnswer }
	| { name: 'plan'; text: string; milliseconds: number }
	| { name: 'cancelled' }
	| { name: 'refused'; fault: StatementFault }
	/** The engine's own words. */
	| { name: 'failed'; message: string };

const keyOf = (account: string) => `genomlys.sql.${account}`;

export class SqlWindow {
	phase = $state.raw<SqlPhase>({ name: 'idle' });
	#text = $state('');
	#account: string;
	#running: AbortController | null = null;

	/** @param account whose text is kept */
	constructor(account: string, first: string) {
		this.#account = account;
		this.#text = kept(account) ?? first;
	}

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		this.#text = text;
		try {
			// Never in the address: a question may hold names, and addresses are logged and passed on.
			sessionStorage.setItem(keyOf(this.#account), text);
		} catch {
			// Without storage the text lives as long as the page.
		}
	}

	/** Runs the text on an edition, and stops what runs before it. */
	async run(engine: Engine, edition: number): Promise<void> {
		this.cancel();
		const { statement, fault } = readOnlyStatement(this.#text);
		if (fault) {
			this.phase = { name: 'refused', fault };
			return;
		}
		const controller = (this.#running = new AbortController());
		const { signal } = controller;
		this.phase = { name: 'running' };
		const begun = performance.now();
		const { kind, sql } = statement;
		try {
			if (kind === 'plan') {
				const lines = await engine.run(sql, [], signal);
				const text = lines.map((line) => String(line.explain_value ?? '')).join('\n');
				if (!signal.aborted) this.phase = { name: 'plan', text, milliseconds: performance.now() - begun };
				return;
			}
			const columns = await ask(engine, ownQuestionColumns, sql, signal);
			const limit = Math.max(1, Math.min(mostRows, Math.floor(mostCells / columns.length)));
			const found = await ask(engine, ownQuestionRows, { sql, columns, limit: limit + 1 }, signal);
			if (signal.aborted) return;
			const more = found.length > limit;
			const rows = found.slice(0, limit);
			const answer = { sql, edition, columns, rows, milliseconds: performance.now() - begun };
			this.phase = { name: 'rows', answer: { ...answer, total: more ? 'counting' : rows.length } };
			if (!more) return;
			const [counted] = await ask(engine, ownQuestionCount, sql, signal);
			if (!signal.aborted && counted)
				this.phase = { name: 'rows', answer: { ...answer, total: counted.row_count } };
		} catch (error) {
			if (signal.aborted) return;
			const message = error instanceof Error ? error.message : String(error);
			const now = this.phase;
			// The count may fail where the first rows did not: they stay.
			this.phase =
				now.name === 'rows'
					? { name: 'rows', answer: { ...now.answer, total: 'unknown' } }
					: { name: 'failed', message };
		} finally {
			if (this.#running === controller) this.#running = null;
		}
	}

	/** Stops what runs; an answer that is shown stays. */
	cancel(): void {
		this.#running?.abort();
		this.#running = null;
		const now = this.phase;
		if (now.name === 'running') this.phase = { name: 'cancelled' };
		else if (now.name === 'rows' && now.answer.total === 'counting')
			this.phase = { name: 'rows', answer: { ...now.answer, total: 'unknown' } };
	}
}

function kept(account: string): string | null {
	try {
		return sessionStorage.getItem(keyOf(account));
	} catch {
		return null;
	}
}

/** How many rows a file of these columns can have. */
export function mostFileRows(columns: readonly AnswerColumn[]): number {
	return Math.floor(mostFileCells / Math.max(1, columns.length));
}

/** The whole answer as the columns and rows of a file. Amounts stay in öre, and their headers say so. */
export async function wholeAnswer(
	engine: Engine,
	{ sql, columns }: SqlAnswer
): Promise<{ columns: ExportColumn[]; rows: ExportValue[][] }> {
	const rows = await ask(engine, ownQuestionRows, { sql, columns, limit: mostFileRows(columns) });
	const kinds = columns.map(answerKind);
	return {
		columns: columns.map((column, index) => {
			const ore = isOreColumn(column.name) && !/_ore$/i.test(column.name);
			return exportColumn(
				ore ? `${column.name}_ore` : column.name,
				kinds[index] === 'number' ? 'number' : 'text'
			);
		}),
		rows: rows.map((row) =>
			columns.map((_, index) => {
				const value = row[answerKey(index)] ?? null;
				return kinds[index] === 'number' && value !== null ? String(value).replace('.', ',') : value;
			})
		)
	};
}
