// What the server keeps append-only of one thing: its rows, fetched once a page, and those that are stored since.
import type * as v from 'valibot';
import { askServer } from './ask-server';

export interface KeptRows<Row extends { id: number }, Answer> {
	/** Until they have come, nobody knows what stands. */
	readonly loaded: boolean;
	/** Why they could not be fetched; empty otherwise. */
	readonly failure: string;
	/** What the server answered at first; null until it has. */
	readonly answer: Answer | null;
	/** In the order they were saved. */
	readonly rows: readonly Row[];
	/** Adds what the server said stands now, unless it is known; null when nothing does. */
	take(row: Row | null): void;
	/** Fetches anew, after a failure. */
	retry(): void;
}

/**
 * Fetches what is stored, while a page starts.
 * @param path that answers with it
 * @param rowsOf the rows of an answer
 */
export function createKeptRows<Schema extends v.GenericSchema, Row extends { id: number }>(
	path: string,
	schema: Schema,
	rowsOf: (answer: v.InferOutput<Schema>) => readonly Row[]
): KeptRows<Row, v.InferOutput<Schema>> {
	let rows = $state.raw<readonly Row[]>([]);
	let answer = $state.raw<v.InferOutput<Schema> | null>(null);
	let failure = $state('');

	async function load(): Promise<void> {
		failure = '';
		const told = await askServer(path, schema);
		if (told.outcome === 'failed') failure = told.message;
		else [rows, answer] = [rowsOf(told.value), told.value];
	}

	void load();
	return {
		get loaded() {
			return answer !== null;
		},
		get failure() {
			return failure;
		},
		get answer() {
			return answer;
		},
		get rows() {
			return rows;
		},
		take(row) {
			if (row && !rows.some(({ id }) => id === row.id)) rows = [...rows, row];
		},
		retry: () => void load()
	};
}
