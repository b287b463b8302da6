// `systemkarta.csv`: what covers each förmåga at each nämnd, as the map counts it over the latest twelve months with data.
import { parseIsoDay } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import type { Engine } from '$lib/engine/engine';
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { editionMeta } from '$lib/queries/edition-meta';
import { latestYear } from '$lib/queries/latest-year';
import { readSystemMap } from '$lib/queries/system-map';

/** The columns before the stamp. `system` has the ids that the state is counted by, joined by `|`. */
export const systemMapColumns: readonly ExportColumn[] = [
	{ header: 'formaga', format: 'text' },
	{ header: 'namnd', format: 'text' },
	{ header: 'lage', format: 'text' },
	{ header: 'antal_system', format: 'count' },
	{ header: 'system', format: 'text' },
	{ header: 'kostnad', format: 'amount' }
];

/** A row a counted förmåga and nämnd, in the order of the map. `kostnad` is empty where no row is joined. */
export async function systemMapRows(engine: Engine): Promise<ExportValue[][]> {
	const meta = await editionMeta(engine);
	const today = parseIsoDay(meta.today);
	if (!today) throw new Error(`The edition has no day: ${meta.today}`);
	const map = await readSystemMap(engine, { ...noFilters, period: latestYear(meta) }, today);
	return map.rows.flatMap(({ capability, cells }) =>
		cells.map(({ unit, coverage, amount }) => [
			capability.capability_id,
			unit,
			coverage.state,
			coverage.counted.length,
			coverage.counted.join('|'),
			amount
		])
	);
}
