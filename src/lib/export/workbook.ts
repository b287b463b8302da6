// Tables → XLSX. Amounts are numbers in kronor, text is text: a cell of text is never run as a formula.
import type { Cell } from 'write-excel-file/universal';
import type { ExportColumn, ExportValue } from './csv';

export interface WorkbookSheet {
	name: string;
	columns: readonly ExportColumn[];
	rows: readonly (readonly (ExportValue | undefined)[])[];
	/** Rows that sum others are bold. */
	isSum?: (row: number) => boolean;
	/** How many columns from the left stay in view. */
	heads?: number;
}

/** Characters of the widest column; longer text goes over several lines. */
const widest = 60;

const formats: Partial<Record<ExportColumn['format'], string>> = {
	amount: '#,##0.00',
	share: '0.0%',
	count: '#,##0'
};

/** Writes a workbook. The library is loaded when the first is made. */
export async function workbook(sheets: readonly WorkbookSheet[]): Promise<Blob> {
	const { default: write } = await import('write-excel-file/universal');
	const made = sheets.map(({ name, columns, rows, isSum, heads = 0 }) => ({
		sheet: name,
		data: [
			columns.map(({ header }): Cell => ({ value: written(header), type: String, fontWeight: 'bold' })),
			...rows.map((row, index) =>
				columns.map(({ format }, place) => cellOf(row[place], format, isSum?.(index) ?? false))
			)
		],
		columns: columns.map((column, place) => ({ width: widthOf(column, rows, place) })),
		stickyRowsCount: 1,
		...(heads ? { stickyColumnsCount: heads } : {})
	}));
	return write(made).toBlob();
}

function cellOf(value: ExportValue | undefined, format: ExportColumn['format'], bold: boolean): Cell {
	if (value === null || value === undefined || value === '') return null;
	const style = bold ? { fontWeight: 'bold' as const } : {};
	if (typeof value === 'number') {
		const shown = formats[format];
		return {
			value: format === 'amount' ? value / 100 : value,
			type: Number,
			alignVertical: 'top',
			...(shown ? { format: shown } : {}),
			...style
		};
	}
	const text = typeof value === 'boolean' ? (value ? 'ja' : 'nej') : value;
	const long = text.length > widest - 2 ? { wrap: true } : {};
	return { value: written(text), type: String, alignVertical: 'top', ...long, ...style };
}

/**
 * The library keeps its texts by name in a plain object, where words such as `constructor` are taken: a cell with one of them would make
 * the file impossible to open. A space at the end, which readers of tables leave out, makes it another name.
 */
function written(text: string): string {
	return text in Object.prototype ? `${text} ` : text;
}

/** In characters, so that names are read without dragging. */
function widthOf({ header, format }: ExportColumn, rows: WorkbookSheet['rows'], place: number): number {
	if (format !== 'text') return Math.min(24, Math.max(14, header.length + 2));
	const longest = rows.reduce((most, row) => Math.max(most, String(row[place] ?? '').length), header.length);
	return Math.min(widest, Math.max(10, longest + 2));
}
