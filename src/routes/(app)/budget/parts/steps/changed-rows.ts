// Where the rows of a line that has changed are: in the edition of the lock, or in the one that the page is of.
import type { BudgetDimension } from '$lib/domain/budget-leaf';
import type { RestatementLine } from '$lib/domain/budget-restatement';
import { noFilters } from '$lib/domain/filters';
import type { Period } from '$lib/domain/period';
import type { RowSelection } from '$lib/queries/cost-rows';
import { addressOf } from '$lib/state/address';
import { rowsToText } from '$lib/state/rows-text';
import { unknownWord } from '$lib/text/common';

interface ChangedRows {
	/** How one came to the rows, from the whole to the part. */
	path: string[];
	/** What the line is a value of. */
	level: BudgetDimension;
	period: Period;
	/** The nämnder that are shown; none is all. */
	units: readonly string[];
	/** Null is the page's own. */
	edition: number | null;
}

/** The address of the outcome's rows, beside what the page shows. */
export function changedRowsHref(
	url: URL,
	{ path, level, period, units, edition }: ChangedRows,
	{ value }: RestatementLine
): string {
	const filters = { ...noFilters, period, units: [...units] };
	const selection: RowSelection =
		level === 'system'
			? { filters, ofSystem: value }
			: {
					filters,
					cells: [{ dimension: level, value: level === 'unit' && value === unknownWord ? null : value }]
				};
	const search = new URLSearchParams(url.searchParams);
	if (edition !== null) search.set('utgava', String(edition));
	search.set('rader', rowsToText({ path, selection }));
	return addressOf(url.pathname, search);
}
