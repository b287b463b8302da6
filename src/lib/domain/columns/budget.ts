import { costKinds, orientations } from '../cost-kind';
import type { TableSpec } from './field';

/** Known versions; others are kept as they are named. */
export const budgetVersions = [
	'KF-budget',
	'tilläggsbudget',
	'nämndbudget',
	'T1-prognos',
	'T2-prognos',
	'plan'
] as const;

/** Budget and forecasts: money for a year or one of its months, cost positive. */
export const budgetTable: TableSpec = {
	kind: 'budget',
	label: 'Budget och prognoser',
	recognisedBy: [['year', 'version', 'amount']],
	fields: [
		{
			name: 'year',
			header: 'ar',
			type: 'integer',
			required: 'file',
			min: 1990,
			max: 2100,
			synonyms: ['budgetar', 'year']
		},
		{ name: 'month', header: 'manad', type: 'integer', min: 1, max: 12, synonyms: ['month', 'budgetmanad'] },
		{
			name: 'unit',
			header: 'namnd',
			type: 'text',
			required: 'file',
			synonyms: ['namnd namn', 'forvaltning', 'enhet']
		},
		{ name: 'cost_kind', header: 'kostnadsslag', type: 'listed', choices: costKinds },
		{ name: 'orientation', header: 'inriktning', type: 'listed', choices: orientations },
		{ name: 'system_id', header: 'system_id', type: 'id', synonyms: ['systemid'] },
		{
			name: 'version',
			header: 'version',
			type: 'choice',
			required: 'file',
			choices: budgetVersions,
			synonyms: ['budgetversion', 'budgettyp', 'typ av budget']
		},
		{
			name: 'amount',
			header: 'belopp',
			type: 'amount',
			required: 'row',
			synonyms: ['budget', 'budgetbelopp', 'belopp sek', 'belopp kr', 'amount']
		}
	]
};
