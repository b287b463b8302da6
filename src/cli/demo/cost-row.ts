// One kontering of the demo ledger, and the file's own cells.
import { numberOf } from './suppliers';
import { unitName } from './units';
import { kronor } from './write-csv';

export const costHeader = [
	'datum',
	'namnd',
	'ansvar',
	'konto',
	'konto_text',
	'verksamhet',
	'projekt',
	'aktivitet',
	'objekt',
	'motpart',
	'leverantor',
	'organisationsnummer',
	'verifikationsnummer',
	'fakturanummer',
	'text',
	'belopp',
	'valuta',
	'it_kostnad',
	'kostnadsslag',
	'inriktning',
	'system_id',
	'avtals_id',
	'verklig_leverantor'
] as const;

export interface CostRow {
	/** YYYY-MM-DD */
	day: string;
	/** Unit code. */
	unit: string;
	responsibility: string;
	account: string;
	accountText: string;
	operation: string;
	project: string;
	counterpart: string;
	supplier: string;
	/** Given when the ledger is put in order. */
	voucher: string;
	invoice: string;
	text: string;
	ore: number;
	isIt: 'ja' | 'nej' | '';
	kind: string;
	direction: string;
	system: string;
	contract: string;
	/** Whose product a reseller invoices. */
	maker?: string;
}

const unitCodes = 'KS UBN ÄN SN SEN SBN TN KN FRN MN FAN AMN ÖFN HSD NSD LSD ÖSD'.split(' ');

/** Ansvar: four digits, one series a nämnd. */
export function responsibilityOf(unit: string, place: number): string {
	return String(1000 + unitCodes.indexOf(unit) * 100 + 10 * place);
}

export function costCells(row: CostRow): string[] {
	return [
		row.day,
		unitName(row.unit),
		row.responsibility,
		row.account,
		row.accountText,
		row.operation,
		row.project,
		'',
		'',
		row.counterpart,
		row.supplier,
		numberOf(row.supplier),
		row.voucher,
		row.invoice,
		row.text,
		kronor(row.ore),
		'',
		row.isIt,
		row.kind,
		row.direction,
		row.system,
		row.contract,
		row.maker ?? ''
	];
}

/** What the account says by itself, as in the product's default rules; the longest prefix is listed first. */
const kindByAccount: readonly (readonly [prefix: string, kind: string])[] = [
	['40233', 'Hårdvara'],
	['40234', 'Hårdvara'],
	['40235', 'Hårdvara'],
	['654', 'Hårdvara'],
	['681', 'Tele och datakom'],
	['74310', 'Drift'],
	['74311', 'Licens/SaaS'],
	['74312', 'Licens/SaaS'],
	['74313', 'Systemunderhåll'],
	['74314', 'Konsult'],
	['74315', 'Drift'],
	['74317', 'Drift']
];

/** The kostnadsslag of an IT row, from its tag or its account; empty when the row is not known to be IT. */
export function itKind(row: CostRow): string {
	if (row.isIt === 'nej') return '';
	if (row.kind !== '') return row.kind;
	return kindByAccount.find(([prefix]) => row.account.startsWith(prefix))?.[1] ?? '';
}
