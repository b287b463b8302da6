// The preview's own thread: reads a chosen file with the person's answers, by the same code as the server. It opens no
// connection; the file stays in the browser.
import type { Day } from '$lib/domain/day';
import { blobSource, type ByteSource } from '$lib/read/byte-source';
import type { Answers, RecipeEntry } from './answers';
import { importFile, type ImportResult } from './import-file';
import { numbersInOrder } from './personal-data';
import type { KnownReferences } from './references';
import { rejectedHeader, rejectedLine } from './rejected-csv';

/** What the server knows that a reading is checked against. */
export interface PreviewContext {
	recipes: readonly RecipeEntry[];
	references?: KnownReferences;
	/** Dates after it are flagged; without it none are. */
	today?: Day;
}

export interface PreviewRequest {
	task: 'preview' | 'rejected';
	/** Tells one run's messages from another's. */
	run: number;
	/** Tells one file from another: the same key is the same file once more. */
	key: number;
	file: File;
	answers: Answers;
	context: PreviewContext;
}

/** How far a run has come. */
export interface PreviewProgress {
	/** 0–1; null where the end is not known. */
	share: number | null;
	/** Rows checked so far. */
	rows: number;
}

export type PreviewMessage = { run: number } & (
	| ({ step: 'progress' } & PreviewProgress)
	| { step: 'preview'; result: ImportResult }
	| { step: 'rejected'; csv: Blob }
	| { step: 'failed'; message: string }
);

/** A text file is read once for its encoding, once for the evidence, and once for its rows. */
const passes = 3;
const progressEvery = 100;

interface HeldFile {
	key: number;
	source: ByteSource;
	/** Told the size of every chunk read. */
	meter: { read(bytes: number): void };
}

let held: HeldFile | null = null;

function hold({ key, file }: PreviewRequest): HeldFile {
	if (held?.key === key) return held;
	const meter = { read: (_bytes: number) => {} };
	const blob = blobSource(file.name, file);
	const source: ByteSource = {
		...blob,
		async *open() {
			for await (const chunk of blob.open()) {
				meter.read(chunk.length);
				yield chunk;
			}
		}
	};
	held = { key, source, meter };
	return held;
}

function send(message: PreviewMessage): void {
	self.postMessage(message);
}

async function answer(request: PreviewRequest): Promise<void> {
	const { run, task, answers, context } = request;
	const { source, meter } = hold(request);
	let bytes = 0;
	let rows = 0;
	let told = 0;
	const tell = (): void => {
		const now = performance.now();
		if (now - told < progressEvery) return;
		told = now;
		const share = bytes > 0 ? Math.min(1, bytes / (source.size * passes)) : null;
		send({ run, step: 'progress', share, rows });
	};
	meter.read = (size) => {
		bytes += size;
		tell();
	};
	const parts: string[] = [];
	const result = await importFile(source, {
		answers,
		...context,
		soleTraders: numbersInOrder(),
		sink:
			task === 'rejected'
				? {
						begin: (plan) => parts.push(rejectedHeader(plan.headers)),
						reject: (row) => parts.push(rejectedLine(row))
					}
				: undefined,
		progress: (count) => {
			rows = count;
			tell();
		}
	});
	if (task === 'rejected') send({ run, step: 'rejected', csv: new Blob(parts, { type: 'text/csv' }) });
	else send({ run, step: 'preview', result });
}

self.addEventListener('message', ({ data }: MessageEvent<PreviewRequest>) => {
	answer(data).catch((error: unknown) => {
		console.error(error);
		send({ run: data.run, step: 'failed', message: error instanceof Error ? error.message : String(error) });
	});
});
