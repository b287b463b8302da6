// Kills the workers of a page in mid-use: scripts for the page, and what the tests ask of them.
import type { BrowserContext, Page } from 'playwright-core';

/** `engine` is DuckDB's, `cells` the one that the cost pages are drawn from. */
export type WorkerKind = 'engine' | 'cells';

interface Kept {
	kind: WorkerKind | null;
	worker: Worker;
}
declare global {
	interface Window {
		keptWorkers: Kept[];
		/** The kind whose worker dies when it is asked its next question. */
		killAtQuestion: WorkerKind | null;
		/** The engine's memory, of the next one that starts: `64MB`. */
		engineMemory: string | null;
	}
}

/** Installed by addInitScript, so it may use nothing from outside itself. */
function keepWorkers(memory: string | null): void {
	window.keptWorkers = [];
	window.killAtQuestion = null;
	window.engineMemory = memory;
	const isQuestion = (message: unknown): boolean =>
		typeof message === 'object' &&
		message !== null &&
		(('type' in message && message.type === 'START_PENDING_QUERY') ||
			('what' in message && message.what === 'figures'));
	const lastSetting = 'SET autoinstall_known_extensions = false';
	const withMemory = (message: unknown): void => {
		if (typeof message !== 'object' || message === null || !('data' in message)) return;
		const { data } = message;
		if (!window.engineMemory || !Array.isArray(data) || data[1] !== lastSetting) return;
		data[1] = `${lastSetting}; SET memory_limit = '${window.engineMemory}'`;
	};
	const Original = window.Worker;
	window.Worker = class extends Original {
		readonly kind: WorkerKind | null;
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			const text = String(url);
			this.kind = text.includes('duckdb') ? 'engine' : text.includes('cells-worker') ? 'cells' : null;
			window.keptWorkers.push({ kind: this.kind, worker: this });
		}
		override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
			if (this.kind !== null && window.killAtQuestion === this.kind && isQuestion(message)) {
				window.killAtQuestion = null;
				this.terminate();
			}
			withMemory(message);
			if (Array.isArray(options)) super.postMessage(message, options);
			else super.postMessage(message, options);
		}
	};
}

/** @param memory how much the engine may use; null is as usual */
export async function watchWorkers(context: BrowserContext, memory: string | null = null): Promise<void> {
	await context.addInitScript(keepWorkers, memory);
}

/** How many workers of a kind the page has started. */
export const startedWorkers = (page: Page, kind: WorkerKind): Promise<number> =>
	page.evaluate((wanted) => window.keptWorkers.filter((kept) => kept.kind === wanted).length, kind);

/** The worker dies without a word, as when the browser takes its memory. */
export const killNow = (page: Page, kind: WorkerKind): Promise<void> =>
	page.evaluate(
		(wanted) =>
			window.keptWorkers.filter((kept) => kept.kind === wanted).forEach(({ worker }) => worker.terminate()),
		kind
	);

/** The worker dies as its next question is on its way to it. */
export const killAtNextQuestion = (page: Page, kind: WorkerKind): Promise<void> =>
	page.evaluate((wanted) => {
		window.killAtQuestion = wanted;
	}, kind);

/** True once the death that was ordered has come. */
export const hasDied = async (page: Page): Promise<void> => {
	await page.waitForFunction(() => window.killAtQuestion === null);
};
