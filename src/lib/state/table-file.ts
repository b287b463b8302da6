// Aggregates as a CSV file with the stamp columns, noted in the audit log.
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import type { PageContext } from './page-context';
import { recordTakeOut } from './take-out';

/** Makes the file and notes that it was taken out. @param name as from costFileName or exportFileName */
export async function tableFile(
	context: PageContext,
	name: string,
	columns: readonly ExportColumn[],
	rows: readonly (readonly (ExportValue | undefined)[])[]
): Promise<{ name: string; content: Blob }> {
	// What writes files is fetched when somebody takes one out.
	const { toCsv } = await import('$lib/export/csv');
	const csv = toCsv(columns, rows, context.exportStamp);
	recordTakeOut({ what: name, filter: location.search, edition: context.answers.meta.edition });
	return { name, content: new Blob([csv], { type: 'text/csv;charset=utf-8' }) };
}

/** A column of an exported table. */
export function exportColumn(header: string, format: ExportColumn['format'] = 'text'): ExportColumn {
	return { header, format };
}
