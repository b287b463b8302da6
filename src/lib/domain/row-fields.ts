// What a ledger row can show, and how rows are put in order: closed lists, so that an address or a click never becomes SQL.

/** In the order that a reader of a ledger expects; the day stands first and stays in sight. */
export const rowFields = [
	'day',
	'booked_day',
	'voucher',
	'unit',
	'responsibility',
	'operation',
	'project',
	'activity',
	'object',
	'account',
	'account_text',
	'counterpart',
	'supplier',
	'organisation_number',
	'maker',
	'invoice',
	'text',
	'amount',
	'booked_amount',
	'currency',
	'cost_kind',
	'orientation',
	'system_ref',
	'contract_ref',
	'tag',
	'file_name',
	'sheet',
	'source_row'
] as const;
export type RowField = (typeof rowFields)[number];

export interface RowSort {
	field: RowField;
	descending: boolean;
}

/** Largest amount first. */
export const usualRowSort: RowSort = { field: 'amount', descending: true };

const largestFirst: readonly RowField[] = ['amount', 'booked_amount', 'day', 'booked_day'];

/** Of the row that a part is of: fields of accrued cost only. */
const spreadFields: readonly RowField[] = ['booked_day', 'booked_amount'];

/** The same order where every row is whole: what it is booked as is what it is. */
export function asBooked(sort: RowSort): RowSort {
	if (sort.field === 'booked_day') return { ...sort, field: 'day' };
	return sort.field === 'booked_amount' ? { ...sort, field: 'amount' } : sort;
}

/** The order that a press on a column's head asks for: its usual way first, then the other. */
export function nextRowSort(sort: RowSort, field: RowField): RowSort {
	if (sort.field === field) return { field, descending: !sort.descending };
	return { field, descending: largestFirst.includes(field) };
}

/** A table is told apart by its days and summed by its amounts, so these are always shown. */
export const fixedRowFields: readonly RowField[] = ['day', 'amount'];

/**
 * The columns before anybody has chosen. What every row shares stands in the drawer's path already, and needs no column.
 * @param freeText whether the slice holds free text
 * @param accrued whether rows may be parts of rows
 */
export function usualRowFields(of: {
	oneUnit: boolean;
	oneSupplier: boolean;
	freeText: boolean;
	accrued?: boolean;
}): RowField[] {
	const shown: RowField[] = ['day', 'voucher', 'amount', ...(of.accrued ? spreadFields : [])];
	if (!of.oneUnit) shown.push('unit');
	if (!of.oneSupplier) shown.push('supplier');
	if (of.freeText) shown.push('text');
	// Beside all the others it does not fit.
	if (of.oneUnit || of.oneSupplier || !of.freeText) shown.push('account');
	return inOrder(shown);
}

/** The fields that a slice holds. @param accrued whether rows may be parts of rows */
export function heldRowFields(freeText: boolean, accrued = false): RowField[] {
	return rowFields.filter(
		(field) => (freeText || field !== 'text') && (accrued || !spreadFields.includes(field))
	);
}

/** The same fields in the table's order, each once, with those that are always shown. */
export function inOrder(fields: readonly string[]): RowField[] {
	return rowFields.filter((field) => fixedRowFields.includes(field) || fields.includes(field));
}
