// A table whose headers say nothing: what its values say instead. A guess is only ever offered, and a person confirms it.
import { readIdentity } from '$lib/domain/organisation-number';
import { isEmptyRecord, type Cell, type SourceRecord } from '$lib/read/record';
import { amountShape } from '../cells/amount';
import { dateShape } from '../cells/date';
import { headersOf, includesVat, normaliseHeader } from './header';
import type { Mapping, Recognition } from './recognise';

/** Fields of the cost table that values alone can show, with what such values are called. */
export const guessable = {
	amount: 'decimaltal',
	day: 'datum',
	organisation_number: 'organisationsnummer',
	account: 'kontokoder',
	supplier: 'företagsnamn'
} as const;
export type GuessableField = keyof typeof guessable;

const companyForm =
	/\b(?:AB|HB|KB|aktiebolag|handelsbolag|ek\.? för\.?|kommun|region|stiftelsen?|Ltd|Limited|GmbH|Oyj?|A\/S|ApS|Inc|LLC|BV)\b/i;

/** Whether one cell is of the sort that a field holds. */
export function looksLike(field: GuessableField, cell: Cell): boolean {
	const text = String(cell).trim();
	switch (field) {
		case 'amount':
			return typeof cell === 'number' || !['empty', 'not_a_number'].includes(amountShape(cell).shape);
		case 'day':
			return (
				/^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?|(?:19|20)\d{4}(?:\d{2})?|\d{1,2}[-/. ][a-zåäö]{3,9}\.?[-/. ,]+\d{4})$/i.test(
					text
				) && !['empty', 'not_a_date'].includes(dateShape(cell))
			);
		case 'organisation_number': {
			if (!/^(?:16)?\d{6}-?\d{4}$/.test(text)) return false;
			const identity = readIdentity(text);
			return identity.kind === 'person' || (identity.kind === 'organisation' && identity.luhn);
		}
		case 'account':
			return /^\d{3,6}(?:\s+\D.*)?$/.test(text);
		case 'supplier':
			return companyForm.test(text) && !/^\d/.test(text);
	}
}

/** The share of a column's filled cells that must be of the sort. */
const neededShares: Readonly<Record<GuessableField, number>> = {
	amount: 0.9,
	day: 0.9,
	organisation_number: 0.8,
	account: 0.9,
	supplier: 0.3
};

function fits(field: GuessableField, cells: readonly Cell[]): boolean {
	const filled = cells.filter((cell) => String(cell).trim() !== '');
	if (filled.length < Math.max(1, cells.length / 4)) return false;
	if (filled.filter((cell) => looksLike(field, cell)).length < filled.length * neededShares[field])
		return false;
	// Whole numbers may be anything; amounts show decimals.
	if (field === 'amount') return filled.some((cell) => /\d[.,]\d{1,2}\D*$/.test(String(cell)));
	if (field !== 'account') return true;
	const codes = filled.map((cell) => String(cell).trim().split(/\s/)[0] ?? '');
	const lengths = new Set(codes.map((code) => code.length));
	return lengths.size === 1 && (codes.length < 10 || new Set(codes).size < codes.length * 0.8);
}

/** `A`, `Kolumn1`, `F2`, `Unnamed: 3`, `4`: a header that only counts. */
function saysNothing(header: string): boolean {
	return /^(?:[a-z]{0,2}|(?:kolumn|column|col|falt|field|f|unnamed|var|rubrik|c)? ?\d*)$/.test(
		normaliseHeader(header)
	);
}

/**
 * Guesses a cost table by its values. Null where a header speaks, unless both the amounts and the days can be told; and
 * where no column holds amounts. Of two columns of one sort neither is taken.
 */
export function guessColumns(head: readonly SourceRecord[], headerRow?: number): Recognition | null {
	const records = head.filter(
		(record) =>
			!isEmptyRecord(record) && !record.broken && record.cells.length >= 2 && record.row >= (headerRow ?? 0)
	);
	const [first, ...rest] = records;
	if (!first || !rest.length) return null;
	const width = Math.max(...records.map(({ cells }) => cells.length));
	const columnOf = (column: number): Cell[] => rest.map(({ cells }) => cells[column] ?? '');
	const found = new Map<GuessableField, number[]>();
	const written = headersOf(first);
	for (let column = 0; column < width; column++) {
		if (includesVat(written[column] ?? '')) continue;
		const order: GuessableField[] = ['organisation_number', 'day', 'amount', 'account', 'supplier'];
		const field = order.find((candidate) => fits(candidate, columnOf(column)));
		if (field) found.set(field, [...(found.get(field) ?? []), column]);
	}
	const amounts = found.get('amount') ?? [];
	const typed: GuessableField[] = ['organisation_number', 'day', 'amount'];
	const isData =
		headerRow === 0 ||
		(headerRow === undefined &&
			typed.every((field) =>
				(found.get(field) ?? []).every((column) => looksLike(field, first.cells[column] ?? ''))
			));
	const silent = isData || written.every(saysNothing);
	if (!amounts.length || (!silent && (amounts.length > 1 || found.get('day')?.length !== 1))) return null;
	const mapping: Mapping = {};
	for (const [field, columns] of found) {
		const [only] = columns;
		if (columns.length === 1 && only !== undefined) mapping[field] = only;
	}
	const headers = Array.from({ length: width }, (_, i) =>
		isData ? `Kolumn ${i + 1}` : written[i] || `Kolumn ${i + 1}`
	);
	return {
		kind: 'cost',
		headerRow: isData ? first.row - 1 : first.row,
		headers,
		mapping,
		guessed: Object.keys(mapping)
	};
}
