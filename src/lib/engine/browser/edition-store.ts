/// <reference lib="dom.asynciterable" />
// Where the browser keeps an edition: one file in the origin's private file system (OPFS), named by account and slice
// hash. Without OPFS, or with a full disk, the edition is held in memory for this visit.
import type { EditionBytes } from './attach';

/** An edition as the server offers it to one account. */
export interface EditionFile {
	edition: number;
	/** Content hash of the slice. */
	hash: string;
	bytes: number;
	url: string;
	account: string;
}

export type Progress = (done: number, total: number) => void;

/** The server did not hand out the edition; `status` is null when it was not reached or the bytes were cut short. */
export class EditionFetchError extends Error {
	constructor(
		message: string,
		readonly status: number | null,
		options?: ErrorOptions
	) {
		super(message, options);
		this.name = 'EditionFetchError';
	}
}

const folderName = 'genomlys';

/** What the names of one account's edition begin with: its file and its cells. */
function namesOf(file: Pick<EditionFile, 'account' | 'hash'>): string {
	return `${encodeURIComponent(file.account)}-${encodeURIComponent(file.hash)}.`;
}

function fileName(file: EditionFile): string {
	return `${namesOf(file)}duckdb`;
}

/** What a fetch tells, and what stops it. */
export interface Fetching {
	onProgress: Progress;
	signal?: AbortSignal;
}

/**
 * The edition's bytes: from the store when they are there, else fetched and stored.
 * @throws EditionFetchError
 */
export async function obtainEdition(file: EditionFile, fetching: Fetching): Promise<EditionBytes> {
	try {
		return await oneTabAtATime(() => storedEdition(file, fetching));
	} catch (error) {
		if (error instanceof EditionFetchError) throw error;
		return fetchedToMemory(file, fetching);
	}
}

/** The cells of an edition as the server offers them to one account. */
export interface CellFile {
	/** Content hash of the slice that they are of. */
	hash: string;
	url: string;
	account: string;
	/** Of the file's own layout. */
	format: number;
}

/**
 * The bytes of an edition's cells: from the store when they are there, else fetched and, where `keep` says so, stored.
 * @param options.anew fetches them although they are stored, since those could not be read
 * @throws EditionFetchError
 */
export async function obtainCells(
	file: CellFile,
	{ keep, anew = false, signal }: { keep: boolean; anew?: boolean; signal?: AbortSignal }
): Promise<ArrayBuffer> {
	const name = `${namesOf(file)}celler-${file.format}`;
	const stored = keep ? await openFolder(true).catch(() => null) : null;
	if (stored && !anew) {
		const known = await stored.getFileHandle(name).then(
			(handle) => handle.getFile(),
			() => null
		);
		if (known?.size) return known.arrayBuffer();
	}
	const response = await received(fetch(file.url, { credentials: 'same-origin', redirect: 'error', signal }));
	if (!response.ok) throw new EditionFetchError(`The server answered ${response.status}`, response.status);
	const bytes = await received(response.arrayBuffer());
	// Not vital: what cannot be stored now is fetched at the next visit.
	if (stored) await storeBytes(stored, name, bytes).catch(() => undefined);
	return bytes;
}

async function storeBytes(
	folder: FileSystemDirectoryHandle,
	name: string,
	bytes: ArrayBuffer
): Promise<void> {
	const handle = await folder.getFileHandle(name, { create: true });
	const writable = await handle.createWritable();
	await writable.write(bytes);
	await writable.close();
}

/** Deletes every other file of the store: older editions, and what other accounts left behind. */
export async function deleteOtherEditions(file: EditionFile): Promise<void> {
	await deleteEditions((name) => !name.startsWith(namesOf(file)));
}

/** Deletes every stored edition: at logout, at 401, and when access is withdrawn. */
export async function clearEditions(): Promise<void> {
	await deleteEditions(() => true);
}

async function storedEdition(file: EditionFile, fetching: Fetching): Promise<File> {
	const folder = await openFolder(true);
	const kept = await folder.getFileHandle(fileName(file), { create: true });
	const known = await kept.getFile();
	if (known.size === file.bytes) return known;
	// What is written is seen only when it is closed, so a broken download never looks like an edition.
	const writable = await kept.createWritable();
	try {
		await fetchEdition(file, (part) => writable.write(part), fetching);
		await writable.close();
	} catch (error) {
		await writable.abort().catch(() => undefined);
		await folder.removeEntry(fileName(file)).catch(() => undefined);
		throw error;
	}
	return kept.getFile();
}

async function fetchedToMemory(file: EditionFile, fetching: Fetching): Promise<Uint8Array> {
	const bytes = new Uint8Array(file.bytes);
	let done = 0;
	await fetchEdition(
		file,
		async (part) => {
			bytes.set(part, done);
			done += part.length;
		},
		fetching
	);
	return bytes;
}

async function fetchEdition(
	file: EditionFile,
	write: (part: Uint8Array<ArrayBuffer>) => Promise<void>,
	{ onProgress, signal }: Fetching
): Promise<void> {
	const response = await received(fetch(file.url, { credentials: 'same-origin', redirect: 'error', signal }));
	if (!response.ok || !response.body)
		throw new EditionFetchError(`The server answered ${response.status}`, response.status);
	const reader = response.body.getReader();
	let done = 0;
	onProgress(done, file.bytes);
	for (;;) {
		const { value: part } = await received(reader.read());
		if (!part) break;
		done += part.length;
		if (done > file.bytes) {
			await reader.cancel();
			break;
		}
		await write(part);
		onProgress(done, file.bytes);
	}
	if (done !== file.bytes)
		throw new EditionFetchError(`Expected ${file.bytes} bytes, received ${done}`, null);
}

async function received<Result>(waiting: Promise<Result>): Promise<Result> {
	try {
		return await waiting;
	} catch (error) {
		throw new EditionFetchError('The edition could not be fetched', null, { cause: error });
	}
}

async function deleteEditions(unwanted: (name: string) => boolean): Promise<void> {
	let folder: FileSystemDirectoryHandle;
	try {
		folder = await openFolder(false);
	} catch {
		return; // No OPFS, or nothing stored yet.
	}
	const deleted: Promise<void>[] = [];
	for await (const name of folder.keys()) if (unwanted(name)) deleted.push(folder.removeEntry(name));
	await Promise.all(deleted);
}

async function openFolder(create: boolean): Promise<FileSystemDirectoryHandle> {
	const root = await navigator.storage.getDirectory();
	return root.getDirectoryHandle(folderName, { create });
}

/** Two tabs that open at once fetch the edition once: the second finds it stored. */
async function oneTabAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
	return 'locks' in navigator ? navigator.locks.request(folderName, work) : work();
}
