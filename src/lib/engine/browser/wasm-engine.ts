// DuckDB-WASM behind the engine's door: statements one at a time, cancellable, and a new worker when one is lost.
import { abortError, rejectedOnAbort } from '../cancel';
import { EngineError, type EngineRow, type Parameter } from '../engine';
import { type OwnTable, type StagingEngine } from '../staging-engine';
import { loadCsv } from './load-csv';
import type { Started } from './start';
import { runStatement } from './statement';

/** After these the instance is corrupt, or its file is gone: only a new worker helps. */
const lostMarks =
	/RuntimeError|out of bounds|signature mismatch|unreachable|null function|Aborted\(|invalidated|NotFoundError|NotReadableError|could not be (found|read)/i;

export class WasmEngine implements StagingEngine {
	#start: () => Promise<Started>;
	#started: Promise<Started> | null = null;
	#last: Promise<unknown> = Promise.resolve();
	#closed = false;

	/** @param start starts a worker with everything attached; called again when a worker is lost */
	constructor(start: () => Promise<Started>) {
		this.#start = start;
	}

	/** Starts the engine before the first question. */
	async ready(): Promise<void> {
		await this.#inTurn(() => this.#withRestart(async () => undefined));
	}

	run(sql: string, parameters: readonly Parameter[] = [], signal?: AbortSignal): Promise<EngineRow[]> {
		const result = this.#inTurn(() =>
			this.#withRestart((started) => answered(runStatement(started, sql, parameters, signal)), signal)
		);
		return rejectedOnAbort(result, signal);
	}

	load(table: OwnTable, csv: Blob, signal?: AbortSignal): Promise<void> {
		const result = this.#inTurn(() =>
			this.#withRestart((started) => answered(loadCsv(started, table, csv, signal)), signal)
		);
		return rejectedOnAbort(result, signal);
	}

	/** Stops the worker at once; whatever runs is lost. */
	async close(): Promise<void> {
		this.#closed = true;
		if (this.#started) await this.#drop(this.#started);
	}

	/** One worker is one thread: more at once would only make all of them late. */
	#inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = this.#last.then(work, work);
		this.#last = result;
		return result;
	}

	async #withRestart<Result>(
		work: (started: Started) => Promise<Result>,
		signal?: AbortSignal
	): Promise<Result> {
		for (let attempt = 1; ; attempt++) {
			if (this.#closed) throw new EngineError('The engine is closed', true);
			if (signal?.aborted) throw abortError();
			const starting = (this.#started ??= this.#start());
			try {
				return await work(await starting);
			} catch (error) {
				const lost = isLost(error);
				if (!lost && signal?.aborted) throw abortError();
				// A worker that is lost, or that never came to be, is not asked again.
				if (lost || !(await succeeded(starting))) await this.#drop(starting);
				if (!lost || this.#closed || attempt === 2) throw error;
			}
		}
	}

	async #drop(starting: Promise<Started>): Promise<void> {
		if (this.#started === starting) this.#started = null;
		await starting.then(
			({ terminate }) => terminate(),
			() => undefined
		);
	}
}

function succeeded(work: Promise<unknown>): Promise<boolean> {
	return work.then(
		() => true,
		() => false
	);
}

/** Names the engine's faults as such; a fault of the start, such as a withdrawn edition, keeps its own kind. */
async function answered<Result>(rows: Promise<Result>): Promise<Result> {
	try {
		return await rows;
	} catch (error) {
		if (error instanceof EngineError || isAbort(error)) throw error;
		const message = error instanceof Error ? error.message : String(error);
		throw new EngineError(message, isLost(error), { cause: error });
	}
}

function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}

function isLost(error: unknown): boolean {
	if (error instanceof EngineError) return error.lost;
	return error instanceof Error && lostMarks.test(`${error.name}: ${error.message}`);
}
