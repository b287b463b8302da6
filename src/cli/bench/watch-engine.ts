// Runs inside the page before its own scripts: watches the messages to the engine's worker, so that the bench knows which
// questions an interaction asked, and when the last answer was on screen, without knowing the page.

export interface AskedQuestion {
	sql: string;
	values: (string | number | boolean | null)[];
	/** When it was asked, and how long its answer took; a time of the page, and milliseconds. */
	asked: number;
	milliseconds: number;
}

export interface EngineWatch {
	/** Questions asked since the last `begin`. */
	asked: AskedQuestion[];
	/** When the frame after the last answer was painted, in the page's milliseconds; 0 while answers are awaited. */
	painted: number;
	begin(): void;
}

declare global {
	interface Window {
		engineWatch?: EngineWatch;
	}
}

/** Installed with Playwright's addInitScript, so it may use nothing from outside itself. */
export function watchEngine(): void {
	const waiting = new Set<number>();
	let values: AskedQuestion['values'] = [];
	const watch: EngineWatch = {
		asked: [],
		painted: 0,
		begin() {
			watch.asked = [];
			watch.painted = 0;
		}
	};
	window.engineWatch = watch;
	const isRecord = (value: unknown): value is Record<string, unknown> =>
		typeof value === 'object' && value !== null;
	const notice = (message: unknown): void => {
		if (!isRecord(message) || typeof message.messageId !== 'number') return;
		waiting.add(message.messageId);
		watch.painted = 0;
		if (!Array.isArray(message.data)) return;
		const [, second, third]: unknown[] = message.data;
		if (message.type === 'RUN_PREPARED' && Array.isArray(third)) values = third;
		if (message.type !== 'RUN_QUERY' && message.type !== 'START_PENDING_QUERY') return;
		if (typeof second !== 'string' || second.startsWith('EXECUTE')) return;
		const prepared = /^PREPARE \w+ AS ([\s\S]*)$/.exec(second)?.[1];
		if (!prepared && !/^\s*(?:SELECT|WITH|FROM|CREATE TABLE)\b/i.test(second)) return;
		// A question that is polled reads its values from a variable, which was set right before (engine/browser/statement.ts).
		const sql = (prepared ?? second).replace(/getvariable\('bound'\)\[\d+\]/g, '?');
		const bound = prepared || sql !== second ? values : [];
		watch.asked.push({ sql, values: bound, asked: performance.now(), milliseconds: 0 });
	};
	const answered = (message: unknown): void => {
		if (!isRecord(message) || typeof message.requestId !== 'number') return;
		waiting.delete(message.requestId);
		// Statements are asked one at a time, in several messages each: the last one of them counts.
		const current = watch.asked.at(-1);
		if (current) current.milliseconds = performance.now() - current.asked;
		if (waiting.size) return;
		requestAnimationFrame(() =>
			requestAnimationFrame(() => {
				if (!waiting.size) watch.painted = performance.now();
			})
		);
	};
	const Original = window.Worker;
	window.Worker = class extends Original {
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			this.addEventListener('message', (event: MessageEvent<unknown>) => answered(event.data));
		}
		override postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
			notice(message);
			if (Array.isArray(options)) super.postMessage(message, options);
			else super.postMessage(message, options);
		}
	};
}
