// The files of a folder, in a stable order, without the hidden ones.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { ByteSource } from '$lib/read/byte-source';
import { readPart } from '../editions/durable-file';

/** A file on disk as a source of bytes; `name` is what reports call it. */
export function fileSource(path: string, name: string, size: number): ByteSource {
	return {
		name,
		size,
		async *open() {
			for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Uint8Array;
		},
		read: (offset, length) => readPart(path, offset, length)
	};
}

/** Every file below a folder, except hidden ones and those below `leaveOut`. @throws when the folder cannot be read */
export async function folderSources(folder: string, leaveOut: string): Promise<ByteSource[]> {
	const root = resolve(folder);
	const excluded = resolve(leaveOut);
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((path) => excluded === root || !(path + sep).startsWith(excluded + sep))
		.map((path) => ({ path, name: relative(root, path).split(sep).join('/') }))
		.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
		.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
	return Promise.all(paths.map(async ({ path, name }) => fileSource(path, name, (await stat(path)).size)));
}
