// Rows that repeat an earlier row exactly. They are often real repeated konteringar: flagged with kronor, never removed.
import type { Value } from './read-cell';

/**
 * A function that tells whether a row of values has been seen before. Rows are remembered by a 53-bit fingerprint, so
 * a million rows take little memory; a false match has a chance below 1 in 10 000 per million rows and costs a flag.
 */
export function identicalRowFinder(): (values: readonly Value[]) => boolean {
	const seen = new Set<number>();
	return (values) => {
		const fingerprint = fingerprintOf(values.join('\u001f'));
		if (seen.has(fingerprint)) return true;
		seen.add(fingerprint);
		return false;
	};
}

/** Two 32-bit multiplicative hashes (cyrb53) joined to 53 bits. */
function fingerprintOf(text: string): number {
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		high = Math.imul(high ^ code, 2654435761);
		low = Math.imul(low ^ code, 1597334677);
	}
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	return 4294967296 * (2097151 & low) + (high >>> 0);
}
