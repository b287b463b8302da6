// Opens an edition in the browser: fetch it once, start the engine meanwhile, attach it read-only.
import type { StagingEngine } from '../staging-engine';
import { attachEdition } from './attach';
import {
	deleteOtherEditions,
	type EditionFile,
	type Fetching,
	obtainEdition,
	type Progress
} from './edition-store';
import { type Started, startWorker } from './start';
import { WasmEngine } from './wasm-engine';

export { clearEditions, type EditionFile } from './edition-store';

export interface OpenEdition {
	engine: StagingEngine;
	/** Stops the worker. The stored file stays for the next visit. */
	close(): Promise<void>;
}

/**
 * Opens an edition and deletes every other that is stored.
 * @param options.signal stops the fetch, if that is where it is
 * @param options.onRestart a worker was lost and another is started: tables of the engine's own are gone
 * @throws EditionFetchError when the server refuses or is not reached, EngineError when the engine does not start
 */
export async function openEdition(
	file: EditionFile,
	onProgress: Progress,
	{ signal, onRestart }: { signal?: AbortSignal; onRestart?: () => void } = {}
): Promise<OpenEdition> {
	let starts = 0;
	const engine = new WasmEngine(() => {
		if (++starts > 1) onRestart?.();
		return startWithEdition(file, { onProgress, signal });
	});
	try {
		await engine.ready();
	} catch (error) {
		await engine.close();
		throw error;
	}
	// Not vital: a file that cannot be deleted now is deleted at the next visit, or at logout.
	await deleteOtherEditions(file).catch(() => undefined);
	return { engine, close: () => engine.close() };
}

/** An engine without any edition, for questions about files before the first is published. */
export async function openEmptyEngine(): Promise<OpenEdition> {
	const engine = new WasmEngine(startWorker);
	await engine.ready();
	return { engine, close: () => engine.close() };
}

/** A lost worker comes back this way too, and finds the edition stored. */
async function startWithEdition(file: EditionFile, fetching: Fetching): Promise<Started> {
	const starting = startWorker();
	try {
		const [started, bytes] = await Promise.all([starting, obtainEdition(file, fetching)]);
		await attachEdition(started, bytes);
		return started;
	} catch (error) {
		void starting.then(
			({ terminate }) => terminate(),
			() => undefined
		);
		throw error;
	}
}
