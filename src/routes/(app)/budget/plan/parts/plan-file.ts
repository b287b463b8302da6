// The plan as a file in long format: a row for each year, nämnd, kostnadsslag, line and scenario.
import { planBranches, planLines, planSum, type PlanEntry } from '$lib/domain/plan-entry';
import { exportFileName } from '$lib/export/file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { lineNames, planText as words, scenarioNames, scenarioOrder, yearSpan } from '$lib/text/plan';

const columns = [
	exportColumn('ar', 'number'),
	exportColumn('namnd'),
	exportColumn('kostnadsslag'),
	exportColumn('rad'),
	exportColumn('scenario'),
	exportColumn('lagt', 'amount'),
	exportColumn('troligt', 'amount'),
	exportColumn('hogt', 'amount')
];

export interface PlanExport {
	entries: readonly PlanEntry[];
	years: readonly number[];
	/** The nämnder that are shown; empty: all. */
	units: readonly string[];
}

/** No sums: rows of one year and scenario together are that year. */
export function planFile(context: PageContext, { entries, years, units }: PlanExport) {
	const rows = years.flatMap((year) =>
		planBranches(
			entries.filter((entry) => entry.year === year),
			['unit', 'costKind']
		).flatMap(({ parts }) =>
			parts.flatMap(({ values: [unit, costKind], entries: own }) =>
				planLines.flatMap((line) =>
					scenarioOrder.flatMap((scenario) => {
						const { low, likely, high } = planSum(own, { scenario, line });
						return low === 0 && likely === 0 && high === 0
							? []
							: [
									[
										String(year),
										unit ?? '',
										costKind ?? words.notDivided,
										lineNames[line],
										scenarioNames[scenario],
										low,
										likely,
										high
									]
								];
					})
				)
			)
		)
	);
	return tableFile(context, exportFileName(['treårsplan', yearSpan(years), ...units]), columns, rows);
}
