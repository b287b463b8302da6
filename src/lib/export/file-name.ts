// What files that are taken out are called.

/** A file name from its parts: lower case, Swedish letters kept, everything else as `_`. */
export function exportFileName(parts: readonly string[], ending = 'csv'): string {
	const name = parts
		.filter(Boolean)
		.map((part) =>
			part
				.toLocaleLowerCase('sv')
				.replace(/[^a-z0-9åäöé-]+/gu, '_')
				.replace(/^_+|_+$/g, '')
		)
		.filter(Boolean)
		.join('_');
	return `${name}.${ending}`;
}
