// A question put to the edition, as it changes: its rows, that they are on their way, or that they failed.
import { untrack } from 'svelte';
import { EditionFetchError } from '$lib/engine/browser/edition-store';
import { ask, type Query } from '$lib/queries/query';
import type { EditionState } from './edition.svelte';

export type AnswerState<Row> =
	| { name: 'waiting' }
	/** `stale` rows answer the question before, and stay until the new ones come. */
	| { name: 'rows'; rows: Row[]; stale: boolean }
	| { name: 'error'; error: Error };

export interface Answer<Row> {
	readonly current: AnswerState<Row>;
	/** Asks again. */
	retry(): void;
}

/** What is held: rows with the question that they answer. */
type Held<Row> =
	| Exclude<AnswerState<Row>, { name: 'rows' }>
	| (Extract<AnswerState<Row>, { name: 'rows' }> & { asked: string });

const waiting = { name: 'waiting' } as const;

/**
 * Keeps a question answered while its component lives. A new input stops the run of the one before.
 * @param question read as runes are; asked again when its SQL or values change, and when another edition is attached. While
 * it is null nothing is asked, and rows that are held are stale
 */
export function createAnswer<Input, Row>(
	question: () => { query: Query<Input, Row>; input: Input } | null,
	edition: EditionState
): Answer<Row> {
	let state = $state.raw<Held<Row>>(waiting);
	let attempt = $state(0);
	// A string, so that a new input object that asks the same thing starts nothing.
	const asked = $derived.by(() => {
		const now = question();
		if (!now) return null;
		const { query, input } = now;
		return JSON.stringify([query.name, query.statement(input), attempt]);
	});
	const current = $derived.by((): AnswerState<Row> => {
		if (edition.phase.name === 'failed') return { name: 'error', error: new Error(edition.phase.message) };
		// Stale from the moment the question changes, before anything has been sent: no words of the new question may
		// stand beside figures of the old one.
		return state.name === 'rows' ? { ...state, stale: state.stale || state.asked !== asked } : state;
	});

	$effect(() => {
		const engine = edition.engine;
		const answering = asked;
		if (!answering || !engine) return;
		const now = untrack(question);
		if (!now) return;
		const { query, input } = now;
		const controller = new AbortController();
		const { signal } = controller;
		const before = untrack(() => state);
		state = before.name === 'rows' ? { ...before, stale: true } : waiting;
		ask(engine, query, input, signal).then(
			(rows) => {
				if (!signal.aborted) state = { name: 'rows', rows, stale: false, asked: answering };
			},
			(error: unknown) => {
				if (signal.aborted) return;
				console.error(`${query.name}:`, error);
				state = { name: 'error', error: error instanceof Error ? error : new Error(String(error)) };
				// A lost engine fetches its edition anew, and may find that it is refused.
				if (error instanceof EditionFetchError) void edition.fail(error);
			}
		);
		return () => controller.abort();
	});

	return {
		get current() {
			return current;
		},
		retry() {
			attempt++;
		}
	};
}
