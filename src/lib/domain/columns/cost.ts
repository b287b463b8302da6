import { costKinds, orientations } from '../cost-kind';
import type { TableSpec } from './field';

/** One kontering a row. Cost is positive, credit negative, excluding VAT. */
export const costTable: TableSpec = {
	kind: 'cost',
	label: 'Kostnader',
	recognisedBy: [
		['amount', 'supplier'],
		['amount', 'account', 'unit'],
		['amount', 'account', 'day'],
		['amount', 'day', 'unit'],
		['amount', 'voucher']
	],
	fields: [
		{
			name: 'day',
			header: 'datum',
			type: 'day_or_month',
			required: 'row',
			synonyms: [
				'bokforingsdatum',
				'bokf datum',
				'bokfdatum',
				'ver datum',
				'verdatum',
				'verifikationsdatum',
				'transaktionsdatum',
				'period',
				'redovisningsperiod',
				'bokforingsperiod',
				'fakturadatum',
				'betaldatum',
				'payment date',
				'date',
				'manad'
			]
		},
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
				'namnd forvaltning',
				'directorate',
				'department',
				'service area',
				'organisation',
				'enhet',
				'kopare',
				'kopande enhet',
				'myndighet',
				'body name'
			]
		},
		{
			name: 'responsibility',
			header: 'ansvar',
			type: 'id',
			synonyms: ['ansvarskod', 'ansv', 'kostnadsstalle', 'kst']
		},
		{
			name: 'account',
			header: 'konto',
			type: 'id',
			required: 'file',
			synonyms: ['konto nr', 'kontonr', 'kontonummer', 'kontokod', 'account', 'account code', 'konto id']
		},
		{
			name: 'account_text',
			header: 'konto_text',
			type: 'text',
			synonyms: [
				'kontotext',
				'kontonamn',
				'kontobenamning',
				'konto benamning',
				'konto namn',
				'account name',
				'expense type'
			]
		},
		{ name: 'operation', header: 'verksamhet', type: 'id', synonyms: ['verksamhetskod', 'vht', 'verks'] },
		{ name: 'project', header: 'projekt', type: 'id', synonyms: ['projektkod', 'proj', 'project'] },
		{ name: 'activity', header: 'aktivitet', type: 'id', synonyms: ['aktivitetskod', 'akt'] },
		{ name: 'object', header: 'objekt', type: 'id', synonyms: ['objektkod', 'obj'] },
		{ name: 'counterpart', header: 'motpart', type: 'id', synonyms: ['motp', 'motpartskod', 'mp'] },
		{
			name: 'supplier',
			header: 'leverantor',
			type: 'text',
			synonyms: [
				'levnamn',
				'lev namn',
				'leverantorsnamn',
				'leverantor namn',
				'namn leverantor',
				'supplier name',
				'supplier',
				'vendor',
				'vendor name',
				'beneficiary'
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
				'orgnummer',
				'org nummer',
				'organisatio',
				'organisation nr',
				'lev orgnr',
				'leverantor orgnr',
				'leverantorens organisationsnummer',
				'leverantor organisationsnummer',
				'leverantor id?',
				'leverantorsid?',
				'leverantorsnummer?',
				'supplier id?',
				'vendor id?'
			]
		},
		{
			name: 'voucher',
			header: 'verifikationsnummer',
			type: 'id',
			synonyms: [
				'ver nr',
				'vernr',
				'verifikat',
				'verifikation',
				'verifikationsnr',
				'verifikatnummer',
				'voucher',
				'transaction number'
			]
		},
		{
			name: 'invoice',
			header: 'fakturanummer',
			type: 'id',
			synonyms: [
				'fakt nr',
				'faktnr',
				'faktura nr',
				'fakturanr',
				'faktura',
				'invoice',
				'invoice number',
				'fakturanummer leverantor'
			]
		},
		{
			name: 'text',
			header: 'text',
			type: 'text',
			controllersOnly: true,
			synonyms: [
				'fakturatext',
				'vertext',
				'ver text',
				'verifikationstext',
				'transaktionstext',
				'beskrivning',
				'benamning',
				'kommentar',
				'description',
				'purpose',
				'grund'
			]
		},
		{
			name: 'amount',
			header: 'belopp',
			type: 'amount',
			required: 'row',
			synonyms: [
				'nettobelopp',
				'belopp exkl moms',
				'belopp ex moms',
				'utfall',
				'belopp sek',
				'belopp kr',
				'belopp i sek',
				'fakturabelopp',
				'summa',
				'kostnad',
				'amount sek',
				'amount',
				'net amount',
				'amount excl vat'
			]
		},
		{
			name: 'currency',
			header: 'valuta',
			type: 'id',
			synonyms: ['valutakod', 'currency', 'currency code', 'val']
		},
		{ name: 'it_cost', header: 'it_kostnad', type: 'yes_no', synonyms: ['it kostnad ja nej', 'ar it'] },
		{ name: 'cost_kind', header: 'kostnadsslag', type: 'listed', choices: costKinds },
		{ name: 'orientation', header: 'inriktning', type: 'listed', choices: orientations },
		{ name: 'system_id', header: 'system_id', type: 'id', synonyms: ['systemid'] },
		{
			name: 'contract_id',
			header: 'avtals_id',
			type: 'id',
			synonyms: ['avtalsid', 'avtalsnummer', 'avtalsnr', 'avtal', 'avtal id']
		}
	]
};
