// All rows of a selection as one CSV file, fetched from the engine a page at a time.
import type { Engine } from '$lib/engine/engine';
import { canonicalColumns } from '$lib/export/canonical-columns';
import { csvHeader, csvRows, type ExportColumn, type ExportStamp, type ExportValue } from '$lib/export/csv';
import { costRowExport, exportedFields } from '$lib/queries/cost-row-export';
import type { RowSelection } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';

const pageSize = 20_000;

const sourceColumns: (ExportColumn & { name: string })[] = [
	{ name: 'internal', header: 'intern', format: 'text' },
	{ name: 'contract_ref', header: 'avtal_anvant', format: 'text' },
	{ name: 'contract_cover', header: 'avtal_tackning', format: 'text' },
	{ name: 'system_ref', header: 'system_anvant', format: 'text' },
	{ name: 'system_cover', header: 'system_tackning', format: 'text' },
	{ name: 'tag_source', header: 'taggkalla', format: 'text' },
	{ name: 'rule_id', header: 'regel', format: 'text' },
	{ name: 'rule_version', header: 'regelversion_rad', format: 'count' },
	{ name: 'part', header: 'del', format: 'count' },
	{ name: 'file_name', header: 'fil', format: 'text' },
	{ name: 'sheet', header: 'blad', format: 'text' },
	{ name: 'source_row', header: 'rad', format: 'count' }
];

/** Of a file of parts: which part, and the row as it is booked. */
const spreadColumns: (ExportColumn & { name: string })[] = [
	{ name: 'spread_part', header: 'periodiserad_del', format: 'count' },
	{ name: 'booked_day', header: 'bokford_dag', format: 'text' },
	{ name: 'booked_amount', header: 'bokfort_belopp', format: 'amount' }
];

/** Writes every row of a selection. @throws what the engine throws */
export async function rowsFile(
	engine: Engine,
	{ selection, freeText, stamp }: { selection: RowSelection; freeText: boolean; stamp: ExportStamp },
	name: string,
	signal?: AbortSignal
): Promise<{ name: string; content: Blob }> {
	const held = new Set(exportedFields(freeText).map((field) => field.name));
	const columns = [
		...canonicalColumns('cost').filter((column) => held.has(column.name)),
		...(selection.filters.basis === 'accrued' ? spreadColumns : []),
		...sourceColumns
	];
	const parts = [csvHeader(columns)];
	for (let after = 0; ;) {
		const rows = await ask(engine, costRowExport, { selection, freeText, after, limit: pageSize }, signal);
		const cells = rows.map((row) => columns.map((column) => cellOf(row, column.name)));
		parts.push(csvRows(columns, cells, stamp));
		after = rows.at(-1)?.line ?? after;
		if (rows.length < pageSize) break;
	}
	return { name, content: new Blob(parts, { type: 'text/csv;charset=utf-8' }) };
}

/** A period row keeps its month: "2026-03". */
function cellOf(
	row: { is_period: boolean; [name: string]: ExportValue },
	name: string
): ExportValue | undefined {
	const value = row[name];
	return name === 'day' && row.is_period && typeof value === 'string' ? value.slice(0, 7) : value;
}
