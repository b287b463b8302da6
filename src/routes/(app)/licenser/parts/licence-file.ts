// Tables of licence figures as files. The licence table has no control total, so nothing is said of agreement.
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import type { PageContext } from '$lib/state/page-context';
import { tableFile } from '$lib/state/table-file';

/** Makes the file and notes that it was taken out. */
export function licenceFile(
	context: PageContext,
	name: readonly string[],
	columns: readonly ExportColumn[],
	rows: readonly (readonly (ExportValue | undefined)[])[]
): Promise<{ name: string; content: Blob }> {
	const stamp = { ...context.exportStamp, reconciled: null };
	return tableFile({ ...context, exportStamp: stamp }, exportFileName([...name]), columns, rows);
}
