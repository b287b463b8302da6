// What Före köp found, as one file: a row a thing found, whatever it is.
import type { ExportColumn, ExportValue } from '$lib/export/csv';
import { exportColumn } from '$lib/state/table-file';
import { foundBecause, beforeBuyingText as words } from '$lib/text/before-buying';
import type { Found } from './found-rows';

export const foundColumns: readonly ExportColumn[] = [
	exportColumn('slag'),
	exportColumn('id'),
	exportColumn('namn'),
	exportColumn('namnd'),
	exportColumn('leverantor'),
	exportColumn('varfor'),
	exportColumn('kostnad', 'amount'),
	exportColumn('avtalsslut'),
	exportColumn('takvolym', 'amount'),
	exportColumn('takvolym_uttag', 'amount'),
	exportColumn('antal_kopta', 'count'),
	exportColumn('oanvanda', 'count')
];

export function foundFileRows(
	found: Found<{ product: string; purchased: number | null; unused: number | null }>
): ExportValue[][] {
	return [
		...found.systems.map(({ found: why, system: { line, exit } }): ExportValue[] => [
			'system',
			line.system_id,
			line.name,
			line.unit,
			line.supplier,
			foundBecause(why),
			exit.amount,
			null,
			null,
			null,
			null,
			null
		]),
		...found.contracts.map(({ found: why, contract: { row } }): ExportValue[] => [
			'avtal',
			row.contract_id,
			row.title,
			row.unit,
			row.supplier,
			why ? foundBecause(why) : words.contracts.ofSystem,
			null,
			row.end_day,
			row.ceiling,
			row.ceiling_used,
			null,
			null
		]),
		...found.licences.map(({ found: why, licence }): ExportValue[] => [
			'licens',
			licence.product,
			licence.product,
			null,
			null,
			why ? foundBecause(why) : words.licences.ofSystem,
			null,
			null,
			null,
			null,
			licence.purchased,
			licence.unused
		]),
		...found.needs.map(({ line, needing }): ExportValue[] => [
			'behov',
			line.capability_id,
			line.name,
			needing.join('|'),
			null,
			'',
			null,
			null,
			null,
			null,
			null,
			null
		])
	];
}
