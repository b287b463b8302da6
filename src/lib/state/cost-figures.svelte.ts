// The figures of the cost pages as their filters change: the latest question is answered, those that it overtook are not.
import type { CostFigures, FiguresQuestion } from '$lib/crossfilter/cost-figures';
import { EditionFetchError } from '$lib/engine/browser/edition-store';
import type { Answer, AnswerState } from './answer.svelte';
import { awaited } from './answers-under-way';
import type { PageContext } from './page-context';

/**
 * Keeps a question to the cells answered while its component lives; its one row is the figures.
 * @param question read as runes are; figures of the question before stay, stale, until the new ones come. Null asks nothing
 */
export function createCostFigures(
	question: () => FiguresQuestion | null,
	{ cells, edition, answers }: Pick<PageContext, 'cells' | 'edition' | 'answers'>
): Answer<CostFigures, FiguresQuestion> {
	let state = $state.raw<AnswerState<CostFigures, FiguresQuestion>>({ name: 'waiting' });
	let answered = $state.raw<string | null>(null);
	let attempt = $state(0);
	const number = $derived(answers.meta.edition);
	const asked = $derived.by(() => {
		const now = question();
		return now && JSON.stringify([number, now, attempt]);
	});
	const current = $derived.by((): AnswerState<CostFigures, FiguresQuestion> =>
		state.name === 'rows' ? { ...state, stale: answered !== asked } : state
	);
	let running = false;
	/** The question that came while another was being answered. */
	let next: (() => void) | null = null;
	let gone = false;

	$effect(() => {
		const [asking, now, of] = [asked, question(), number];
		if (asking === null || now === null || asking === answered) return;
		const ask = () => {
			running = true;
			const told = cells.figures(of, now).then(
				(figures) => {
					if (gone) return;
					state = { name: 'rows', rows: [figures], input: now, stale: false };
					answered = asking;
					done();
				},
				(error: unknown) => {
					if (gone) return;
					console.error('cost-figures:', error);
					// What the newest question is told is what counts.
					if (!next) {
						state = { name: 'error', error: error instanceof Error ? error : new Error(String(error)) };
						// The question before may be asked again.
						answered = null;
						if (error instanceof EditionFetchError) void edition.fail(error);
					}
					done();
				}
			);
			awaited(told);
		};
		if (running) next = ask;
		else ask();
	});
	$effect(() => () => {
		gone = true;
	});

	function done() {
		running = false;
		const following = next;
		next = null;
		following?.();
	}

	return {
		get current() {
			return current;
		},
		retry() {
			state = { name: 'waiting' };
			attempt++;
		}
	};
}
