// The answers of Översikt: those that came with the page, or computed here for another period that the reader chose.
import { EngineError } from '$lib/engine/engine';
import { startAnswers, type StartAnswers } from '$lib/queries/start-answers';
import type { PageContext } from './page-context';

export interface Start {
	readonly answers: StartAnswers;
	/** The answers for the chosen period are on their way; `answers` are those before. */
	readonly waiting: boolean;
	readonly failed: boolean;
	retry(): void;
}

/** Call while a component starts. */
export function createStart(context: PageContext): Start {
	let computed = $state.raw<{ asked: string; answers: StartAnswers } | null>(null);
	let failed = $state(false);
	let attempt = $state(0);
	const chosen = $derived(context.filters.chosen.period);
	const asked = $derived(chosen && `${chosen.from} ${chosen.to} ${context.answers.meta.edition}`);

	$effect(() => {
		const [engine, period, key] = [context.edition.engine, chosen, asked];
		if (!engine || !period || !key || attempt < 0) return;
		const controller = new AbortController();
		failed = false;
		startAnswers(engine, period, controller.signal).then(
			(answers) => {
				if (!controller.signal.aborted) computed = { asked: key, answers };
			},
			(error: unknown) => {
				if (controller.signal.aborted) return;
				console.error('start-answers:', error instanceof EngineError ? error.message : error);
				failed = true;
			}
		);
		return () => controller.abort();
	});

	const fits = $derived(computed !== null && computed.asked === asked);
	return {
		get answers() {
			return chosen && computed ? computed.answers : context.answers;
		},
		get waiting() {
			return chosen !== null && !fits && !failed;
		},
		get failed() {
			return failed || (chosen !== null && context.edition.phase.name === 'failed');
		},
		retry() {
			if (context.edition.phase.name === 'failed') void context.edition.retry();
			attempt++;
		}
	};
}
