// The files of Dubbletter: the groups as the batch command writes them, and the systems of one group side by side.
import type { DoubleGroup } from '$lib/domain/system-doubles';
import { doublesCells, doublesColumns } from '$lib/export/system-doubles';
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { exportColumn } from '$lib/state/table-file';
import type { ComparedSystem } from '../../parts/compared-system';
import { contractEnds, costPerUser, missingFacts } from './double-facts';

export const groupColumns = doublesColumns;

export function groupRows(
	groups: readonly DoubleGroup[],
	systems: ReadonlyMap<string, ComparedSystem>
): ExportValue[][] {
	return doublesCells(groups, (id) => systems.get(id)?.exit.contracts ?? []);
}

export const comparedColumns: readonly ExportColumn[] = [
	exportColumn('system_id'),
	exportColumn('namn'),
	exportColumn('namnd'),
	exportColumn('anvands_av'),
	exportColumn('gemensam'),
	exportColumn('kostnad', 'amount'),
	exportColumn('antal_anvandare', 'count'),
	exportColumn('kostnad_per_anvandare', 'amount'),
	exportColumn('anvandarbetyg', 'number'),
	exportColumn('avtalsslut'),
	exportColumn('exitkostnad_lag', 'amount'),
	exportColumn('exitkostnad_trolig', 'amount'),
	exportColumn('exitkostnad_hog', 'amount'),
	exportColumn('driftform'),
	exportColumn('formaga'),
	exportColumn('vet_inte')
];

export function comparedRows(systems: readonly ComparedSystem[]): ExportValue[][] {
	return systems.map((system) => {
		const { line, exit } = system;
		const { low, likely, high } = exit.estimate.cost;
		return [
			line.system_id,
			line.name,
			line.unit,
			line.used_by,
			line.shared,
			exit.amount,
			line.users,
			costPerUser(system),
			line.user_rating === null ? '' : String(line.user_rating).replace('.', ','),
			contractEnds(system),
			low,
			likely,
			high,
			line.operating_form,
			line.capabilities,
			missingFacts(system).join(', ')
		];
	});
}
