// The order of ledger rows, as SQL on `cost`. Only these expressions are ever written; what is asked for is a field of them.
import type { RowField, RowSort } from '$lib/domain/row-fields';
import { heldWords } from './row-search';

interface RowOrder {
	/** The table `rank` where the order needs it, to stand after WITH: else empty. */
	tables: string[];
	/** What joins `cost` with it. */
	join: string;
	/** ORDER BY, without the words. */
	keys: string;
}

/** Swedish order without ICU: å, ä and ö come after z. */
const words = (value: string): string => `translate(lower(${value}::VARCHAR), 'åäö', '{|}')`;

const orders: Partial<Record<RowField, readonly string[]>> = {
	day: ['cost.day'],
	booked_day: ['cost.booked_day'],
	booked_amount: ['cost.booked_amount'],
	amount: ['cost.amount'],
	source_row: ['cost.source_row'],
	voucher: [words('cost.voucher')],
	invoice: [words('cost.invoice')],
	text: [words('cost.text')],
	tag: ['cost.tag_source::VARCHAR', 'cost.rule_id::VARCHAR'],
	file_name: [words('(SELECT any_value(f.name) FROM file f WHERE f.file_id = cost.file_id)')]
};

/**
 * Unknown last whichever way, and row_id between equals, so that pages never overlap. Repeated words are put in order
 * once and rows by the place of theirs, which is four times faster than by the words (measured).
 */
export function rowOrder({ field, descending }: RowSort): RowOrder {
	const way = descending ? 'DESC' : 'ASC';
	const by = (keys: readonly string[]) =>
		[...keys.map((key) => `${key} ${way} NULLS LAST`), 'cost.row_id'].join(', ');
	const own = orders[field];
	if (own) return { tables: [], join: '', keys: by(own) };
	return {
		tables: [
			`rank AS MATERIALIZED (SELECT value, rank() OVER (ORDER BY ${words('value')}) AS place
				FROM ${heldWords(field)} WHERE value IS NOT NULL)`
		],
		join: `LEFT JOIN rank ON rank.value = cost.${field}`,
		keys: by(['rank.place'])
	};
}
