// What was typed to find rows, as a condition on `cost`.
import type { RowSearch } from '$lib/domain/row-search';
import type { Parameter } from '$lib/engine/engine';
import type { Condition } from './cost-filter';

/** Columns of repeated words, asked once per word that they hold: a row at a time is four times slower (measured). */
const repeated = [
	'supplier',
	'organisation_number',
	'maker',
	'unit',
	'account',
	'account_text',
	'project',
	'contract_ref',
	'system_ref'
] as const;

/** Columns where nearly every row has words of its own. */
const single = ['voucher', 'invoice'] as const;

/**
 * A table of the words that a column holds, once each, as `value`. A condition on a DISTINCT would be moved below it and
 * asked of every row; it does not pass an unnest.
 * @param column of a closed list
 */
export function heldWords(column: string): string {
	return `(SELECT unnest(list(DISTINCT ${column})) AS value FROM cost)`;
}

/** The rows that have every word in some field, or the amount. */
export function searchCondition({ words, amount, freeText }: RowSearch): Condition {
	const parameters: Parameter[] = [];
	const everyWord = words.map((word) => {
		// contains() takes what is typed as it stands, so % and _ are letters like others.
		const found = [
			...repeated.map(
				(column) =>
					`${column} IN (SELECT value FROM ${heldWords(column)} WHERE contains(lower(value::VARCHAR), ?))`
			),
			'system_ref::VARCHAR IN (SELECT system_id::VARCHAR FROM system WHERE contains(lower(name::VARCHAR), ?))',
			...[...single, ...(freeText ? ['text'] : [])].map((column) => `contains(lower(${column}::VARCHAR), ?)`)
		];
		parameters.push(...found.map(() => word));
		return `(${found.join(' OR ')})`;
	});
	const parts = [everyWord.join(' AND ')];
	if (amount) {
		parts.push(`${amount.onlyNegative ? '-amount' : 'abs(amount)'} BETWEEN ? AND ?`);
		parameters.push(amount.from, amount.to);
	}
	return { sql: `(${parts.join(' OR ')})`, parameters };
}
