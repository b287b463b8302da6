import type { TableSpec } from './field';

/** Förmågor: what the organisation must be able to do. Neither list of nämnder filled means that nobody has said. */
export const capabilityTable: TableSpec = {
	kind: 'capability',
	label: 'Förmågor',
	recognisedBy: [['capability_id', 'name']],
	fields: [
		{
			name: 'capability_id',
			header: 'formaga_id',
			type: 'id',
			required: 'file',
			synonyms: ['formagaid', 'formage id']
		},
		{ name: 'name', header: 'namn', type: 'text', required: 'file', synonyms: ['formaga', 'formagans namn'] },
		{ name: 'parent', header: 'overordnad', type: 'id', synonyms: ['overordnad formaga'] },
		{ name: 'needed_by', header: 'behov_namnder', type: 'list' },
		{ name: 'not_needed_by', header: 'utan_behov_namnder', type: 'list' }
	]
};
