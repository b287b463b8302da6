// The folder of editions on disk: one folder per edition, and beside them what is still being built.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openNative } from '$lib/server/engine/native-engine';
import { edition } from '../database/schema';
import type { Installation } from './installation';

export const buildingPrefix = '.building-';
export const slicingPrefix = '.slicing-';
const finished = /^\d+-[0-9a-f]{12}$/;
const abandonedAfter = 24 * 60 * 60 * 1000;

export function editionsFolder(dataDirectory: string): string {
	return join(dataDirectory, 'editions');
}

/** Path below the data directory, as the database keeps it. */
export function editionDirectory(id: number, hash: string): string {
	return `editions/${id}-${hash.slice(0, 12)}`;
}

/**
 * Takes the right to publish, which one process at a time has. It is a lock of the operating system on a small
 * database file, so it ends with the process, however that ends. Null when somebody else has it.
 */
export async function takePublishingLock(
	dataDirectory: string
): Promise<{ release(): Promise<void> } | null> {
	const folder = editionsFolder(dataDirectory);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	try {
		const lock = await openNative({ path: join(folder, '.publishing.duckdb') });
		return { release: () => lock.close() };
	} catch (error) {
		if (error instanceof Error && /lock/i.test(error.message)) return null;
		throw error;
	}
}

/** Removes what broken-off publishing left behind. Only for the one who holds the lock. */
export async function removeLeftovers({ database, dataDirectory }: Installation): Promise<void> {
	const folder = editionsFolder(dataDirectory);
	const known = new Set(
		(await database.select({ directory: edition.directory }).from(edition)).map((row) => row.directory)
	);
	for (const name of await readdir(folder)) {
		const path = join(folder, name);
		// A finished folder without a row in the database was never an edition to anybody.
		const leftover =
			name.startsWith(buildingPrefix) ||
			(finished.test(name) && !known.has(`editions/${name}`)) ||
			(name.startsWith(slicingPrefix) && (await isOld(path)));
		if (leftover) await rm(path, { recursive: true, force: true });
	}
}

async function isOld(path: string): Promise<boolean> {
	const found = await stat(path).catch(() => null);
	return found !== null && Date.now() - found.mtimeMs > abandonedAfter;
}
