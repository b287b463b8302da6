// Files that must be whole or absent after a crash: written aside, flushed to disk, then renamed into place.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSource } from '$lib/read/byte-source';

/** About 500 rows, which take some 15 ms to read and check. */
const chunkSize = 64 * 1024;

/** A name that nothing else has, for work that is not yet finished. */
export function unfinishedName(prefix: string): string {
	return `${prefix}${randomBytes(8).toString('hex')}`;
}

/** Lets the server answer others in the middle of long work. */
export function answerOthers(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/** A source over a file on disk. Others are answered between its chunks, however fast the disk is. */
export function fileSource(path: string, name: string, size: number): ByteSource {
	return {
		name,
		size,
		async *open() {
			for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
				if (!(chunk instanceof Uint8Array)) throw new TypeError('A file is read as bytes');
				yield chunk;
				await answerOthers();
			}
		},
		read: (offset, length) => readPart(path, offset, length)
	};
}

/** The bytes of a file from an offset, fewer at its end. */
export async function readPart(path: string, offset: number, length: number): Promise<Uint8Array> {
	const handle = await open(path, 'r');
	try {
		const part = new Uint8Array(length);
		let filled = 0;
		while (filled < length) {
			const { bytesRead } = await handle.read(part, filled, length - filled, offset + filled);
			if (bytesRead === 0) break;
			filled += bytesRead;
		}
		return part.subarray(0, filled);
	} finally {
		await handle.close();
	}
}

/** SHA-256 in hex, and the size in bytes. */
export async function hashFile(path: string): Promise<{ hash: string; bytes: number }> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const chunk of fileSource(path, '', 0).open()) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	return { hash: hash.digest('hex'), bytes };
}

export async function flushFile(path: string): Promise<void> {
	const handle = await open(path, 'r+');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Makes the names in a folder last. Windows cannot open a folder, and keeps names without being asked. */
export async function flushFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Moves a finished file or folder into its place, and makes the move last. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
	await rename(from, to);
	await flushFolder(dirname(to));
}

/** Writes a file whole or not at all. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
	const aside = join(dirname(path), unfinishedName('.writing-'));
	try {
		const handle = await open(aside, 'wx', 0o600);
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await moveIntoPlace(aside, path);
	} catch (error) {
		await rm(aside, { force: true });
		throw error;
	}
}
