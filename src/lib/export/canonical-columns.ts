// The canonical header of a table as export columns.
import { tables, type Field, type TableKind } from '$lib/domain/columns';
import type { ExportColumn, ExportFormat } from './csv';

const formats: Partial<Record<Field['type'], ExportFormat>> = {
	amount: 'amount',
	price: 'amount',
	integer: 'count',
	decimal: 'count',
	day: 'day',
	day_or_month: 'day'
};

/** The columns of a canonical table, in its order. Free text only where the reader may have it. */
export function canonicalColumns(kind: TableKind): (ExportColumn & { name: string })[] {
	return tables[kind].fields.map((field) => ({
		name: field.name,
		header: field.header,
		format: formats[field.type] ?? 'text'
	}));
}
