// Ids for rows whose register has none: the same source always gives the same id.
import { createHash } from 'node:crypto';

/** A short id from the parts that name the thing, with a prefix that tells its kind. */
export function derivedId(prefix: string, parts: readonly (string | number | null)[]): string {
	const key = parts
		.map((part) =>
			String(part ?? '')
				.trim()
				.toLocaleLowerCase('sv')
		)
		.join('\u001f');
	return `${prefix}-${createHash('sha256').update(key).digest('hex').slice(0, 10)}`;
}
