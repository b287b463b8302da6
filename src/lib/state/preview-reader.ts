// The page's end of the preview: one worker, one run at a time. Stopping a run ends the worker.
import type { Answers } from '$lib/import/answers';
import type { ImportResult } from '$lib/import/import-file';
import type {
	PreviewContext,
	PreviewMessage,
	PreviewProgress,
	PreviewRequest,
	RejectedRows,
	StagedFile
} from '$lib/import/preview-worker';
import { importWords } from '$lib/text/import';

export interface PreviewOrder {
	key: number;
	/** Files that are compared share a worker, and so the numbers of sole traders; else each file has its own. */
	comparison?: number;
	file: File;
	answers: Answers;
	/** Saved recipes, known names and today; without it the reading knows of none. */
	context?: PreviewContext;
	signal: AbortSignal;
	onProgress?(progress: PreviewProgress): void;
}

type Outcome = Exclude<PreviewMessage, { step: 'progress' } | { step: 'failed' }>;

/** The preview could not be made, with a Swedish sentence for the person. */
export class PreviewFailure extends Error {
	override readonly name = 'PreviewFailure';
}

export class PreviewReader {
	#worker: Worker | null = null;
	#held: number | null = null;
	#run = 0;
	#last: Promise<unknown> = Promise.resolve();

	/** @throws PreviewFailure, or the signal's reason */
	async preview(order: PreviewOrder): Promise<ImportResult> {
		const outcome = await this.#ask('preview', order);
		if (outcome.step !== 'preview') throw new PreviewFailure(importWords.previewFailed);
		return outcome.result;
	}

	/** All rejected rows as CSV: the file is read once more, so that they need not be held. */
	async rejectedRows(order: PreviewOrder): Promise<Blob> {
		const outcome = await this.#ask('rejected', order);
		if (outcome.step !== 'rejected') throw new PreviewFailure(importWords.previewFailed);
		return outcome.csv;
	}

	/** The first rejected rows, as rows. */
	async firstRejected(order: PreviewOrder): Promise<RejectedRows> {
		const outcome = await this.#ask('rejected_rows', order);
		if (outcome.step !== 'rejected_rows') throw new PreviewFailure(importWords.previewFailed);
		return outcome;
	}

	/** All accepted rows, as the engine reads them. */
	async staged(order: PreviewOrder): Promise<StagedFile> {
		const outcome = await this.#ask('staged', order);
		if (outcome.step !== 'staged') throw new PreviewFailure(importWords.previewFailed);
		return outcome;
	}

	stop(): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#held = null;
	}

	/** One run at a time, in the order they are asked for. */
	#ask(task: PreviewRequest['task'], order: PreviewOrder): Promise<Outcome> {
		const outcome = this.#last.then(() => this.#start(task, order));
		this.#last = outcome.catch(() => undefined);
		return outcome;
	}

	#start(
		task: PreviewRequest['task'],
		{ key, comparison = key, file, answers, context = { recipes: [] }, signal, onProgress }: PreviewOrder
	): Promise<Outcome> {
		signal.throwIfAborted();
		// What the worker holds of another file is let go with it.
		if (this.#held !== null && this.#held !== comparison) this.stop();
		this.#worker ??= new Worker(new URL('../import/preview-worker.ts', import.meta.url), { type: 'module' });
		this.#held = comparison;
		const worker = this.#worker;
		const run = ++this.#run;
		return new Promise<Outcome>((resolve, reject) => {
			const fail = (error: unknown): void => {
				settle();
				this.stop();
				reject(error);
			};
			const onAbort = (): void => fail(signal.reason);
			const onError = (): void => fail(new PreviewFailure(importWords.previewFailed));
			const onMessage = ({ data }: MessageEvent<PreviewMessage>): void => {
				if (data.run !== run) return;
				if (data.step === 'progress') return onProgress?.(data);
				if (data.step === 'failed') return fail(new PreviewFailure(importWords.previewFailed));
				settle();
				resolve(data);
			};
			const settle = (): void => {
				signal.removeEventListener('abort', onAbort);
				worker.removeEventListener('error', onError);
				worker.removeEventListener('message', onMessage);
			};
			signal.addEventListener('abort', onAbort);
			worker.addEventListener('error', onError);
			worker.addEventListener('message', onMessage);
			worker.postMessage({ task, run, key, file, answers, context } satisfies PreviewRequest);
		});
	}
}
