// A table that is read with pauses: a document of JSON or a workbook is in memory whole, so its rows would otherwise be
// checked without anybody else being answered, and without a wish to stop being heard.
import type { SourceTable } from '$lib/read/source-table';

/** About 15 ms of checks. */
const rowsBetween = 500;

/** The same records in smaller batches, with a pause before each. */
export function pausedTable(table: SourceTable, pause: () => Promise<void>): SourceTable {
	return {
		...table,
		async *records() {
			for await (const batch of table.records()) {
				for (let at = 0; at < batch.length; at += rowsBetween) {
					await pause();
					yield batch.length > rowsBetween ? batch.slice(at, at + rowsBetween) : batch;
				}
			}
		}
	};
}
