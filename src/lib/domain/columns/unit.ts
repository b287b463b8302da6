import type { TableSpec } from './field';

/** Nämnder, stadsdelsnämnder and companies of the municipality. */
export const unitTable: TableSpec = {
	kind: 'unit',
	label: 'Nämnder',
	recognisedBy: [
		['unit', 'employees'],
		['unit', 'unit_type'],
		['unit', 'code', 'grant']
	],
	fields: [
		{
			name: 'unit',
			header: 'namnd',
			type: 'text',
			required: 'file',
			synonyms: ['namnd namn', 'namn', 'forvaltning']
		},
		{ name: 'code', header: 'kod', type: 'id', synonyms: ['namndkod', 'forkortning'] },
		{ name: 'unit_type', header: 'typ', type: 'choice', choices: ['nämnd', 'stadsdelsnämnd', 'bolag'] },
		{ name: 'employees', header: 'anstallda', type: 'integer', min: 0, synonyms: ['antal anstallda'] },
		{ name: 'grant', header: 'kommunbidrag', type: 'amount' },
		{ name: 'valid_from', header: 'giltig_fran', type: 'day' },
		{ name: 'valid_to', header: 'giltig_till', type: 'day' }
	]
};
