// The table as it stands, as a file: a line per nämnd, supplier or system, a column per kostnadsslag, the totals last.
import type { PageContext } from '$lib/state/page-context';
import { costFileName } from '$lib/state/cost-file-name';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { costWords } from '$lib/text/costs';
import { filterWords } from '$lib/text/filters';
import type { CostTableList } from './cost-answers.svelte';
import type { CostTable } from './cost-table';

const headers: Readonly<Record<CostTableList, string>> = {
	units: 'namnd',
	suppliers: 'leverantor',
	systems: 'system'
};

export function costTableFile(
	context: PageContext,
	table: CostTable,
	by: CostTableList,
	/** What it is compared with, as from comparedNames; null where it is with nothing. */
	compared: string | null
): Promise<{ name: string; content: Blob }> {
	const { period } = context.filters;
	const span = [period.from, period.to];
	return tableFile(
		context,
		costFileName(
			`it-kostnad per ${filterWords[by]} och kostnadsslag${compared ? ` mot ${compared}` : ''}`,
			context.filters.current
		),
		[
			exportColumn(headers[by]),
			exportColumn('fran'),
			exportColumn('till'),
			...table.columns.map((column) => exportColumn(column.label, 'amount')),
			exportColumn('summa', 'amount'),
			...(compared ? [exportColumn('mer_an_jamfort', 'amount')] : [])
		],
		[
			...table.rows.map((row) => [
				row.label,
				...span,
				...row.cells,
				row.total,
				...(compared ? [row.difference] : [])
			]),
			[
				costWords.sum,
				...span,
				...table.columns.map((column) => column.total),
				table.total,
				...(compared ? [table.difference] : [])
			]
		]
	);
}
