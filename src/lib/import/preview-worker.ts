// The preview's own thread: reads a chosen file with the person's answers, by the same code as the server. It opens no
// connection; the file stays in the browser.
import type { TableKind } from '$lib/domain/columns';
import type { Day } from '$lib/domain/day';
import type { FileProblem } from '$lib/domain/problem';
import { blobSource, type ByteSource } from '$lib/read/byte-source';
import type { Answers, RecipeEntry } from './answers';
import type { RejectedRow } from './checks/check-rows';
import { importFile, type ImportResult, type RowSink } from './import-file';
import { withoutPersonNumber } from './mend';
import { numbersInOrder } from './cells/personal-data';
import type { ImportPlan } from './recognise/plan';
import type { KnownReferences } from './checks/references';
import { rejectedHeader, rejectedLine } from './rejected-csv';
import { BlobWriter, stagedLine } from './staged-csv';

/** What the server knows that a reading is checked against. */
export interface PreviewContext {
	recipes: readonly RecipeEntry[];
	references?: KnownReferences;
	/** Dates after it are flagged; without it none are. */
	today?: Day;
}

export interface PreviewRequest {
	task: 'preview' | 'rejected' | 'rejected_rows' | 'staged';
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

/** The first rejected rows, to be mended. */
export interface RejectedRows {
	rows: RejectedRow[];
	/** How the table was read: headers, signs and mapping; null when it was refused. */
	plan: ImportPlan | null;
	/** Why nothing could be read, or what only a person can decide. */
	problem: FileProblem | null;
}

/** The accepted rows, for the engine. */
export interface StagedFile {
	/** As `stagedLine` writes them. */
	csv: Blob;
	kind: TableKind | null;
	rows: number;
	problem: FileProblem | null;
}

/** So many rejected rows are mended in the page; more are mended in a spreadsheet. */
export const mendableRows = 2000;

export type PreviewMessage = { run: number } & (
	| ({ step: 'progress' } & PreviewProgress)
	| { step: 'preview'; result: ImportResult }
	| { step: 'rejected'; csv: Blob }
	| ({ step: 'rejected_rows' } & RejectedRows)
	| ({ step: 'staged' } & StagedFile)
	| { step: 'failed'; message: string }
);

/** A text file is read once for its encoding, once for the evidence, and once for its rows. */
const passes = 3;
const progressEvery = 100;

/**
 * The same person has the same number in every file that this thread reads, so that a corrected file can be compared
 * with the one before it.
 */
const soleTraders = numbersInOrder();

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
	const read = (sink?: RowSink): Promise<ImportResult> =>
		importFile(source, {
			answers,
			...context,
			soleTraders,
			sink,
			progress: (count) => {
				rows = count;
				tell();
			}
		});
	switch (task) {
		case 'preview':
			return send({ run, step: 'preview', result: await read() });
		case 'rejected':
			return send({ run, step: 'rejected', csv: await rejectedCsv(read) });
		case 'rejected_rows':
			return send({ run, step: 'rejected_rows', ...(await firstRejected(read)) });
		case 'staged':
			return send({ run, step: 'staged', ...(await staged(read)) });
	}
}

type Reading = (sink: RowSink) => Promise<ImportResult>;

async function rejectedCsv(read: Reading): Promise<Blob> {
	const csv = new BlobWriter();
	await read({
		begin: (plan) => csv.write(rejectedHeader(plan.headers)),
		reject: (row) => csv.write(rejectedLine({ ...row, cells: row.cells.map(withoutPersonNumber) }))
	});
	return csv.finish('text/csv');
}

async function firstRejected(read: Reading): Promise<RejectedRows> {
	const rows: RejectedRow[] = [];
	const { plan, problem } = await read({
		reject: (row) => {
			if (rows.length < mendableRows) rows.push(row);
		}
	});
	return { rows, plan, problem };
}

async function staged(read: Reading): Promise<StagedFile> {
	const csv = new BlobWriter();
	const { kind, totals, problem } = await read({
		accept: (row, plan) => csv.write(stagedLine(plan.kind, row))
	});
	return { csv: csv.finish('text/csv'), kind, rows: totals?.accepted ?? 0, problem };
}

self.addEventListener('message', ({ data }: MessageEvent<PreviewRequest>) => {
	answer(data).catch((error: unknown) => {
		console.error(error);
		send({ run: data.run, step: 'failed', message: error instanceof Error ? error.message : String(error) });
	});
});
