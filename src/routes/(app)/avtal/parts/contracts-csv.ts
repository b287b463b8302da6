// The list as a file: the canonical register with its computed days and what is invoiced.
import { contractCells, contractColumns } from '$lib/export/contracts';
import { toCsv, type ExportStamp } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import type { ContractRow } from '$lib/queries/described-contract';

/** The rows in the order they are shown. @param nameParts what stands in the file name: filters, as-of day */
export function contractsFile(
	rows: readonly ContractRow[],
	nameParts: readonly string[],
	stamp: ExportStamp
) {
	return {
		name: exportFileName(['avtal', ...nameParts]),
		content: new Blob([toCsv(contractColumns, rows.map(contractCells), stamp)], { type: 'text/csv' })
	};
}
