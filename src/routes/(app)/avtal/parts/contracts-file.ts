// The list as a file: the canonical register with its computed days and what is invoiced, in the order that it is shown.
import { contractCells, contractColumns } from '$lib/export/contracts';
import { exportFileName } from '$lib/export/file-name';
import { aboutEdition } from '$lib/state/about-take-out';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { recordTakeOut } from '$lib/state/take-out';
import { contractFileWords as words } from '$lib/text/contract-filters';
import { contractsText } from '$lib/text/contracts';
import { takeOutWords } from '$lib/text/take-out';
import type { ListedContract } from './listed-contract';

/** More filters than this many letters are only said to be there. */
const mostInName = 120;

interface ShownList {
	contracts: readonly ListedContract[];
	/** Each filter that is on, in words. */
	filters: readonly string[];
	/** "Today" of the edition, ISO. */
	today: string;
}

function nameOf({ filters, today }: ShownList, ending: 'csv' | 'xlsx'): string {
	// File systems take 255 bytes; the sheet about the take-out has all of it.
	const told = filters.join(' ').length <= mostInName ? filters : [words.filtered];
	return exportFileName(['avtal', ...told, today], ending);
}

const cellsOf = ({ contracts }: ShownList) => contracts.map(({ row }) => contractCells(row));

export function contractsCsv(context: PageContext, list: ShownList) {
	return tableFile(context, nameOf(list, 'csv'), contractColumns, cellsOf(list));
}

/** The same as a workbook, with a sheet that says what it holds. */
export async function contractsWorkbook(
	context: PageContext,
	list: ShownList
): Promise<{ name: string; content: Blob }> {
	const name = nameOf(list, 'xlsx');
	const about = [
		[takeOutWords.what, words.what],
		[takeOutWords.amounts, takeOutWords.amountsMeaning],
		[words.asOf, list.today],
		[takeOutWords.filters, list.filters.join(' · ') || takeOutWords.noFilters],
		...aboutEdition(context),
		...words.notes.map((note) => [takeOutWords.notes, note])
	];
	// What writes workbooks is fetched when somebody takes one out.
	const { workbook } = await import('$lib/export/workbook');
	const content = await workbook([
		{ name: contractsText.title, columns: contractColumns, rows: cellsOf(list), heads: 3 },
		{
			name: takeOutWords.sheet,
			columns: [exportColumn('uppgift'), exportColumn('varde')],
			rows: about
		}
	]);
	recordTakeOut({ what: name, filter: location.search, edition: context.answers.meta.edition });
	return { name, content };
}
