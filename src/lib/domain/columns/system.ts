import type { Field, TableSpec } from './field';

export const systemLayers = ['kommunikation', 'infrastruktur', 'plattform', 'applikation'] as const;

/**
 * The eight objectives of the European Commission's Cloud Sovereignty Framework (DG DIGIT, version 1.2.1, October 2025),
 * SOV-1 to SOV-8, each told by a SEAL level from 0 to 4.
 */
export const sovereigntyHeaders = {
	sov_strategic: 'suv_strategisk',
	sov_legal: 'suv_rattslig',
	sov_data: 'suv_data',
	sov_operational: 'suv_drift',
	sov_supply_chain: 'suv_leveranskedja',
	sov_technology: 'suv_teknik',
	sov_security: 'suv_sakerhet',
	sov_environment: 'suv_miljo'
} as const;

const sovereigntyFields: readonly Field[] = Object.entries(sovereigntyHeaders).map(([name, header]) => ({
	name,
	header,
	type: 'integer',
	min: 0,
	max: 4
}));

/** One system a row. Inventories are nearly empty in practice: only the name is demanded. */
export const systemTable: TableSpec = {
	kind: 'system',
	label: 'System',
	recognisedBy: [
		['name', 'system_id'],
		['name', 'system_owner'],
		['name', 'operating_form'],
		['name', 'life_cycle'],
		['name', 'layer']
	],
	fields: [
		{
			name: 'system_id',
			header: 'system_id',
			type: 'id',
			required: 'file',
			synonyms: [
				'systemid',
				'system id',
				'objekt id',
				'systemnummer',
				'system nr',
				'systemkod',
				'applikations id',
				'application id',
				'cmdb id'
			]
		},
		{
			name: 'name',
			header: 'namn',
			type: 'text',
			required: 'row',
			synonyms: [
				'systemnamn',
				'system',
				'systemets namn',
				'it system',
				'it systemets namn',
				'applikation',
				'applikationsnamn',
				'tjanst',
				'tjanstens namn',
				'programvara',
				'application',
				'application name',
				'system name'
			]
		},
		{
			name: 'description',
			header: 'beskrivning',
			type: 'text',
			controllersOnly: true,
			synonyms: ['systembeskrivning']
		},
		{
			name: 'unit',
			header: 'namnd',
			type: 'text',
			required: 'file',
			synonyms: ['forvaltning', 'agande namnd', 'enhet']
		},
		{ name: 'used_by', header: 'anvands_av', type: 'list', synonyms: ['anvandare namnder'] },
		{ name: 'shared', header: 'gemensam', type: 'yes_no', synonyms: ['kommungemensam', 'centralt'] },
		{
			name: 'supplier',
			header: 'leverantor',
			type: 'text',
			synonyms: [
				'leverantorsnamn',
				'systemleverantor',
				'leverantor av system',
				'systemets leverantor',
				'levererantor',
				'tillverkare',
				'vendor',
				'supplier'
			]
		},
		{
			name: 'organisation_number',
			header: 'organisationsnummer',
			type: 'organisation',
			synonyms: ['organisationsnr', 'orgnr', 'org nr']
		},
		{ name: 'contract_ids', header: 'avtals_id', type: 'list', synonyms: ['avtalsid', 'avtal'] },
		{ name: 'layer', header: 'lager', type: 'choice', choices: systemLayers },
		{ name: 'capabilities', header: 'formaga', type: 'list', synonyms: ['formagor'] },
		{
			name: 'system_owner',
			header: 'systemagare',
			type: 'text',
			synonyms: ['systemansvarig', 'objektagare', 'objektagare verksamhet', 'system owner']
		},
		{ name: 'information_owner', header: 'informationsagare', type: 'text', synonyms: ['information owner'] },
		{
			name: 'maintenance_lead',
			header: 'forvaltningsansvarig',
			type: 'text',
			synonyms: ['systemforvaltare', 'forvaltningsledare']
		},
		{
			name: 'operating_form',
			header: 'driftform',
			type: 'choice',
			choices: ['egen', 'extern', 'SaaS', 'hybrid'],
			synonyms: ['driftsform', 'drift', 'driftmiljo', 'hosting']
		},
		{
			name: 'life_cycle',
			header: 'livscykel',
			type: 'choice',
			choices: ['planerad', 'införs', 'drift', 'avvecklas', 'avvecklad'],
			synonyms: ['livscykelstatus', 'status', 'systemstatus']
		},
		{ name: 'in_use_from', header: 'idrift', type: 'day', synonyms: ['driftsatt', 'idrifttagen'] },
		{ name: 'retired_from', header: 'avveckling', type: 'day', synonyms: ['avvecklas datum'] },
		{ name: 'criticality', header: 'kritikalitet', type: 'text', synonyms: ['kritisk', 'samhallsviktig'] },
		{
			name: 'users',
			header: 'antal_anvandare',
			type: 'integer',
			min: 0,
			synonyms: ['anvandare', 'users', 'number of users']
		},
		{
			name: 'class_confidentiality',
			header: 'klassning_k',
			type: 'integer',
			min: 0,
			max: 3,
			controllersOnly: true,
			synonyms: ['konfidentialitet']
		},
		{
			name: 'class_integrity',
			header: 'klassning_r',
			type: 'integer',
			min: 0,
			max: 3,
			controllersOnly: true,
			synonyms: ['riktighet']
		},
		{
			name: 'class_availability',
			header: 'klassning_t',
			type: 'integer',
			min: 0,
			max: 3,
			controllersOnly: true,
			synonyms: ['tillganglighet']
		},
		{ name: 'personal_data', header: 'personuppgifter', type: 'text' },
		{ name: 'licence', header: 'licens', type: 'text' },
		{ name: 'api', header: 'api', type: 'text' },
		{ name: 'data_export', header: 'dataexport', type: 'yes_no' },
		{
			name: 'integrations',
			header: 'integrationer',
			type: 'integer',
			min: 0,
			valueForControllers: true,
			synonyms: ['antal integrationer']
		},
		{ name: 'user_rating', header: 'anvandarbetyg', type: 'decimal', min: 1, max: 5, synonyms: ['betyg'] },
		{ name: 'replaced_by', header: 'ersatts_av', type: 'id' },
		...sovereigntyFields
	]
};
