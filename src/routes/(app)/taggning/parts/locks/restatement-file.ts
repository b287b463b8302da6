// The restatements as a CSV file, all rows of one lock or of all.
import type { Engine } from '$lib/engine/engine';
import { csvHeader, csvRows, type ExportColumn, type ExportStamp } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import { ask } from '$lib/queries/query';
import { restatementRows, type RestatedRow } from '$lib/queries/restatements';
import { restatementWords as words } from '$lib/text/tagging-locks';

const pageSize = 20_000;

const columns: (ExportColumn & { value: (row: RestatedRow) => string | number | null })[] = [
	{ header: 'datum', format: 'day', value: (row) => (row.is_period ? row.day.slice(0, 7) : row.day) },
	{ header: 'namnd', format: 'text', value: ({ unit }) => unit },
	{ header: 'konto', format: 'text', value: ({ account }) => account },
	{ header: 'konto_text', format: 'text', value: ({ account_text }) => account_text },
	{ header: 'leverantor', format: 'text', value: ({ supplier }) => supplier },
	{ header: 'belopp', format: 'amount', value: ({ amount }) => amount },
	{ header: 'valuta', format: 'text', value: ({ currency }) => currency },
	{ header: 'it_rapporterat', format: 'amount', value: ({ it_before }) => it_before },
	{ header: 'it_dagens_regler', format: 'amount', value: ({ it_after }) => it_after },
	{
		header: 'skillnad',
		format: 'amount',
		value: ({ it_before, it_after }) =>
			it_before === null || it_after === null ? null : it_after - it_before
	},
	{ header: 'taggar_rapporterat', format: 'text', value: ({ tags_before }) => tags_before },
	{ header: 'taggar_dagens_regler', format: 'text', value: ({ tags_after }) => tags_after },
	{ header: 'regelversion_rapporterad', format: 'count', value: ({ version_before }) => version_before },
	{ header: 'regelversion_dagens', format: 'count', value: ({ version_after }) => version_after }
];

/** @param lock null for all locks. @throws what the engine throws */
export async function restatementFile(
	engine: Engine,
	lock: number | null,
	lockName: string,
	stamp: ExportStamp
): Promise<{ name: string; content: Blob }> {
	const parts = [csvHeader(columns)];
	for (let offset = 0; ; offset += pageSize) {
		const rows = await ask(engine, restatementRows, { lock, limit: pageSize, offset });
		const cells = rows.map((row) => columns.map(({ value }) => value(row)));
		parts.push(csvRows(columns, cells, stamp));
		if (rows.length < pageSize) break;
	}
	const name = exportFileName([words.fileName, lockName]);
	return { name, content: new Blob(parts, { type: 'text/csv;charset=utf-8' }) };
}
