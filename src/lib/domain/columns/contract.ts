import type { Field, TableSpec } from './field';

export const contractTypes = ['kontrakt', 'ramavtal', 'avrop', 'licensavtal', 'tillägg'] as const;
export const procedures = [
	'öppet',
	'selektivt',
	'förhandlat',
	'förenklat',
	'FKU',
	'direktupphandling',
	'okänt'
] as const;
export const extensionKinds = ['ingen', 'option', 'automatisk', 'tillsvidare'] as const;

const answer = (name: string, header: string): Field => ({ name, header, type: 'yes_no' });

/** One contract a row; the answers at the end are ja, nej or okänt. */
export const contractTable: TableSpec = {
	kind: 'contract',
	label: 'Avtal',
	recognisedBy: [
		['title', 'contract_id'],
		['title', 'start_day'],
		['title', 'end_day'],
		['title', 'supplier', 'procedure'],
		['title', 'supplier', 'bids']
	],
	fields: [
		{
			name: 'contract_id',
			header: 'avtals_id',
			type: 'id',
			required: 'file',
			synonyms: [
				'avtalsid',
				'avtalsnummer',
				'avtalsnr',
				'avtals nr',
				'avtal id',
				'kontraktsnummer',
				'upphandlings id',
				'id'
			]
		},
		{
			name: 'registry_number',
			header: 'diarienummer',
			type: 'id',
			synonyms: ['diarienr', 'dnr', 'diariebeteckning']
		},
		{
			name: 'title',
			header: 'benamning',
			type: 'text',
			required: 'row',
			synonyms: [
				'avtalsnamn',
				'avtalets namn',
				'avtalsbenamning',
				'avtal',
				'titel',
				'rubrik',
				'namn',
				'upphandlingens titel',
				'title'
			]
		},
		{
			name: 'supplier',
			header: 'leverantor',
			type: 'text',
			required: 'file',
			synonyms: [
				'leverantorsnamn',
				'levnamn',
				'avtalspart',
				'motpart',
				'namn for leverantor',
				'supplier name',
				'supplier'
			]
		},
		{
			name: 'organisation_number',
			header: 'organisationsnummer',
			type: 'organisation',
			synonyms: [
				'organisationsnr',
				'orgnr',
				'org nr',
				'lev orgnr',
				'leverantorens organisationsnummer',
				'organisationsnummer for leverantor',
				'leverantor id?'
			]
		},
		{
			name: 'unit',
			header: 'namnd',
			type: 'text',
			required: 'file',
			synonyms: [
				'forvaltning',
				'agande namnd',
				'avtalsagande namnd',
				'namnd namn',
				'enhet',
				'kopare',
				'namn for kopare'
			]
		},
		{
			name: 'owner',
			header: 'avtalsagare',
			type: 'text',
			synonyms: ['avtalsansvarig', 'agare', 'ansvarig', 'kontaktperson']
		},
		{
			name: 'contract_type',
			header: 'avtalstyp',
			type: 'choice',
			choices: contractTypes,
			synonyms: ['typ av avtal', 'typ']
		},
		{
			name: 'procedure',
			header: 'upphandlingsforfarande',
			type: 'choice',
			choices: procedures,
			synonyms: ['forfarande', 'upphandlingsform']
		},
		{
			name: 'bids',
			header: 'antal_anbud',
			type: 'integer',
			min: 0,
			synonyms: ['anbud', 'antal anbudsgivare', 'inkomna anbud', 'antal anbud summa']
		},
		{ name: 'cpv', header: 'cpv', type: 'id', synonyms: ['cpv kod', 'huvudsaklig cpv kod'] },
		{
			name: 'start_day',
			header: 'avtalsstart',
			type: 'day',
			required: 'file',
			synonyms: [
				'startdatum',
				'avtal fran',
				'giltigt fran',
				'giltig fran',
				'start',
				'fran',
				'avtalsstart datum'
			]
		},
		{
			name: 'end_day',
			header: 'avtalsslut',
			type: 'day',
			synonyms: ['slutdatum', 'avtal till', 'giltigt till', 'giltig till', 'slut', 'till', 'avtalsslut datum']
		},
		{
			name: 'extension_kind',
			header: 'forlangningssatt',
			type: 'choice',
			choices: extensionKinds,
			synonyms: ['forlangning']
		},
		{
			name: 'extension_count',
			header: 'forlangning_antal',
			type: 'integer',
			min: 0,
			max: 100,
			synonyms: ['antal forlangningar']
		},
		{
			name: 'extension_months',
			header: 'forlangning_manader',
			type: 'integer',
			min: 0,
			max: 600,
			synonyms: ['forlangningstid manader']
		},
		{
			name: 'extensions_used',
			header: 'forlangning_nyttjad',
			type: 'integer',
			min: 0,
			max: 100,
			synonyms: ['nyttjade forlangningar']
		},
		{
			name: 'extension_call_months',
			header: 'forlangning_avisering_manader',
			type: 'integer',
			min: 0,
			max: 600,
			synonyms: ['avisering manader']
		},
		{
			name: 'notice_months',
			header: 'uppsagningstid_manader',
			type: 'integer',
			min: 0,
			max: 600,
			synonyms: ['uppsagningstid', 'uppsagningstid man', 'uppsagningstid i manader']
		},
		{
			name: 'value',
			header: 'avtalsvarde',
			type: 'amount',
			synonyms: ['varde', 'kontraktsvarde', 'avtalsbelopp']
		},
		{
			name: 'ceiling',
			header: 'takvolym',
			type: 'amount',
			synonyms: ['tak', 'takbelopp', 'hogsta varde', 'maxvolym']
		},
		{ name: 'price_adjustment', header: 'prisjustering', type: 'text', synonyms: ['prisklausul', 'index'] },
		{
			name: 'framework_ref',
			header: 'ramavtal_ref',
			type: 'id',
			synonyms: ['ramavtal', 'ramavtalsreferens']
		},
		answer('open_source', 'oppen_kallkod'),
		answer('open_api', 'oppet_api'),
		answer('data_export', 'dataexport'),
		answer('data_ownership', 'dataagande'),
		answer('usage_data', 'anvandardata'),
		answer('divisible', 'delbar'),
		answer('exit_plan', 'exitplan'),
		answer('data_processor', 'personuppgiftsbitrade'),
		{
			name: 'data_location',
			header: 'datalokalisering',
			type: 'choice',
			choices: ['SE', 'EU', 'EES', 'tredjeland', 'SE/EU/EES', 'okänt']
		}
	]
};
