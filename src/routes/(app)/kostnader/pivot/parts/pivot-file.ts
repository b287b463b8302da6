// The table as it is seen, as a file: its lines in their order, every sum, and what the filter and the data were.
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { guardText } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import { workbook } from '$lib/export/workbook';
import { notesOfHeads } from './heads-notes';
import { dimensions } from '$lib/domain/dimensions';
import { lineValue, type PivotLine, type PivotTable } from '$lib/domain/pivot-table';
import { incompleteMonths } from '$lib/domain/incomplete-months';
import type { Period } from '$lib/domain/period';
import type { PageContext } from '$lib/state/page-context';
import { costFileName } from '$lib/state/cost-file-name';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { aboutEdition } from '$lib/state/about-take-out';
import { recordTakeOut } from '$lib/state/take-out';
import { accrualWords } from '$lib/text/accrual';
import { namedFilters } from '$lib/text/filters';
import type { ListFilter } from '$lib/domain/filters';
import { formatPeriod } from '$lib/text/format';
import {
	dividedBy,
	headingMonths,
	headingName,
	measureNames,
	pivotNotes,
	pivotTitle,
	pivotWords
} from '$lib/text/pivot';
import { takeOutWords } from '$lib/text/take-out';

const formats = {
	amount: 'amount',
	change: 'amount',
	rows: 'count',
	share: 'share',
	rowShare: 'share',
	columnShare: 'share',
	changeShare: 'share',
	perEmployee: 'amount',
	perUser: 'amount'
} as const;

interface PivotCells {
	columns: ExportColumn[];
	rows: (ExportValue | undefined)[][];
	isSum: (row: number) => boolean;
}

/** Columns and rows of the file. A line that sums others says so in the column of what it sums. */
function pivotCells(table: PivotTable, context: PageContext): PivotCells {
	const { pivot } = table;
	const { period } = context.filters;
	const gaps = incompleteMonths(context.answers.months, context.answers.meta.today);
	const format = formats[pivot.measure];
	const lines = [...table.lines, ...(table.sums ? [table.sums] : [])];
	const values = (line: PivotLine) =>
		[...table.columns.keys(), ...(table.hasTotals ? [table.columns.length] : [])].map((column) =>
			lineValue(table, line, column)
		);
	const names = (line: PivotLine) =>
		pivot.rows.map((_, level) => {
			const heading = line.headings[level];
			if (heading) return headingName(heading);
			return level === 0 || line.group ? pivotWords.sum : '';
		});
	return {
		columns: [
			...pivot.rows.map((key) => exportColumn(dimensions[key].header)),
			exportColumn('fran'),
			exportColumn('till'),
			...table.columns.map((column) => {
				const months = headingMonths(column, period, gaps);
				return exportColumn(guardText(headingName(column) + (months ? ` (${months})` : '')), format);
			}),
			...(table.hasTotals ? [exportColumn('summa', format)] : [])
		],
		rows: lines.map((line) => [...names(line), period.from, period.to, ...values(line)]),
		isSum: (row) => lines[row]?.group === true || lines[row]?.headings.length === 0
	};
}

function nameOf(table: PivotTable, context: PageContext): string {
	return costFileName(`pivot per ${dividedBy(table.pivot)}`, context.filters.current, [
		measureNames[table.pivot.measure]
	]);
}

export function pivotCsv(context: PageContext, table: PivotTable): Promise<{ name: string; content: Blob }> {
	const { columns, rows } = pivotCells(table, context);
	return tableFile(context, nameOf(table, context), columns, rows);
}

/** What the sheet about the take-out tells beside the edition. */
export interface TakeOutWords {
	/** The months that changes are told against; null when the measure tells none. */
	compared: Period | null;
	/** What a word of a filter is called. */
	wordOf: (list: ListFilter, word: string) => string;
}

export async function pivotWorkbook(
	context: PageContext,
	table: PivotTable,
	{ compared, wordOf }: TakeOutWords
): Promise<{ name: string; content: Blob }> {
	const name = exportFileName([nameOf(table, context).replace(/\.csv$/, '')], 'xlsx');
	const content = await workbook([
		{ name: pivotWords.title, ...pivotCells(table, context), heads: table.pivot.rows.length },
		{
			name: takeOutWords.sheet,
			columns: [exportColumn('uppgift'), exportColumn('varde')],
			rows: aboutTheTakeOut(context, table, { compared, wordOf })
		}
	]);
	recordTakeOut({ what: name, filter: location.search, edition: context.answers.meta.edition });
	return { name, content };
}

function aboutTheTakeOut(
	context: PageContext,
	table: PivotTable,
	{ compared, wordOf }: TakeOutWords
): string[][] {
	const { current, period } = context.filters;
	const others = table.lines.some(({ headings }) => headings.some(({ gathers }) => gathers !== null));
	const chosen = namedFilters(current, wordOf).map(({ label }) => label);
	return [
		[takeOutWords.what, pivotTitle(table.pivot)],
		[takeOutWords.measure, measureNames[table.pivot.measure]],
		[takeOutWords.amounts, takeOutWords.amountsMeaning],
		[takeOutWords.period, formatPeriod(period)],
		...(compared ? [[takeOutWords.compared, formatPeriod(compared)]] : []),
		[takeOutWords.basis, accrualWords.names[current.basis]],
		[takeOutWords.filters, chosen.join(' · ') || takeOutWords.noFilters],
		...aboutEdition(context),
		...[
			...pivotNotes(table.pivot, others, compared !== null),
			...notesOfHeads(table, period, context.filters.moneyUnit)
		].map((note) => [takeOutWords.notes, note])
	];
}
