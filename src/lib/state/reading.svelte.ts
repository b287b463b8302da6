// What takes several questions to the engine, as one answer: on its way, there, or failed.
import { untrack } from 'svelte';
import type { Engine } from '$lib/engine/engine';
import type { Answer, AnswerState } from './answer.svelte';
import { awaited } from './answers-under-way';
import type { EditionState } from './edition.svelte';

interface Asked<Value> {
	/** Two that are equal ask the same. */
	key: string;
	read: (engine: Engine, signal: AbortSignal) => Promise<Value>;
}

/**
 * Keeps a reading while its component lives, as createAnswer keeps the rows of one question: another key stops the one before,
 * whose value stays, marked stale. Its only row is the value.
 * @param asking read as runes are; null asks nothing
 */
export function createReading<Value>(
	asking: () => Asked<Value> | null,
	edition: EditionState
): Answer<Value> {
	let state = $state.raw<AnswerState<Value>>({ name: 'waiting' });
	let attempt = $state(0);
	let answered = $state('');
	const key = $derived.by(() => {
		const now = asking();
		return now && `${now.key} ${attempt}`;
	});
	const current = $derived.by((): AnswerState<Value> => {
		if (edition.phase.name === 'failed') return { name: 'error', error: new Error(edition.phase.message) };
		return state.name === 'rows' ? { ...state, stale: key !== answered } : state;
	});

	$effect(() => {
		const [engine, wanted] = [edition.engine, key];
		if (!engine || wanted === null) return;
		const now = untrack(asking);
		if (!now) return;
		const controller = new AbortController();
		const { signal } = controller;
		if (untrack(() => state.name) === 'error') state = { name: 'waiting' };
		const read = now.read(engine, signal).then(
			(value) => {
				if (signal.aborted) return;
				answered = wanted;
				state = { name: 'rows', rows: [value], input: now.key, stale: false };
			},
			(error: unknown) => {
				if (signal.aborted) return;
				console.error(`${now.key}:`, error);
				state = { name: 'error', error: error instanceof Error ? error : new Error(String(error)) };
			}
		);
		awaited(read);
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
