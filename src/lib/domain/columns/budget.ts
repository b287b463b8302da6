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
	recognisedBy: [
		['year', 'version', 'amount'],
		['year', 'month', 'account', 'amount']
	],
	recognisedByWord: [{ field: 'amount', word: /budget|prognos/ }],
	fields: [
		{
			name: 'year',
			header: 'ar',
			type: 'integer',
			required: 'file',
			min: 1990,
			max: 2100,
			synonyms: ['budgetar', 'year', 'rakenskapsar', 'fiscal year']
		},
		{ name: 'month', header: 'manad', type: 'integer', min: 1, max: 12, synonyms: ['month', 'budgetmanad'] },
		{
			name: 'unit',
			header: 'namnd',
			type: 'text',
			required: 'file',
			synonyms: [
				'namnd namn',
				'namndnamn',
				'forvaltning',
				'forvaltningsnamn',
				'directorate',
				'department',
				'enhet'
			]
		},
		{
			name: 'account',
			header: 'konto',
			type: 'id',
			synonyms: ['konto nr', 'kontonr', 'kontonummer', 'kontokod', 'account', 'account code']
		},
		{
			name: 'account_text',
			header: 'konto_text',
			type: 'text',
			synonyms: ['kontotext', 'kontonamn', 'kontobenamning', 'konto benamning', 'account name']
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
			synonyms: [
				'budget',
				'budgetbelopp',
				'kf budget',
				'budgeterat belopp',
				'arsbudget',
				'helarsbudget',
				'nettobudget',
				'budget netto',
				'namndbudget',
				'tillaggsbudget',
				'arsprognos',
				'helarsprognos',
				'prognos',
				'prognos helar',
				'belopp sek',
				'belopp kr',
				'amount'
			]
		}
	]
};
