// The answers of Översikt: those that came with the page, or computed here for another period that the reader chose.
import { startAnswers, type StartAnswers } from '$lib/queries/start-answers';
import type { PageContext } from './page-context';

export interface Start {
	/** Null while the first other period is computed. */
	readonly answers: StartAnswers | null;
	/** Another period is on its way; `answers` are of the one before. */
	readonly waiting: boolean;
	/** The chosen period could not be computed; `answers` are those that came with the page. */
	readonly failed: boolean;
	retry(): void;
}

/** Call while a component starts. */
export function createStart(context: PageContext): Start {
	let computed = $state.raw<{ asked: string; answers: StartAnswers } | null>(null);
	let failedAt = $state<string | null>(null);
	let attempt = $state(0);
	const period = $derived(context.filters.chosen.period);
	const asked = $derived(period && [period.from, period.to, context.answers.meta.edition, attempt].join(' '));

	$effect(() => {
		const [engine, chosen, key] = [context.edition.engine, period, asked];
		if (!engine || !chosen || !key) return;
		const controller = new AbortController();
		startAnswers(engine, chosen, controller.signal).then(
			(answers) => {
				if (!controller.signal.aborted) computed = { asked: key, answers };
			},
			(error: unknown) => {
				if (controller.signal.aborted) return;
				console.error('start-answers:', error);
				failedAt = key;
			}
		);
		return () => controller.abort();
	});

	const fits = $derived(computed !== null && computed.asked === asked);
	const failed = $derived(
		asked !== null && !fits && (failedAt === asked || context.edition.phase.name === 'failed')
	);
	return {
		get answers() {
			return asked === null || failed ? context.answers : (computed?.answers ?? null);
		},
		get waiting() {
			return asked !== null && !fits && !failed;
		},
		get failed() {
			return failed;
		},
		retry() {
			if (context.edition.phase.name === 'failed') void context.edition.retry();
			attempt++;
		}
	};
}
