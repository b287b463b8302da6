// The register of contracts as a file, with its computed days and what is invoiced: the same from the page and from the
// batch command.
import { optionCallDay } from '$lib/domain/contract-clock';
import { parseIsoDay } from '$lib/domain/day';
import { shareOf } from '$lib/domain/indicator';
import { canonicalColumns } from './canonical-columns';
import type { ExportColumn, ExportValue } from './csv';

const register = canonicalColumns('contract');

export const contractColumns: readonly ExportColumn[] = [
	...register,
	{ header: 'sista_uppsagningsdag', format: 'day' },
	{ header: 'sista_forlangningsdag', format: 'day' },
	{ header: 'senaste_slut', format: 'day' },
	{ header: 'sista_upphandlingsstart', format: 'day' },
	{ header: 'fakturerat', format: 'amount' },
	{ header: 'takvolym_uttag', format: 'share' }
];

/** What is read of a contract, beside the columns of the register; amounts in öre. */
interface ContractRow {
	end_day: string | null;
	extension_kind: string | null;
	extension_count: number | null;
	extensions_used: number | null;
	extension_call_months: number | null;
	notice_day: string | null;
	latest_end: string | null;
	last_safe_start: string | null;
	invoiced: number | null;
	ceiling: number | null;
	ceiling_used: number | null;
}

/** A contract as the cells of those columns. */
export function contractCells(row: ContractRow): (ExportValue | undefined)[] {
	const cells: Partial<Record<string, ExportValue>> = { ...row };
	return [
		...register.map(({ name }) => cells[name]),
		row.notice_day,
		optionCallDay({
			endDay: parseIsoDay(row.end_day ?? ''),
			extensionKind: row.extension_kind,
			extensionCount: row.extension_count,
			extensionsUsed: row.extensions_used,
			extensionCallMonths: row.extension_call_months
		}),
		row.latest_end,
		row.last_safe_start,
		row.invoiced,
		shareOf(row.ceiling_used, row.ceiling)
	];
}
