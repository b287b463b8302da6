// One table of a chosen file on its way in: what was read, what a person has said, and where it stands.
import type { Answers } from '$lib/import/answers';
import type { ImportResult } from '$lib/import/import-file';
import type { PreviewProgress } from '$lib/import/preview-worker';
import type { RecipeMatch } from '$lib/import/recipe-match';
import type { KeptReceipt } from './send-file';

export type FilePhase =
	| { name: 'waiting' }
	| ({ name: 'reading' } & PreviewProgress)
	/** The person broke off the reading; it can be read again. */
	| { name: 'stopped' }
	/** Read; `result` tells what was found, or why it is refused. */
	| { name: 'review' }
	/** `share` 1: all is sent and the server reads. `rows` are those it has read, null before it says. */
	| { name: 'sending'; share: number; rows: number | null; cancelling: boolean }
	| { name: 'sent'; receipt: KeptReceipt }
	/** It was sent, and taken back: `message` says what counts instead. */
	| { name: 'undone'; message: string }
	| { name: 'failed'; message: string };

/** A chosen file, shared by the entries of its tables. */
export interface FileOrigin {
	readonly key: number;
	readonly file: File;
	/** Set once the server has the file, so that its other tables need not carry it again. */
	sha256: string | null;
}

/** A control total that was taken from somewhere and not typed. */
export interface FilledControl {
	/** Tells one source from another. */
	key: string;
	/** Where it comes from, in Swedish. */
	label: string;
	/** Öre. */
	sum: number | null;
	rows: number | null;
}

let lastKey = 0;

/** The next number that no file and no entry has had. */
export function nextKey(): number {
	return ++lastKey;
}

/** One table of one chosen file. */
export class QueuedFile {
	readonly key = nextKey();
	phase = $state.raw<FilePhase>({ name: 'waiting' });
	/** What it is read by: a person's answers on top of a recipe's. */
	answers = $state.raw<Answers>({});
	/** The part of the file that this entry is; null while the file has only one table. */
	sheet = $state<string | null>(null);
	/** The latest reading; stands while the file is read again with other answers. */
	result = $state.raw<ImportResult | null>(null);
	/** The recipe that the answers began with. */
	recipe = $state.raw<RecipeMatch | null>(null);
	/** False: the person wants the file read by its own evidence. */
	/** What a recipe's columns differ in has been seen. */
	differenceSeen = $state(false);
	usesRecipes = $state(true);
	/** As typed or filled in. */
	controlSum = $state('');
	controlRows = $state('');
	/** What filled them in last. */
	controlFrom = $state.raw<FilledControl | null>(null);
	/** The import that it takes the place of; null when it is added; undefined until somebody has said. */
	replaces = $state<number | null>();
	/** Why the last attempt to send it came to nothing. */
	sendProblem = $state<string | null>(null);
	stopper: AbortController | null = null;

	constructor(
		readonly origin: FileOrigin,
		/** The entry whose rejected rows this one holds, mended. */
		readonly parent: QueuedFile | null = null
	) {}

	get file(): File {
		return this.origin.file;
	}

	/** `fil.xlsx · Bladet`; the file's name alone where it has one table. */
	get title(): string {
		return this.sheet ? `${this.file.name} · ${this.sheet}` : this.file.name;
	}
}
