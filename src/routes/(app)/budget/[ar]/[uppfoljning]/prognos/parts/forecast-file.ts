// The forecast as a file: each nämnd and its kostnadsslag, as the page has them.
import type { YearFollowUp } from '$lib/domain/follow-up';
import type { ForecastRow, ForecastTable } from '$lib/domain/forecast-table';
import { exportFileName } from '$lib/export/file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { dayOfInstant } from '$lib/text/format';
import { forecastText as words, methodName, sourceNames } from '$lib/text/forecast';

const columns = [
	exportColumn('namnd'),
	exportColumn('kostnadsslag'),
	exportColumn('utfall', 'amount'),
	exportColumn('beraknad_lag', 'amount'),
	exportColumn('beraknad_trolig', 'amount'),
	exportColumn('beraknad_hog', 'amount'),
	exportColumn('namndens_prognos', 'amount'),
	exportColumn('satt_prognos', 'amount'),
	exportColumn('prognos', 'amount'),
	exportColumn('prognos_ar'),
	exportColumn('skillnad', 'amount'),
	exportColumn('metod'),
	exportColumn('satt_av'),
	exportColumn('satt_dag'),
	exportColumn('skal')
];

/** Nämnder without kostnadsslag have an empty one; the total stands last. */
export function forecastFile(
	context: PageContext,
	{ rows, total }: ForecastTable,
	{ followUp, year }: YearFollowUp,
	units: readonly string[]
) {
	const cells = (row: ForecastRow) => [
		row.unit || words.total,
		row.costKind ?? '',
		row.outcome,
		row.calculated.low,
		row.calculated.likely,
		row.calculated.high,
		row.left,
		row.set?.amount ?? null,
		row.holding.amount,
		sourceNames[row.holding.source].toLocaleLowerCase('sv'),
		row.difference,
		row.methods.map(methodName).join('; '),
		row.set?.author ?? '',
		row.set ? dayOfInstant(row.set.created) : '',
		row.set?.reason ?? ''
	];
	return tableFile(
		context,
		exportFileName(['prognos', followUp, String(year), ...units]),
		columns,
		[...rows.flatMap((row) => [row, ...row.parts]), total].map(cells)
	);
}
