// The door to the SQLite database.
//
// Changes that belong together go in one `database.batch([...])`, never in `database.transaction()`: the local driver is
// synchronous, so another request that meets the lock of a half-done transaction would stop the whole process.
import { createClient, type Client } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configuration } from '../configuration';

export type Database = LibSQLDatabase & { $client: Client };

/** Opens a database file, made if missing. Foreign keys are on by default in libSQL. */
export function connect(file: string): Database {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	// Another process (the batch command) may hold the write lock for a moment.
	return drizzle(createClient({ url: pathToFileURL(file).href, timeout: 5000 }));
}

/** Where the configured installation keeps its database. */
export function databaseFile(dataDirectory: string): string {
	return join(dataDirectory, 'genomlys.sqlite');
}

let opened: Database | undefined;

/** The installation's database, opened at the first call. */
export function database(): Database {
	opened ??= connect(databaseFile(configuration().dataDirectory));
	return opened;
}
