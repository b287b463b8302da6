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
				'id',
				'kontraktsnr',
				'kontrakts id',
				'kontraktsid',
				'avtalsreferens',
				'avtalskod',
				'contract number',
				'contract id',
				'contract reference',
				'ramavtalsnummer',
				'avtal nr',
				'avtal nummer'
			]
		},
		{
			name: 'registry_number',
			header: 'diarienummer',
			type: 'id',
			synonyms: [
				'diarienr',
				'dnr',
				'diariebeteckning',
				'diarie nr',
				'dnr avtal',
				'diarium',
				'upphandlingens diarienummer',
				'arendenummer'
			]
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
				'title',
				'avtalstitel',
				'avtalsrubrik',
				'avtal namn',
				'avtal benamning',
				'kontraktsnamn',
				'avtalsomrade',
				'upphandling',
				'upphandlingens namn',
				'contract title',
				'description of contract'
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
				'supplier',
				'leverantorens namn',
				'avtalsleverantor',
				'leverantor namn',
				'antagen leverantor',
				'antagna leverantorer',
				'foretag',
				'foretagsnamn'
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
				'namn for kopare',
				'avtalsagande forvaltning',
				'bestallare',
				'upphandlande enhet',
				'upphandlande myndighet',
				'organisation',
				'ansvarig forvaltning'
			]
		},
		{
			name: 'owner',
			header: 'avtalsagare',
			type: 'text',
			synonyms: [
				'avtalsansvarig',
				'agare',
				'ansvarig',
				'kontaktperson',
				'avtalsforvaltare',
				'avtalscontroller',
				'kontraktsansvarig',
				'ansvarig inkopare'
			]
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
			synonyms: [
				'anbud',
				'antal anbudsgivare',
				'inkomna anbud',
				'antal anbud summa',
				'antal inkomna anbud',
				'antal anbud totalt',
				'number of bids'
			]
		},
		{
			name: 'cpv',
			header: 'cpv',
			type: 'id',
			synonyms: ['cpv kod', 'huvudsaklig cpv kod', 'cpvkod', 'cpv koder', 'cpv nummer', 'cpv code']
		},
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
				'avtalsstart datum',
				'avtalsstartdatum',
				'avtalstid fran',
				'avtalsperiod fran',
				'avtalsperiod start',
				'giltighetstid fran',
				'galler fran',
				'fran och med',
				'startdatum avtal',
				'start date',
				'contract start date',
				'from date'
			]
		},
		{
			name: 'end_day',
			header: 'avtalsslut',
			type: 'day',
			synonyms: [
				'slutdatum',
				'avtal till',
				'giltigt till',
				'giltig till',
				'slut',
				'till',
				'avtalsslut datum',
				'avtalsslutdatum',
				'avtalstid till',
				'avtalsperiod till',
				'avtalsperiod slut',
				'giltighetstid till',
				'galler till',
				'till och med',
				'galler t o m',
				'slutdatum avtal',
				'utgangsdatum',
				'upphor',
				'end date',
				'contract end date',
				'to date',
				'expiry date'
			]
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
			synonyms: [
				'varde',
				'kontraktsvarde',
				'avtalsbelopp',
				'totalt varde',
				'uppskattat varde',
				'beraknat varde',
				'kontrakterat varde',
				'kontraktssumma',
				'avtalets varde',
				'contract value',
				'total value'
			]
		},
		{
			name: 'ceiling',
			header: 'takvolym',
			type: 'amount',
			synonyms: [
				'tak',
				'takbelopp',
				'hogsta varde',
				'maxvolym',
				'hogsta belopp',
				'takvarde',
				'takpris',
				'maxvarde'
			]
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
		answer('user_involvement', 'anvandarmedverkan'),
		{
			name: 'data_location',
			header: 'datalokalisering',
			type: 'choice',
			choices: ['SE', 'EU', 'EES', 'tredjeland', 'SE/EU/EES', 'okänt']
		}
	]
};
