// Starts DuckDB-WASM in a worker from our own origin, and notices when it dies or falls silent.
import { AsyncDuckDB, type AsyncDuckDBConnection, PACKAGE_VERSION, VoidLogger } from '@duckdb/duckdb-wasm';
import { EngineError } from '../engine';
import { fetchModule, forgetModule } from './fetch-module';

/** Only the `eh` bundle: the threaded one hangs in this version. */
const folder = `/motor/${PACKAGE_VERSION}`;

/** A missing 'wasm-unsafe-eval' in the worker's policy makes start-up wait for ever, without an error. */
const silentSeconds = 20;

type PreparedStatement = Awaited<ReturnType<AsyncDuckDBConnection['prepare']>>;

/** A running engine: one worker, one connection. */
export interface Started {
	database: AsyncDuckDB;
	connection: AsyncDuckDBConnection;
	/** Questions by their SQL, as they are sent; see statement.ts. */
	readable: Map<string, string>;
	/** The statements that bind values, by how many they bind. */
	binders: Map<number, PreparedStatement>;
	/** The result of the work, or an EngineError marked lost when the worker dies or says nothing for 20 s. */
	watched<Result>(work: Promise<Result>): Promise<Result>;
	/** Kills the worker. Work that is watched is then lost. */
	terminate(): void;
}

/** Starts a worker and makes its first settings. @throws EngineError, marked lost, when it does not start */
export async function startWorker(): Promise<Started> {
	const worker = new Worker(`${folder}/duckdb-browser-eh.worker.js`);
	const watch = new WorkerWatch(worker);
	const database = new AsyncDuckDB(new VoidLogger(), worker);
	try {
		const connection = await watch.watched(connect(database, () => watch.hear()));
		return {
			database,
			connection,
			readable: new Map(),
			binders: new Map(),
			watched: (work) => watch.watched(work),
			terminate: () => watch.terminate()
		};
	} catch (error) {
		watch.terminate();
		forgetModule();
		if (error instanceof EngineError) throw error;
		throw new EngineError('The engine did not start', true, { cause: error });
	}
}

/** @param heard told while the 34 MB are on their way, since the worker is silent then */
async function connect(database: AsyncDuckDB, heard: () => void): Promise<AsyncDuckDBConnection> {
	const module = new URL(`${folder}/duckdb-eh.wasm`, location.origin).href;
	await fetchModule(module, heard);
	await database.instantiate(module);
	await database.open({ query: { queryPollingInterval: 50 } });
	const connection = await database.connect();
	// Always first: one autoloaded extension without network corrupts the instance.
	await connection.query('SET autoload_known_extensions = false');
	await connection.query('SET autoinstall_known_extensions = false');
	await connection.query(`SET custom_extension_repository = '${location.origin}/ext'`);
	return connection;
}

/**
 * Watches one worker. The library never settles a promise whose worker has died, so every wait is raced with the
 * worker's error event and with silence. Healthy work answers a poll several times a second.
 */
class WorkerWatch {
	#worker: Worker;
	#lose: (reason: EngineError) => void = () => undefined;
	#lost: Promise<never>;
	#heard = 0;

	constructor(worker: Worker) {
		this.#worker = worker;
		this.#lost = new Promise((_, reject) => (this.#lose = reject));
		this.#lost.catch(() => undefined);
		worker.addEventListener('message', () => this.hear());
		worker.addEventListener('error', (event) => {
			this.#lose(new EngineError(event.message || 'The worker failed', true));
		});
	}

	/** A sign of life. */
	hear(): void {
		this.#heard++;
	}

	async watched<Result>(work: Promise<Result>): Promise<Result> {
		let silent = 0;
		let heard = this.#heard;
		// Counted in ticks rather than by the clock: a sleeping computer is not a silent worker.
		const ticking = setInterval(() => {
			silent = heard === this.#heard ? silent + 1 : 0;
			heard = this.#heard;
			if (silent >= silentSeconds) this.#lose(new EngineError('The engine does not answer', true));
		}, 1000);
		try {
			return await Promise.race([work, this.#lost]);
		} finally {
			clearInterval(ticking);
		}
	}

	terminate(): void {
		this.#worker.terminate();
		this.#lose(new EngineError('The engine was stopped', true));
	}
}
