import type { Answer } from '$lib/state/answer.svelte';

/** An answer that waits until its rows are of the question that is asked now: what is chosen stands in the title above them. */
export function settled<Row>(answer: Answer<Row>): Answer<Row> {
	return {
		get current() {
			const { current } = answer;
			return current.name === 'rows' && current.stale ? { name: 'waiting' as const } : current;
		},
		retry: () => answer.retry()
	};
}
