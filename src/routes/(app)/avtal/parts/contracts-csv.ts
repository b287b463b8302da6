// The list as a file: the canonical register with its computed days and what is invoiced.
import { shareOf } from '$lib/domain/indicator';
import { canonicalColumns } from '$lib/export/canonical-columns';
import { toCsv, type ExportColumn, type ExportStamp, type ExportValue } from '$lib/export/csv';
import { exportFileName } from '$lib/export/file-name';
import type { ContractRow } from '$lib/queries/described-contract';

const computed: ExportColumn[] = [
	{ header: 'sista_uppsagningsdag', format: 'day' },
	{ header: 'senaste_slut', format: 'day' },
	{ header: 'sista_upphandlingsstart', format: 'day' },
	{ header: 'fakturerat', format: 'amount' },
	{ header: 'takvolym_uttag', format: 'share' }
];

/** The rows in the order they are shown. @param nameParts what stands in the file name: filters, as-of day */
export function contractsFile(
	rows: readonly ContractRow[],
	nameParts: readonly string[],
	stamp: ExportStamp
) {
	const columns = canonicalColumns('contract');
	const lines = rows.map((row) => {
		const cells: Record<string, ExportValue | undefined> = row;
		return [
			...columns.map(({ name }) => cells[name]),
			row.notice_day,
			row.latest_end,
			row.last_safe_start,
			row.invoiced,
			shareOf(row.ceiling_used, row.ceiling)
		];
	});
	return {
		name: exportFileName(['avtal', ...nameParts]),
		content: new Blob([toCsv([...columns, ...computed], lines, stamp)], { type: 'text/csv' })
	};
}
