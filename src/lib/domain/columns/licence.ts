import type { TableSpec } from './field';

/** One product × nämnd × month; price in SEK per licence and month. */
export const licenceTable: TableSpec = {
	kind: 'licence',
	label: 'Licenser',
	recognisedBy: [['product', 'purchased']],
	fields: [
		{
			name: 'product',
			header: 'produkt',
			type: 'text',
			required: 'file',
			synonyms: [
				'produktnamn',
				'licens',
				'product',
				'programvara',
				'licensnamn',
				'licenstyp',
				'produkt namn',
				'applikation',
				'software',
				'sku',
				'license',
				'licence',
				'product name'
			]
		},
		{
			name: 'supplier',
			header: 'leverantor',
			type: 'text',
			required: 'file',
			synonyms: ['leverantorsnamn', 'supplier name']
		},
		{
			name: 'organisation_number',
			header: 'organisationsnummer',
			type: 'organisation',
			synonyms: ['organisationsnr', 'orgnr', 'org nr']
		},
		{ name: 'contract_id', header: 'avtals_id', type: 'id', synonyms: ['avtalsid', 'avtal'] },
		{ name: 'system_id', header: 'system_id', type: 'id', synonyms: ['systemid'] },
		{ name: 'unit', header: 'namnd', type: 'text', required: 'file', synonyms: ['forvaltning', 'enhet'] },
		{
			name: 'month',
			header: 'manad',
			type: 'month',
			required: 'file',
			synonyms: ['period', 'month', 'datum']
		},
		{
			name: 'purchased',
			header: 'antal_kopta',
			type: 'integer',
			min: 0,
			required: 'file',
			synonyms: [
				'kopta',
				'antal licenser',
				'kopta licenser',
				'antal kopta licenser',
				'antal',
				'inkopta',
				'inkopta licenser',
				'totalt antal licenser',
				'antal licenser totalt',
				'purchased',
				'total licenses',
				'total licences',
				'seats',
				'consumed licenses total'
			]
		},
		{
			name: 'assigned',
			header: 'antal_tilldelade',
			type: 'integer',
			min: 0,
			synonyms: [
				'tilldelade',
				'tilldelade licenser',
				'antal tilldelade licenser',
				'anvanda licenser',
				'utdelade',
				'utdelade licenser',
				'assigned',
				'assigned licenses',
				'used'
			]
		},
		{
			name: 'active',
			header: 'antal_aktiva',
			type: 'integer',
			min: 0,
			synonyms: [
				'aktiva',
				'aktiva licenser',
				'aktiva anvandare',
				'antal aktiva anvandare',
				'active',
				'active users'
			]
		},
		{
			name: 'price',
			header: 'pris_per_licens',
			type: 'price',
			synonyms: [
				'pris',
				'a pris',
				'licenspris',
				'pris per manad',
				'styckpris',
				'pris per styck',
				'manadskostnad per licens',
				'kostnad per licens',
				'unit price'
			]
		}
	]
};
