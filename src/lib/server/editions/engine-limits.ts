// Building shares the machine with the server: it takes a part of the memory and spills the rest to disk.
import { totalmem } from 'node:os';
import type { NativeDatabase } from '$lib/server/engine/native-engine';

const megabyte = 1024 * 1024;

/** A quarter of the machine's memory, and never less than DuckDB needs for wide tables. */
function memoryLimit(): number {
	return Math.max(1024, Math.floor(totalmem() / megabyte / 4));
}

/**
 * Sets the limits of a database that builds something.
 * @param spillFolder where tables go that do not fit; from the configuration, never from a request
 */
export async function limitEngine(database: NativeDatabase, spillFolder: string): Promise<void> {
	await database.execute(
		`SET memory_limit = '${memoryLimit()}MB'; SET temp_directory = ${quoted(spillFolder)}`
	);
}

/** A path as an SQL text. */
export function quoted(path: string): string {
	return `'${path.replaceAll("'", "''")}'`;
}
