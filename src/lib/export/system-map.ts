// The cells of the map as a file: the same columns from the page and from the batch command.
import type { CoveringSystem } from '$lib/domain/capability-coverage';
import type { MapCell, MapRow } from '$lib/domain/system-map';
import type { ExportColumn, ExportValue } from './csv';

export const systemMapColumns: readonly ExportColumn[] = [
	{ header: 'formaga', format: 'text' },
	{ header: 'formaga_namn', format: 'text' },
	{ header: 'namnd', format: 'text' },
	{ header: 'lage', format: 'text' },
	{ header: 'antal_system', format: 'count' },
	{ header: 'system', format: 'text' },
	{ header: 'kostnad', format: 'amount' }
];

/** A cell as those columns; its systems are ids between `|`, and kronor without a row are empty. */
export function systemMapCells<System extends CoveringSystem>(
	{ capability }: Pick<MapRow<System>, 'capability'>,
	{ unit, coverage, amount }: MapCell
): ExportValue[] {
	return [
		capability.capability_id,
		capability.name,
		unit,
		coverage.state,
		coverage.counted.length,
		coverage.counted.join('|'),
		amount
	];
}
