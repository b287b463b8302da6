// Attaches an edition to a running engine, read-only. From then on its tables are named without prefix.
import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import type { Started } from './start';

/** The name inside the engine; a new worker is started for each edition, so one name is enough. */
const name = 'edition.duckdb';

/** An edition's bytes: a file that is read where it lies, or a copy in memory where there is no such file. */
export type EditionBytes = File | Uint8Array;

export async function attachEdition(started: Started, bytes: EditionBytes): Promise<void> {
	const { database, connection } = started;
	await started.watched(
		bytes instanceof Uint8Array
			? database.registerFileBuffer(name, bytes)
			: database.registerFileHandle(name, bytes, DuckDBDataProtocol.BROWSER_FILEREADER, true)
	);
	await started.watched(connection.query(`ATTACH '${name}' AS edition (READ_ONLY)`));
	await started.watched(connection.query('USE edition'));
}
