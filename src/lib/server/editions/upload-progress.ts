// How far the uploads of each person have come, for the page that waits, and a way to stop one. It lives in memory: an
// upload ends with the process.
import type { ByteSource } from '$lib/read/byte-source';

export interface UploadProgress {
	/** Rows read so far. */
	rows: number;
	/** Bytes received so far. */
	bytes: number;
	/** `saving` and `done`: too late to stop it. */
	phase: 'receiving' | 'waiting' | 'reading' | 'saving' | 'done';
}

/** What the one who receives an upload holds on to. */
export interface WatchedUpload {
	/** Fires when the person stops it. */
	signal: AbortSignal;
	update(change: Partial<UploadProgress>): void;
	/** Call it when all is over, well or not. */
	end(): void;
}

interface Entry {
	progress: UploadProgress;
	stopper: AbortController;
	/** When it ended, in milliseconds; null while it goes on. */
	ended: number | null;
}

/** An upload that is over is forgotten after a minute. */
const rememberedFor = 60_000;

const uploads = new Map<string, Entry>();

function entryKey(key: string, userId: string): string {
	return `${userId}/${key}`;
}

function forgetOld(now: number): void {
	for (const [key, { ended }] of uploads) {
		if (ended !== null && now - ended > rememberedFor) uploads.delete(key);
	}
}

/** Begins to follow an upload under the key that the person's page has made up; without one nobody can ask about it. */
export function watchUpload(key: string | null, userId: string): WatchedUpload {
	forgetOld(Date.now());
	const entry: Entry = {
		progress: { rows: 0, bytes: 0, phase: 'receiving' },
		stopper: new AbortController(),
		ended: null
	};
	if (key !== null) uploads.set(entryKey(key, userId), entry);
	return {
		signal: entry.stopper.signal,
		update(change) {
			entry.progress = { ...entry.progress, ...change };
		},
		end() {
			entry.progress = { ...entry.progress, phase: 'done' };
			entry.ended = Date.now();
		}
	};
}

/** Null for one that the person has not begun, or that ended more than a minute ago. */
export function uploadProgress(key: string, userId: string, now = Date.now()): UploadProgress | null {
	forgetOld(now);
	const entry = uploads.get(entryKey(key, userId));
	return entry ? { ...entry.progress } : null;
}

/** Stops an upload, so that nothing of it is kept. False when there is none, or when it is too late. */
export function stopUpload(key: string, userId: string): boolean {
	const entry = uploads.get(entryKey(key, userId));
	if (!entry || entry.progress.phase === 'saving' || entry.progress.phase === 'done') return false;
	entry.stopper.abort();
	return true;
}

/** The same bytes until the signal fires: an archive or a workbook is opened before any row of it is counted. */
export function stoppable(source: ByteSource, signal: AbortSignal): ByteSource {
	const { read } = source;
	return {
		...source,
		async *open() {
			for await (const chunk of source.open()) {
				signal.throwIfAborted();
				yield chunk;
			}
		},
		read:
			read &&
			((offset, length) => {
				signal.throwIfAborted();
				return read(offset, length);
			})
	};
}
