// A question put to the edition, as it changes: its rows, that they are on their way, or that they failed.
import { untrack } from 'svelte';
import { EditionFetchError } from '$lib/engine/browser/edition-store';
import { ask, type Query } from '$lib/queries/query';
import { awaited } from './answers-under-way';
import type { EditionState } from './edition.svelte';

export type AnswerState<Row, Input = unknown> =
	| { name: 'waiting' }
	/** `stale` rows answer the question before, and stay until the new ones come; `input` is always that of the rows. */
	| { name: 'rows'; rows: Row[]; input: Input; stale: boolean }
	| { name: 'error'; error: Error };

export interface Answer<Row, Input = unknown> {
	readonly current: AnswerState<Row, Input>;
	/** Asks again. */
	retry(): void;
}

/** What is held: rows with the question that they answer. */
type Held<Row, Input> =
	| Exclude<AnswerState<Row>, { name: 'rows' }>
	| (Extract<AnswerState<Row, Input>, { name: 'rows' }> & { asked: string });

const waiting = { name: 'waiting' } as const;

/**
 * Keeps a question answered while its component lives. A new input stops the run of the one before.
 * @param question read as runes are; asked again when its SQL or values change, and when another edition is attached. While
 * it is null nothing is asked, and rows that are held are stale
 */
export function createAnswer<Input, Row>(
	question: () => { query: Query<Input, Row>; input: Input } | null,
	edition: EditionState
): Answer<Row, Input> {
	let state = $state.raw<Held<Row, Input>>(waiting);
	let attempt = $state(0);
	// A string, so that a new input object that asks the same thing starts nothing.
	const asked = $derived.by(() => {
		const now = question();
		if (!now) return null;
		const { query, input } = now;
		return JSON.stringify([query.name, query.statement(input), attempt]);
	});
	const current = $derived.by((): AnswerState<Row, Input> => {
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
		const answered = ask(engine, query, input, signal).then(
			(rows) => {
				if (!signal.aborted) state = { name: 'rows', rows, input, stale: false, asked: answering };
			},
			(error: unknown) => {
				if (signal.aborted) return;
				console.error(`${query.name}:`, error);
				state = { name: 'error', error: error instanceof Error ? error : new Error(String(error)) };
				// A lost engine fetches its edition anew, and may find that it is refused.
				if (error instanceof EditionFetchError) void edition.fail(error);
			}
		);
		awaited(answered);
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
