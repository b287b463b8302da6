// An engine that can also hold tables of its own beside the edition: what a file would change is asked there before it
// is sent.
import type { Engine } from './engine';

/** A table of the engine's own memory. Its names come from the program, never from a file. */
export interface OwnTable {
	/** `memory.main.…` */
	name: string;
	columns: readonly { name: string; type: string }[];
}

export interface StagingEngine extends Engine {
	/**
	 * Reads a CSV, as `$lib/import/staged-csv` writes it, into a new table.
	 * @throws EngineError when it does not fit the columns; AbortError when the signal fires first
	 */
	load(table: OwnTable, csv: Blob, signal?: AbortSignal): Promise<void>;
}

/** The statement that reads a registered file into a new table; every column's type is said, nothing is guessed. */
export function loadStatement({ name, columns }: OwnTable, file: string): string {
	const types = columns.map((column) => `'${column.name}': '${column.type}'`).join(', ');
	return `CREATE TABLE ${name} AS SELECT * FROM read_csv('${file}', header = false, auto_detect = false,
		delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '', columns = {${types}})`;
}
