// The files that a person has chosen to import: read one at a time in the browser, one entry per table, reviewed, and
// sent one by one.
import type { Answers } from '$lib/import/answers';
import type { PreviewContext } from '$lib/import/preview-worker';
import { importWords } from '$lib/text/import';
import { fillStatedControl } from './control-source';
import { PreviewFailure, PreviewReader } from './preview-reader';
import { nextKey, QueuedFile, type FileOrigin } from './queued-file.svelte';
import { type Receipt, SendFailure, sendFile } from './send-file';
import { followServerReading, stopServerReading } from './server-reading';

export { QueuedFile } from './queued-file.svelte';

/** What goes along with a file. */
export interface SendChoice {
	/** Öre. */
	controlSum: number | null;
	controlRows: number | null;
	/** Where the control total comes from; null when it is typed. */
	controlSource: string | null;
	replaces: number | null;
	/** Name of the recipe that it is read by. */
	recipe: string | null;
}

export class ImportQueue {
	files = $state.raw<QueuedFile[]>([]);
	readonly #context: () => PreviewContext;
	readonly #reader = new PreviewReader();
	#reading: QueuedFile | null = null;

	/** What the server knows is asked for at each reading, since it changes while the page is open. */
	constructor(context: () => PreviewContext) {
		this.#context = context;
	}

	/** Adds files last and begins to read them. */
	add(chosen: Iterable<File>): QueuedFile[] {
		const added = [...chosen].map((file) => new QueuedFile(originOf(file)));
		this.#insert(added);
		return added;
	}

	/** Adds a file that holds mended rows of another; it is sent after that one, as a part of it. */
	addMended(parent: QueuedFile, file: File, answers: Answers): QueuedFile {
		const mended = new QueuedFile(originOf(file), parent);
		mended.answers = answers;
		mended.usesRecipes = false;
		mended.replaces = null;
		this.#insert([mended], parent);
		return mended;
	}

	/** Adds one more table of a file that is in the list. */
	addPart(beside: QueuedFile, sheet: string): QueuedFile {
		const part = new QueuedFile(beside.origin);
		part.sheet = sheet;
		part.answers = { blad: sheet };
		this.#insert([part], beside);
		return part;
	}

	/** The entries of the same chosen file, this one among them. */
	partsOf(file: QueuedFile): QueuedFile[] {
		return this.files.filter(({ origin }) => origin === file.origin);
	}

	/** Takes a table off the list with the mended rows that belong to it, whatever goes on with them. */
	remove(file: QueuedFile): QueuedFile[] {
		const gone = this.files.filter((other) => other === file || other.parent === file);
		for (const each of gone) each.stopper?.abort();
		this.files = this.files.filter((other) => !gone.includes(other));
		return gone;
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

	/** Reads a file by what it shows itself, without any recipe. */
	leaveRecipe(file: QueuedFile): void {
		file.usesRecipes = false;
		file.recipe = null;
		file.answers = file.sheet === null ? {} : { blad: file.sheet };
		this.readAgain(file);
	}

	readAgain(file: QueuedFile): void {
		if (this.#reading === file) file.stopper?.abort();
		file.phase = { name: 'waiting' };
		file.sendProblem = null;
		void this.#readNext(file);
	}

	/** Breaks off a reading; the file stays and can be read again. */
	cancelReading(file: QueuedFile): void {
		if (file.phase.name !== 'reading' && file.phase.name !== 'waiting') return;
		file.phase = { name: 'stopped' };
		if (this.#reading === file) file.stopper?.abort();
	}

	/** All rejected rows of a file as CSV. */
	async rejectedRows(file: QueuedFile): Promise<Blob> {
		return this.#reader.rejectedRows({
			key: file.origin.key,
			file: file.file,
			answers: file.answers,
			context: { ...this.#context(), recipes: [] },
			signal: new AbortController().signal
		});
	}

	/** Sends a reviewed file. Never rejects: the phase tells. */
	async send(file: QueuedFile, choice: SendChoice): Promise<void> {
		const corrects = parentImport(file);
		if (file.phase.name !== 'review' || corrects === undefined) return;
		const stopper = new AbortController();
		file.stopper = stopper;
		file.sendProblem = null;
		file.phase = { name: 'sending', share: 0, rows: null, cancelling: false };
		try {
			const receipt = await this.#deliver(file, { ...choice, corrects }, stopper.signal);
			if (receipt.outcome === 'refused') {
				file.sendProblem = isCancelling(file) ? importWords.sendCancelled : receipt.message;
				file.phase = { name: 'review' };
			} else {
				file.origin.sha256 = receipt.sha256 ?? receipt.import.sha256 ?? null;
				file.phase = { name: 'sent', receipt };
			}
		} catch (error) {
			const cancelled = stopper.signal.aborted || isCancelling(file);
			file.phase = { name: 'review' };
			if (cancelled) file.sendProblem = importWords.sendCancelled;
			else if (error instanceof SendFailure) file.sendProblem = error.message;
			else throw error;
		} finally {
			file.stopper = null;
		}
	}

	/** Breaks off a sending, or the server's reading of it; the file stays, reviewed and unsent. */
	cancelSending(file: QueuedFile): void {
		const { phase } = file;
		if (phase.name !== 'sending' || phase.cancelling) return;
		file.phase = { ...phase, cancelling: true };
		if (phase.share < 1) file.stopper?.abort();
		else void stopServerReading(sendKeyOf(file)).catch(() => undefined);
	}

	/** A sent file was taken back on the server, and with it the mended rows that belong to it. */
	undone(file: QueuedFile, message: string): void {
		for (const each of this.files) {
			if (each !== file && each.parent !== file) continue;
			if (each.phase.name !== 'sent') continue;
			each.phase = { name: 'undone', message };
			if (!each.parent) each.replaces = undefined;
		}
	}

	/** Stops everything. */
	close(): void {
		for (const file of this.files) file.stopper?.abort();
		this.#reader.stop();
	}

	#insert(added: QueuedFile[], after?: QueuedFile): void {
		const place = after ? this.files.indexOf(after) + 1 : 0;
		this.files = place > 0 ? this.files.toSpliced(place, 0, ...added) : [...this.files, ...added];
		void this.#readNext();
	}

	/** The second table of a file need not carry the bytes that the server has, if it still has them. */
	async #deliver(
		file: QueuedFile,
		choice: SendChoice & { corrects: number | null },
		signal: AbortSignal
	): Promise<Receipt> {
		const over = new AbortController();
		const key = sendKeyOf(file);
		let following = false;
		const follow = (): void => {
			if (following) return;
			following = true;
			void followServerReading(key, over.signal, (rows) => {
				if (file.phase.name === 'sending') file.phase = { ...file.phase, rows };
			});
		};
		const send = (original: string | null): Promise<Receipt> =>
			sendFile({
				file: file.file,
				original,
				answers: file.answers,
				key,
				...choice,
				signal,
				onProgress: (share) => {
					if (file.phase.name === 'sending') file.phase = { ...file.phase, share };
					if (share === 1) follow();
				}
			});
		try {
			const { sha256 } = file.origin;
			if (sha256 === null) return await send(null);
			try {
				return await send(sha256);
			} catch (error) {
				if (!(error instanceof SendFailure) || !error.isUnknownOriginal) throw error;
				file.origin.sha256 = null;
				return await send(null);
			}
		} finally {
			over.abort();
		}
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
			await this.#read(file, stopper.signal);
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

	async #read(file: QueuedFile, signal: AbortSignal): Promise<void> {
		const context = this.#context();
		const result = await this.#reader.preview({
			key: file.origin.key,
			file: file.file,
			answers: file.answers,
			context: file.usesRecipes ? context : { ...context, recipes: [] },
			signal,
			onProgress: ({ share, rows }) => {
				if (!signal.aborted) file.phase = { name: 'reading', share, rows };
			}
		});
		signal.throwIfAborted();
		file.result = result;
		file.recipe = result.recipe ?? file.recipe;
		file.answers = result.answers;
		this.#split(file);
		fillStatedControl(file);
		file.phase = { name: 'review' };
	}

	/** A file with several tables becomes an entry for each, told apart by the part that it reads. */
	#split(file: QueuedFile): void {
		const { result } = file;
		const sheet = result?.plan?.sheet;
		if (!result || !sheet || file.parent) return;
		const others = result.unreadSheets.filter(({ kind }) => kind !== null);
		if (file.sheet === null && others.length) {
			file.sheet = sheet;
			this.#addParts(
				file,
				others.map((other) => other.sheet)
			);
		}
		if (file.sheet !== null) file.answers = { ...file.answers, blad: file.sheet };
	}

	#addParts(file: QueuedFile, sheets: readonly string[]): void {
		for (const sheet of sheets.toReversed()) this.addPart(file, sheet);
	}
}

function originOf(file: File): FileOrigin {
	return { key: nextKey(), file, sha256: null };
}

/** Names one sending to the server, new for each attempt. */
const sendKeys = new WeakMap<AbortController, string>();

function sendKeyOf({ stopper }: QueuedFile): string {
	if (!stopper) return '';
	const key = sendKeys.get(stopper) ?? crypto.randomUUID();
	sendKeys.set(stopper, key);
	return key;
}

function isCancelling({ phase }: QueuedFile): boolean {
	return phase.name === 'sending' && phase.cancelling;
}

/** The import that mended rows belong to: null for other files, undefined while that one is not sent. */
function parentImport({ parent }: QueuedFile): number | null | undefined {
	if (!parent) return null;
	return parent.phase.name === 'sent' ? parent.phase.receipt.import.id : undefined;
}
