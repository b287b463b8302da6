// How each field of a ledger row stands in the drawer: its width, its text and where it leads.
import type { RowField } from '$lib/domain/row-fields';
import type { CostRow } from '$lib/queries/cost-rows';
import type { FilterUrl } from '$lib/state/filter-url.svelte';
import { subjectHref } from '$lib/state/subject-cost.svelte';
import { formatMoney } from '$lib/text/format';
import { taggedByWords } from '$lib/text/rows';

/** In rem, so that larger letters get wider columns. The usual ones fit a drawer of 760 px. */
const widths: Partial<Record<RowField, number>> = {
	day: 5.25,
	booked_day: 6,
	voucher: 5,
	unit: 8.75,
	responsibility: 6,
	operation: 7,
	project: 6.5,
	activity: 6.5,
	object: 6,
	account: 4.75,
	account_text: 11,
	counterpart: 6,
	supplier: 7.5,
	organisation_number: 9,
	maker: 10,
	text: 7,
	amount: 6.75,
	booked_amount: 7.5,
	currency: 5,
	cost_kind: 9,
	orientation: 7.5,
	tag: 8,
	file_name: 12,
	source_row: 6.5
};

/** Of "Varför?", the last column. */
export const whyWidth = 3.75;

export function columnWidth(field: RowField): number {
	return widths[field] ?? 8;
}

/** Rem of a whole table. */
export function tableWidth(fields: readonly RowField[]): number {
	return fields.reduce((sum, field) => sum + columnWidth(field), whyWidth);
}

export const isNumber = (field: RowField): boolean =>
	field === 'amount' || field === 'booked_amount' || field === 'source_row';

/** A cell as it reads; empty for what is not known. */
export function cellText(row: CostRow, field: RowField): string {
	switch (field) {
		case 'day':
			return row.is_period ? row.day.slice(0, 7) : row.day;
		case 'amount': {
			const amount = formatMoney(row.amount, 'kr', { decimals: 2 });
			return row.currency === 'SEK' ? amount : `${amount} ${row.currency ?? ''}`;
		}
		case 'booked_amount':
			return row.booked_amount === null ? '' : formatMoney(row.booked_amount, 'kr', { decimals: 2 });
		case 'tag':
			return taggedByWords(row);
		case 'source_row':
			return String(row.source_row);
		default:
			return row[field] ?? '';
	}
}

/** The page of what a cell names; undefined where it has none, or must not stand in an address. */
export function cellHref(filters: FilterUrl, row: CostRow, field: RowField): string | undefined {
	switch (field) {
		case 'unit':
			return subjectHref(filters, 'unit', row.unit);
		case 'supplier':
			return subjectHref(filters, 'supplier', row.supplier_key);
		case 'system_ref':
			return subjectHref(filters, 'system', row.system_ref);
		case 'contract_ref':
			return row.contract_ref === null
				? undefined
				: filters.href('/avtal', {}, { avtal: row.contract_ref, galler: 'alla' });
		default:
			return undefined;
	}
}
