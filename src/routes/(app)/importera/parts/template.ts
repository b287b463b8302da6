// Templates: the canonical header of a table and one row that shows how it is filled in.
import Papa from 'papaparse';
import { tableNames, tables, type Field, type TableKind } from '$lib/domain/columns';
import { guardText } from '$lib/export/csv';

/** What an example says in fields where the type alone would say nothing. */
const examples: Partial<Record<TableKind, Readonly<Record<string, string>>>> = {
	cost: {
		unit: 'Utbildningsnämnden',
		account: '74310',
		account_text: 'Köp av it-tjänster',
		supplier: 'Exempel AB',
		text: 'Exempelrad, ta bort den',
		cost_kind: 'Drift',
		orientation: 'förvaltning',
		currency: 'SEK'
	},
	budget: {
		year: '2026',
		month: '1',
		unit: 'Utbildningsnämnden',
		account: '74310',
		account_text: 'Köp av it-tjänster',
		version: 'KF-budget',
		cost_kind: 'Drift'
	},
	contract: {
		title: 'Exempelavtal, ta bort raden',
		supplier: 'Exempel AB',
		end_day: '2028-12-31',
		cpv: '72000000'
	},
	system: {
		name: 'Exempelsystem, ta bort raden',
		supplier: 'Exempel AB',
		licence: 'proprietär',
		unit: 'Kommunstyrelsen'
	},
	licence: {
		product: 'Exempelprodukt, ta bort raden',
		supplier: 'Exempel AB',
		purchased: '100',
		assigned: '90',
		active: '75'
	},
	unit: { unit: 'Exempelnämnden, ta bort raden', code: 'EXN', employees: '120' },
	capability: { capability_id: 'F01', name: 'Exempelförmåga, ta bort raden' }
};

/** Fields that an example leaves empty, since a made-up value would mislead. */
const leftEmpty = new Set([
	'replaced_by',
	'framework_ref',
	'retired_from',
	'valid_to',
	'parent',
	'not_needed_by'
]);

function exampleOf(kind: TableKind, field: Field): string {
	const said = examples[kind]?.[field.name];
	if (said !== undefined) return said;
	if (leftEmpty.has(field.name)) return '';
	switch (field.type) {
		case 'day':
		case 'day_or_month':
			return '2026-01-15';
		case 'month':
			return '2026-01';
		case 'amount':
			return '12500,00';
		case 'price':
			return '125,50';
		case 'integer':
			return String(Math.max(field.min ?? 0, 1));
		case 'decimal':
			return '3,5';
		case 'yes_no':
			return 'ja';
		case 'choice':
		case 'listed':
			return field.choices?.[0] ?? '';
		case 'organisation':
			// An invented number would fail its check digit or be somebody's.
			return '';
		case 'list':
			return 'Utbildningsnämnden|Kommunstyrelsen';
		case 'id':
			return '001';
		case 'text':
			return 'Exempel';
	}
}

/** A table's template as Swedish CSV: header and one example row. */
export function templateCsv(kind: TableKind): string {
	const { fields } = tables[kind];
	const rows = [
		fields.map((field) => field.header),
		fields.map((field) => guardText(exampleOf(kind, field)))
	];
	return `\ufeff${Papa.unparse(rows, { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** A table's header alone, to be filled with one's own rows. */
export function emptyTemplateCsv(kind: TableKind): string {
	const header = tables[kind].fields.map((field) => field.header);
	return `\ufeff${Papa.unparse([header], { delimiter: ';', newline: '\r\n' })}\r\n`;
}

/** What the file with an example is called. */
export function templateName(kind: TableKind): string {
	return `mall_med_exempel_${tableNames[kind]}.csv`;
}

/** What the file without an example is called. */
export function emptyTemplateName(kind: TableKind): string {
	return `mall_${tableNames[kind]}.csv`;
}
