// The page's end of the cells: one worker, started when it is first needed. A worker that is lost is replaced by another,
// which finds the cells stored.
import type { CostFigures, FiguresQuestion } from '$lib/crossfilter/cost-figures';
import { EditionFetchError } from '$lib/engine/browser/edition-store';
import { comparisonWords } from '$lib/text/compared';
import type { CellsReply, CellsRequest, OfferedCells } from './cells-worker';

export type { OfferedCells } from './cells-worker';

/** A worker that says nothing for so long is lost. Reading the cells of the largest ledgers takes a few seconds. */
const silentSeconds = 30;
/** Figures of cells that are open are summed in a fraction of a second: one that waits for them must not wait so long. */
const silentSumming = 3;

type Ask = CellsRequest extends infer Request
	? Request extends unknown
		? Omit<Request, 'id'>
		: never
	: never;

/** The edition that is compared with cannot be had; its words are for the person. */
export class ComparedEditionError extends Error {
	override readonly name = 'ComparedEditionError';
}

/** The worker died, or said nothing. */
class LostWorkerError extends Error {
	override readonly name = 'LostWorkerError';
}

interface Waiting {
	resolve(reply: CellsReply): void;
	reject(error: Error): void;
}

export class CostCellsReader {
	#worker: Worker | null = null;
	#files = new Map<number, OfferedCells>();
	#opened = new Map<number, Promise<unknown>>();
	#waiting = new Map<number, Waiting>();
	#sent = 0;
	/** How many editions the worker is reading. */
	#reading = 0;
	/** When it last said something, in the page's milliseconds. */
	#heard = 0;

	/**
	 * Says where an edition's cells are. They are opened when they are first asked for, since most pages need none.
	 * @param soon the page that is about to be drawn will ask: they are opened meanwhile, and a failure is told when it asks
	 */
	offer(file: OfferedCells, soon: boolean): void {
		const known = this.#files.get(file.edition);
		if (known?.hash === file.hash && known.account === file.account) return;
		// Another slice, or another person: nothing that was opened before is of it.
		if (known || [...this.#files.values()].some(({ account }) => account !== file.account)) {
			this.#files.clear();
			this.#opened.clear();
		}
		this.#files.set(file.edition, file);
		this.#opened.delete(file.edition);
		if (soon) this.#ready(file.edition).catch(() => undefined);
	}

	/**
	 * A question whose worker is lost is asked once more, of the next one, which is given more time.
	 * @throws EditionFetchError when the cells cannot be had; Error when the worker fails
	 */
	async figures(edition: number, question: FiguresQuestion): Promise<CostFigures> {
		try {
			return await this.#figures(edition, question, silentSumming);
		} catch (error) {
			if (!(error instanceof LostWorkerError)) throw error;
			return this.#figures(edition, question, silentSeconds);
		}
	}

	async #figures(edition: number, question: FiguresQuestion, seconds: number): Promise<CostFigures> {
		const compared = question.against?.edition;
		await Promise.all([this.#ready(edition), compared === undefined ? null : this.#readyToCompare(compared)]);
		const reply = await this.#ask({ what: 'figures', edition, question }, seconds);
		if (reply.what !== 'figures') throw new Error('The cells gave another answer');
		return reply.figures;
	}

	/** Forgets every cell. */
	close(): void {
		this.#lose(new Error('The cells are closed'));
		this.#files.clear();
	}

	#ready(edition: number): Promise<unknown> {
		const known = this.#opened.get(edition);
		if (known) return known;
		const opening = this.#fileOf(edition).then((file) => this.#ask({ what: 'open', file }));
		this.#opened.set(edition, opening);
		// Asked for again, it is tried again.
		opening.catch(() => this.#opened.get(edition) === opening && this.#opened.delete(edition));
		return opening;
	}

	/** What the page itself shows goes on without an edition that has been withdrawn. */
	async #readyToCompare(edition: number): Promise<void> {
		try {
			await this.#ready(edition);
		} catch (error) {
			const signedOut = error instanceof EditionFetchError && error.status === 401;
			if (signedOut || error instanceof LostWorkerError) throw error;
			throw new ComparedEditionError(comparisonWords.editionGone, { cause: error });
		}
	}

	/** Another edition than those that were opened is asked for, and not kept for the next visit. */
	async #fileOf(edition: number): Promise<OfferedCells> {
		const known = this.#files.get(edition);
		if (known) return known;
		const [first] = this.#files.values();
		if (!first) throw new Error(`Edition ${edition} has not been opened`);
		const { editionPlace } = await import('./offered-editions');
		const { hash, cells } = await editionPlace(edition);
		const file = { edition, hash, url: cells, account: first.account, keep: false };
		this.#files.set(edition, file);
		return file;
	}

	/** @param seconds how long the worker may say nothing */
	#ask(request: Ask, seconds = silentSeconds): Promise<CellsReply> {
		const worker = (this.#worker ??= this.#start());
		const id = ++this.#sent;
		return new Promise<CellsReply>((resolve, reject) => {
			const asked = performance.now();
			let silence: ReturnType<typeof setTimeout>;
			// A worker that has answered others meanwhile, or that reads an edition, is alive.
			const listen = () => {
				const patience = (this.#reading > 0 ? silentSeconds : seconds) * 1000;
				const left = Math.max(asked, this.#heard) + patience - performance.now();
				if (left > 0) silence = setTimeout(listen, left);
				else this.#lose(new LostWorkerError(`The cells said nothing for ${patience} ms`));
			};
			if (request.what === 'open') this.#reading++;
			const settle = () => {
				clearTimeout(silence);
				this.#waiting.delete(id);
				if (request.what === 'open') this.#reading--;
			};
			listen();
			this.#waiting.set(id, {
				resolve: (reply) => {
					settle();
					if (reply.what !== 'failed') resolve(reply);
					else if (reply.status === undefined) reject(new Error(reply.message));
					else reject(new EditionFetchError(reply.message, reply.status));
				},
				reject: (error) => {
					settle();
					reject(error);
				}
			});
			worker.postMessage({ id, ...request });
		});
	}

	#start(): Worker {
		const worker = new Worker(new URL('./cells-worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<CellsReply>) => {
			this.#heard = performance.now();
			this.#waiting.get(data.id)?.resolve(data);
		});
		worker.addEventListener('error', (event) =>
			this.#lose(new LostWorkerError(event.message || 'The cells failed'))
		);
		return worker;
	}

	/** The next question starts another worker. */
	#lose(error: Error): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#opened.clear();
		for (const waiting of [...this.#waiting.values()]) waiting.reject(error);
	}
}
