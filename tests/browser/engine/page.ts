// The page of the engine's tests: hands the browser's engine to the test, which drives it from Node.
import * as browserEngine from '$lib/engine/browser';
import type { Parameter } from '$lib/engine/engine';
import type { OwnTable } from '$lib/engine/staging-engine';
import { answerSteps } from './answer.svelte';

let open: browserEngine.OpenEdition | null = null;

const steps = {
	clearEditions: browserEngine.clearEditions,

	/** Opens an edition and returns the progress that was told on the way. */
	async open(file: browserEngine.EditionFile): Promise<[number, number][]> {
		const progress: [number, number][] = [];
		open = await browserEngine.openEdition(file, (done, total) => progress.push([done, total]));
		return progress;
	},

	async run(sql: string, parameters?: Parameter[]) {
		if (!open) throw new Error('No edition is open');
		return open.engine.run(sql, parameters);
	},

	/** Reads a CSV into a table beside the edition. */
	async load(table: OwnTable, csv: string) {
		if (!open) throw new Error('No edition is open');
		await open.engine.load(table, new Blob([csv]));
	},

	/** Opens an engine without any edition. */
	async openEmpty() {
		open = await browserEngine.openEmptyEngine();
	},

	/** Starts a query, aborts it after some milliseconds, and tells how long the next query then took to answer. */
	async cancel(sql: string, parameters: Parameter[], afterMilliseconds: number) {
		if (!open) throw new Error('No edition is open');
		const controller = new AbortController();
		const cancelled = open.engine.run(sql, parameters, controller.signal).then(
			() => 'answered',
			(error: unknown) => (error instanceof Error ? error.name : 'unknown')
		);
		await new Promise((resolve) => setTimeout(resolve, afterMilliseconds));
		controller.abort();
		const aborted = performance.now();
		const outcome = await cancelled;
		const next = await open.engine.run('SELECT ?::INTEGER AS next', [1]);
		return { outcome, next, milliseconds: performance.now() - aborted };
	},

	async close() {
		await open?.close();
		open = null;
	},

	/** The names of what is stored, or null without a store. */
	async stored(): Promise<string[] | null> {
		if (!('getDirectory' in navigator.storage)) return null;
		const names: string[] = [];
		try {
			const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('genomlys');
			for await (const name of folder.keys()) names.push(name);
		} catch {
			return [];
		}
		return names.sort();
	}
};

declare global {
	interface Window {
		steps: typeof steps;
		answer: typeof answerSteps;
		/** Kept by a script of the test, to kill them. */
		workers: Worker[];
	}
}
window.answer = answerSteps;
window.steps = steps;
