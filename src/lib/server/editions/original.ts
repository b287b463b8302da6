// Originals: uploaded files, kept byte for byte under their SHA-256.
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileProblem } from '$lib/domain/problem';
import type { ByteSource } from '$lib/read/byte-source';
import { fileKindOf } from '$lib/read/file-kind';
import { largestBytes, openTableFile } from '$lib/read/table-file';
import { fileSource, hashFile, moveIntoPlace, unfinishedName } from './durable-file';

const headSize = 16_384;
const incomingPrefix = '.incoming-';
/** An upload that has not grown for this long was broken off. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** A file that has arrived whole but is not yet kept. Either `keep` or `discard` must be called. */
export interface Arrived {
	sha256: string;
	bytes: number;
	source: ByteSource;
	/** Makes it an original. */
	keep(): Promise<void>;
	discard(): Promise<void>;
}

function originalsFolder(dataDirectory: string): string {
	return join(dataDirectory, 'originals');
}

export function originalPath(dataDirectory: string, sha256: string): string {
	return join(originalsFolder(dataDirectory), sha256);
}

/** The bytes of an original, under the name it came with. */
export function originalSource(
	dataDirectory: string,
	original: { sha256: string; bytes: number; fileName: string }
): ByteSource {
	return fileSource(originalPath(dataDirectory, original.sha256), original.fileName, original.bytes);
}

/** An original that lies there already, as if it had just arrived; null when it is gone or damaged. */
export async function arrivedBefore(
	dataDirectory: string,
	original: { sha256: string; bytes: number; fileName: string }
): Promise<Arrived | null> {
	if (!(await originalIsIntact(dataDirectory, original.sha256))) return null;
	return {
		sha256: original.sha256,
		bytes: original.bytes,
		source: originalSource(dataDirectory, original),
		keep: () => Promise.resolve(),
		discard: () => Promise.resolve()
	};
}

/** Whether the stored bytes still are the bytes that came. */
export async function originalIsIntact(dataDirectory: string, sha256: string): Promise<boolean> {
	try {
		return (await hashFile(originalPath(dataDirectory, sha256))).hash === sha256;
	} catch {
		return false;
	}
}

/**
 * Streams an upload to disk while hashing it. A file that is too large, or that its first bytes show to be no table, is
 * not stored; it is still read to its end, since a browser shows an answer only when it has sent everything.
 */
export async function receiveOriginal(
	dataDirectory: string,
	name: string,
	body: AsyncIterable<Uint8Array>
): Promise<Arrived | { problem: FileProblem }> {
	const folder = originalsFolder(dataDirectory);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const path = join(folder, unfinishedName(incomingPrefix));
	const handle = await open(path, 'wx', 0o600);
	try {
		const received = await writeBody(handle, name, body);
		if ('problem' in received) {
			await rm(path, { force: true });
			return received;
		}
		const { sha256, bytes } = received;
		return {
			sha256,
			bytes,
			source: fileSource(path, name, bytes),
			keep: () => moveIntoPlace(path, originalPath(dataDirectory, sha256)),
			discard: () => rm(path, { force: true })
		};
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	} finally {
		await handle.close();
	}
}

async function writeBody(
	handle: FileHandle,
	name: string,
	body: AsyncIterable<Uint8Array>
): Promise<{ sha256: string; bytes: number } | { problem: FileProblem }> {
	const hash = createHash('sha256');
	const head = new Uint8Array(headSize);
	let bytes = 0;
	let limit = Infinity;
	let problem: FileProblem | null = null;
	for await (const chunk of body) {
		if (problem) continue;
		const headWasKnown = bytes >= headSize;
		if (!headWasKnown) head.set(chunk.subarray(0, headSize - bytes), bytes);
		bytes += chunk.length;
		if (!headWasKnown && bytes >= headSize) {
			limit = largestBytes(fileKindOf(head));
		}
		if (bytes > limit) {
			problem = await refusal(name, head, bytes);
			continue;
		}
		hash.update(chunk);
		await writeAll(handle, chunk);
	}
	if (problem) return { problem };
	await handle.sync();
	return { sha256: hash.digest('hex'), bytes };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
	for (let written = 0; written < chunk.length;) {
		written += (await handle.write(chunk, written, chunk.length - written)).bytesWritten;
	}
}

/** Why an upload is not received any further, in the words of the reading itself. */
async function refusal(name: string, head: Uint8Array, bytes: number): Promise<FileProblem> {
	const opened = await openTableFile({
		name,
		size: bytes,
		async *open() {
			yield head;
		}
	});
	if ('problem' in opened) return opened.problem;
	throw new Error('The reading takes a file that its first bytes refuse');
}

/** Removes what broken-off uploads left behind. */
export async function removeAbandonedUploads(dataDirectory: string, now = Date.now()): Promise<void> {
	const folder = originalsFolder(dataDirectory);
	for (const name of await readdir(folder).catch(() => [])) {
		if (!name.startsWith(incomingPrefix)) continue;
		const found = await stat(join(folder, name)).catch(() => null);
		if (found && now - found.mtimeMs > abandonedAfter) await rm(join(folder, name), { force: true });
	}
}
