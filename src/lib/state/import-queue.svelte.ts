// The files that a person has chosen to import: read one at a time in the browser, reviewed, sent one by one.
import type { Answers } from '$lib/import/answers';
import type { ImportResult } from '$lib/import/import-file';
import type { PreviewProgress } from '$lib/import/preview-worker';
import { importWords } from '$lib/text/import';
import { PreviewFailure, PreviewReader } from './preview-reader';
import { type KeptReceipt, SendFailure, sendFile } from './send-file';

export type FilePhase =
	| { name: 'waiting' }
	| ({ name: 'reading' } & PreviewProgress)
	/** Read; `result` tells what was found, or why it is refused. */
	| { name: 'review' }
	/** `share` 1: all is sent and the server reads. */
	| { name: 'sending'; share: number }
	| { name: 'sent'; receipt: KeptReceipt }
	| { name: 'failed'; message: string };

/** What goes along with a file. */
export interface SendChoice {
	/** Öre. */
	controlSum: number | null;
	controlRows: number | null;
	replaces: number | null;
}

let lastKey = 0;

/** One chosen file. */
export class QueuedFile {
	readonly key = ++lastKey;
	phase = $state.raw<FilePhase>({ name: 'waiting' });
	answers = $state.raw<Answers>({});
	/** The latest reading; stands while the file is read again with other answers. */
	result = $state.raw<ImportResult | null>(null);
	/** As typed. */
	controlSum = $state('');
	controlRows = $state('');
	/** The import that it takes the place of; null when it is added; undefined until somebody has said. */
	replaces = $state<number | null>();
	/** Why the last attempt to send it came to nothing. */
	sendProblem = $state<string | null>(null);
	stopper: AbortController | null = null;

	constructor(readonly file: File) {}
}

export class ImportQueue {
	files = $state.raw<QueuedFile[]>([]);
	readonly #reader = new PreviewReader();
	#reading: QueuedFile | null = null;

	/** Adds files last and begins to read them. */
	add(chosen: Iterable<File>): QueuedFile[] {
		const added = [...chosen].map((file) => new QueuedFile(file));
		this.files = [...this.files, ...added];
		void this.#readNext();
		return added;
	}

	/** Takes a file off the list, whatever goes on with it. */
	remove(file: QueuedFile): void {
		file.stopper?.abort();
		this.files = this.files.filter((other) => other !== file);
	}

	/** Changes what a person has decided about a file, and reads it again. */
	answer(file: QueuedFile, change: Partial<Answers>): void {
		const answers: Answers = { ...file.answers, ...change };
		for (const key of Object.keys(change) as (keyof Answers)[]) {
			if (change[key] === undefined) delete answers[key];
		}
		file.answers = answers;
		this.readAgain(file);
	}

	readAgain(file: QueuedFile): void {
		if (this.#reading === file) file.stopper?.abort();
		file.phase = { name: 'waiting' };
		file.sendProblem = null;
		void this.#readNext(file);
	}

	/** All rejected rows of a file as CSV. */
	async rejectedRows(file: QueuedFile): Promise<Blob> {
		return this.#reader.rejectedRows({
			key: file.key,
			file: file.file,
			answers: file.answers,
			signal: new AbortController().signal
		});
	}

	/** Sends a reviewed file. Never rejects: the phase tells. */
	async send(file: QueuedFile, choice: SendChoice): Promise<void> {
		if (file.phase.name !== 'review') return;
		const stopper = new AbortController();
		file.stopper = stopper;
		file.sendProblem = null;
		file.phase = { name: 'sending', share: 0 };
		try {
			const receipt = await sendFile({
				file: file.file,
				answers: file.answers,
				...choice,
				signal: stopper.signal,
				onProgress: (share) => (file.phase = { name: 'sending', share })
			});
			if (receipt.outcome === 'refused') {
				file.sendProblem = receipt.message;
				file.phase = { name: 'review' };
			} else {
				file.phase = { name: 'sent', receipt };
			}
		} catch (error) {
			file.phase = { name: 'review' };
			if (stopper.signal.aborted) return;
			if (!(error instanceof SendFailure)) throw error;
			file.sendProblem = error.message;
		} finally {
			file.stopper = null;
		}
	}

	/** Breaks off a sending; the file stays, reviewed and unsent. */
	cancelSending(file: QueuedFile): void {
		if (file.phase.name !== 'sending') return;
		file.stopper?.abort();
		file.sendProblem = importWords.sendCancelled;
	}

	/** Stops everything. */
	close(): void {
		for (const file of this.files) file.stopper?.abort();
		this.#reader.stop();
	}

	async #readNext(first?: QueuedFile): Promise<void> {
		if (this.#reading) return;
		const waiting = this.files.filter((file) => file.phase.name === 'waiting');
		const file = first && waiting.includes(first) ? first : waiting[0];
		if (!file) return;
		this.#reading = file;
		const stopper = new AbortController();
		file.stopper = stopper;
		file.phase = { name: 'reading', share: 0, rows: 0 };
		try {
			file.result = await this.#reader.preview({
				key: file.key,
				file: file.file,
				answers: file.answers,
				signal: stopper.signal,
				onProgress: ({ share, rows }) => (file.phase = { name: 'reading', share, rows })
			});
			file.phase = { name: 'review' };
		} catch (error) {
			if (!stopper.signal.aborted) {
				file.phase = {
					name: 'failed',
					message: error instanceof PreviewFailure ? error.message : importWords.previewFailed
				};
			}
		} finally {
			if (file.stopper === stopper) file.stopper = null;
			this.#reading = null;
			void this.#readNext();
		}
	}
}
