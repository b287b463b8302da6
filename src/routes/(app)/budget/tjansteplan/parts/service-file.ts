// The services, and what would move between nämnder, as files in long format.
import { planLines, planSum } from '$lib/domain/plan-entry';
import type { Service, SystemShift } from '$lib/domain/service-plan';
import { exportFileName } from '$lib/export/file-name';
import type { PageContext } from '$lib/state/page-context';
import { exportColumn, tableFile } from '$lib/state/table-file';
import { lineNames, scenarioNames, scenarioOrder, yearSpan } from '$lib/text/plan';
import type { ServiceRow } from './service-rows';

interface ServiceExport {
	rows: readonly ServiceRow[];
	years: readonly number[];
	/** The nämnder that are shown; empty: all. */
	units: readonly string[];
}

/** A row for each year, service, system, nämnd that carries it, line and scenario. */
export function serviceFile(context: PageContext, { rows, years, units }: ServiceExport) {
	const cells = years.flatMap((year) =>
		rows.flatMap(({ service, systems }) =>
			systems.flatMap(({ system, entries }) =>
				[...new Set(entries.map(({ unit }) => unit))].flatMap((unit) =>
					planLines.flatMap((line) =>
						scenarioOrder.flatMap((scenario) => {
							const own = entries.filter((entry) => entry.unit === unit);
							const { low, likely, high } = planSum(own, { scenario, year, line });
							return low === 0 && likely === 0 && high === 0
								? []
								: [
										[
											String(year),
											service.name,
											system.systemId,
											system.name,
											unit,
											line === 'planned_change' ? 'förändring' : 'drift',
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
		)
	);
	return tableFile(
		context,
		exportFileName(['tjänsteplan', yearSpan(years), ...units]),
		[
			exportColumn('ar', 'number'),
			exportColumn('tjanst'),
			exportColumn('system_id'),
			exportColumn('system'),
			exportColumn('namnd'),
			exportColumn('slag'),
			exportColumn('rad'),
			exportColumn('scenario'),
			exportColumn('lagt', 'amount'),
			exportColumn('troligt', 'amount'),
			exportColumn('hogt', 'amount')
		],
		cells
	);
}

interface ShiftExport {
	shifts: readonly (SystemShift & { name: string })[];
	services: readonly Service[];
	year: number;
	/** As files name it. */
	key: string;
	units: readonly string[];
}

/** A row for each system and nämnd; over all nämnder, the last column is zero for each system. */
export function shiftFile(context: PageContext, { shifts, services, year, key, units }: ShiftExport) {
	const serviceOf = (systemId: string) =>
		services.find(({ systems }) => systems.some((system) => system.systemId === systemId))?.name ?? '';
	return tableFile(
		context,
		exportFileName(['tjänsteplan_kommunbidrag', String(year), key, ...units]),
		[
			exportColumn('ar', 'number'),
			exportColumn('tjanst'),
			exportColumn('system_id'),
			exportColumn('system'),
			exportColumn('namnd'),
			exportColumn('nyckel'),
			exportColumn('bar', 'amount'),
			exportColumn('efter_anvandning', 'amount'),
			exportColumn('kommunbidrag', 'amount')
		],
		shifts.flatMap(({ systemId, name, shares }) =>
			shares
				.filter(({ unit }) => !units.length || units.includes(unit))
				.map(({ unit, carried, proposed }) => [
					String(year),
					serviceOf(systemId),
					systemId,
					name,
					unit,
					key,
					carried,
					proposed,
					proposed - carried
				])
		)
	);
}
