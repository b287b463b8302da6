// The cells of the map as a file: CSV, or a workbook with a sheet that says what it holds.
import type { ActiveFilters } from '$lib/state/filter-url.svelte';
import { systemMapCells, systemMapColumns } from '$lib/export/system-map';
import { aboutEdition } from '$lib/state/about-take-out';
import { costFileName } from '$lib/state/cost-file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { recordTakeOut } from '$lib/state/take-out';
import { formatPeriod } from '$lib/text/format';
import { systemMapWords as words } from '$lib/text/system-map';
import { takeOutWords } from '$lib/text/take-out';
import type { MappedMap } from './map-lines';

const cellsOf = (map: MappedMap) =>
	map.rows.flatMap((row) => row.cells.map((cell) => systemMapCells(row, cell)));

export function mapCsv(context: PageContext, map: MappedMap, filters: ActiveFilters) {
	return tableFile(context, costFileName('systemkarta', filters), systemMapColumns, cellsOf(map));
}

export async function mapWorkbook(
	context: PageContext,
	map: MappedMap,
	filters: ActiveFilters
): Promise<{ name: string; content: Blob }> {
	const name = costFileName('systemkarta', filters).replace(/\.csv$/, '.xlsx');
	const about = [
		[takeOutWords.what, words.exportTitle],
		[takeOutWords.amounts, takeOutWords.amountsMeaning],
		[takeOutWords.notes, words.asOf(context.answers.meta.today)],
		[takeOutWords.filters, formatPeriod(filters.period)],
		...aboutEdition(context)
	];
	// What writes workbooks is fetched when somebody takes one out.
	const { workbook } = await import('$lib/export/workbook');
	const content = await workbook([
		{ name: words.title, columns: systemMapColumns, rows: cellsOf(map), heads: 3 },
		{ name: takeOutWords.sheet, columns: [exportColumn('uppgift'), exportColumn('varde')], rows: about }
	]);
	recordTakeOut({ what: name, filter: location.search, edition: context.answers.meta.edition });
	return { name, content };
}
