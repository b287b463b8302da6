import { costKinds, orientations } from '../cost-kind';
import { costHeaders } from './cost-headers';
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
			synonyms: costHeaders.day
		},
		{
			name: 'unit',
			header: 'namnd',
			type: 'text',
			required: 'file',
			synonyms: costHeaders.unit
		},
		{
			name: 'responsibility',
			header: 'ansvar',
			type: 'id',
			synonyms: costHeaders.responsibility
		},
		{
			name: 'account',
			header: 'konto',
			type: 'id',
			required: 'file',
			synonyms: costHeaders.account
		},
		{
			name: 'account_text',
			header: 'konto_text',
			type: 'text',
			synonyms: costHeaders.account_text
		},
		{
			name: 'operation',
			header: 'verksamhet',
			type: 'id',
			synonyms: costHeaders.operation
		},
		{
			name: 'project',
			header: 'projekt',
			type: 'id',
			synonyms: costHeaders.project
		},
		{ name: 'activity', header: 'aktivitet', type: 'id', synonyms: costHeaders.activity },
		{ name: 'object', header: 'objekt', type: 'id', synonyms: costHeaders.object },
		{
			name: 'counterpart',
			header: 'motpart',
			type: 'id',
			synonyms: costHeaders.counterpart
		},
		{
			name: 'supplier',
			header: 'leverantor',
			type: 'text',
			synonyms: costHeaders.supplier
		},
		{
			name: 'organisation_number',
			header: 'organisationsnummer',
			type: 'organisation',
			synonyms: costHeaders.organisation_number
		},
		{
			name: 'voucher',
			header: 'verifikationsnummer',
			type: 'id',
			synonyms: costHeaders.voucher
		},
		{
			name: 'invoice',
			header: 'fakturanummer',
			type: 'id',
			synonyms: costHeaders.invoice
		},
		{
			name: 'text',
			header: 'text',
			type: 'text',
			controllersOnly: true,
			synonyms: costHeaders.text
		},
		{
			name: 'amount',
			header: 'belopp',
			type: 'amount',
			required: 'row',
			synonyms: costHeaders.amount
		},
		{
			name: 'currency',
			header: 'valuta',
			type: 'id',
			synonyms: costHeaders.currency
		},
		{ name: 'it_cost', header: 'it_kostnad', type: 'yes_no', synonyms: costHeaders.it_cost },
		{ name: 'cost_kind', header: 'kostnadsslag', type: 'listed', choices: costKinds },
		{ name: 'orientation', header: 'inriktning', type: 'listed', choices: orientations },
		{ name: 'system_id', header: 'system_id', type: 'id', synonyms: costHeaders.system_id },
		{
			name: 'contract_id',
			header: 'avtals_id',
			type: 'id',
			synonyms: costHeaders.contract_id
		},
		{
			name: 'maker',
			header: 'verklig_leverantor',
			type: 'text',
			synonyms: costHeaders.maker
		}
	]
};
