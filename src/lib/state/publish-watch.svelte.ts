// Publishing on the server, as it is seen from the page: started, asked after, and over.
import * as v from 'valibot';
import { reconcileWords as words } from '$lib/text/reconcile';
import { formatCounted } from '$lib/text/format';

const statusSchema = v.object({
	phase: v.picklist(['idle', 'reading', 'building', 'slicing', 'saving', 'done', 'failed']),
	file: v.number(),
	files: v.number(),
	rows: v.number(),
	edition: v.nullable(v.number()),
	message: v.nullable(v.string())
});
export type PublishStatus = v.InferOutput<typeof statusSchema>;

const askEvery = 600;
const idle: PublishStatus = { phase: 'idle', file: 0, files: 0, rows: 0, edition: null, message: null };

/** Roughly how far publishing has come, 0–1: reading the files is most of the work. */
export function shareOf({ phase, file, files }: PublishStatus): number {
	if (phase === 'reading') return files ? (Math.max(file - 1, 0) / files) * 0.75 : 0;
	const shares: Partial<Record<PublishStatus['phase'], number>> = {
		building: 0.75,
		slicing: 0.85,
		saving: 0.95,
		done: 1
	};
	return shares[phase] ?? 0;
}

/** What goes on, in words. */
export function progressWords({ phase, file, files, rows }: PublishStatus): string {
	if (phase === 'building' || phase === 'slicing' || phase === 'saving') return words.phases[phase];
	if (phase !== 'reading' || !files) return words.publishing;
	const read = rows ? `, ${formatCounted(rows, 'rad', 'rader')}` : '';
	return `${words.readingFile(Math.max(file, 1), files)}${read}`;
}

export class PublishWatch {
	status = $state.raw<PublishStatus>(idle);
	/** Set when this page saw it end. */
	ended = $state.raw<'done' | 'failed' | null>(null);
	message = $state<string | null>(null);
	running = $derived(!['idle', 'done', 'failed'].includes(this.status.phase));
	#timer: ReturnType<typeof setTimeout> | undefined;
	#closed = false;

	/** `onDone` is called when a new edition is in place. */
	constructor(private readonly onDone: () => void) {}

	/** Follows what goes on already, perhaps started by somebody else. */
	follow(status: PublishStatus): void {
		this.status = status;
		if (this.running) this.#askLater();
	}

	async start(): Promise<void> {
		this.ended = null;
		this.message = null;
		await this.#ask('POST');
	}

	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
	}

	#askLater(): void {
		clearTimeout(this.#timer);
		if (!this.#closed) this.#timer = setTimeout(() => void this.#ask('GET'), askEvery);
	}

	async #ask(method: 'GET' | 'POST'): Promise<void> {
		try {
			const response = await fetch('/avstamning/publicera', { method });
			const status = v.safeParse(statusSchema, await response.json());
			if (!status.success) throw new TypeError('The status of publishing has another shape');
			if (this.#closed) return;
			this.#take(status.output);
		} catch {
			if (this.#closed) return;
			this.message = words.unreachable;
			// A status that did not come is asked for again; publishing goes on without the page.
			if (this.running) this.#askLater();
		}
	}

	#take(status: PublishStatus): void {
		const wasRunning = this.running || status.phase !== 'idle';
		this.status = status;
		this.message = status.phase === 'failed' || !this.running ? status.message : null;
		if (this.running) return this.#askLater();
		if (!wasRunning) return;
		if (status.phase === 'done') {
			this.ended = 'done';
			this.onDone();
		} else if (status.phase === 'failed') {
			this.ended = 'failed';
		}
	}
}
