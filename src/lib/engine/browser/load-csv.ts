// Reads a CSV into a table of the engine's own, beside the edition: the engine reads the blob where it lies.
import { DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { loadStatement, type OwnTable } from '../staging-engine';
import type { Started } from './start';
import { runStatement } from './statement';

let registered = 0;

export async function loadCsv(
	started: Started,
	table: OwnTable,
	csv: Blob,
	signal?: AbortSignal
): Promise<void> {
	const { database, watched } = started;
	const file = `staged-${++registered}.csv`;
	await watched(
		database.registerFileHandle(file, new File([csv], file), DuckDBDataProtocol.BROWSER_FILEREADER, true)
	);
	try {
		await runStatement(started, loadStatement(table, file), [], signal);
	} finally {
		await watched(database.dropFile(file)).catch(() => undefined);
	}
}
