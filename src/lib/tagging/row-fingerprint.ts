// What a row is known by when a person has judged it by hand: all that the ledger says of it. So the judgement stays with the
// row when its file comes anew or rows move, and rows that are alike in everything are judged alike.

const columns = [
	'day',
	'unit',
	'responsibility',
	'account',
	'operation',
	'project',
	'activity',
	'object',
	'counterpart',
	'supplier',
	'organisation_number',
	'voucher',
	'invoice',
	'text',
	'amount',
	'currency'
] as const;

/**
 * SQL for a row's fingerprint, 32 hexadecimal digits.
 * @param row the name of the table of whole cost rows, never of parts
 */
export function fingerprintSql(row: string): string {
	const cells = columns.map((column) => `coalesce(${row}.${column}::VARCHAR, '')`);
	return `md5(concat_ws(chr(31), ${cells.join(', ')}))`;
}
