// Shares of a divided amount, in hundredths of a per cent so that they sum exactly.
import { shareOfRule, wholeShare, type RulePart } from '$lib/tagging/rule';

/** Hundredths of a per cent as a rule writes them: `33,33`, `12,5`, `70`. */
export function shareText(hundredths: number): string {
	const decimals = String(hundredths % 100)
		.padStart(2, '0')
		.replace(/0+$/, '');
	return `${Math.floor(hundredths / 100)}${decimals && `,${decimals}`}`;
}

/** What the shares are together; null while one of them cannot be read. */
export function sumOfShares(parts: readonly RulePart[]): number | null {
	const shares = parts.map(({ andel }) => shareOfRule(andel));
	return shares.reduce<number | null>(
		(sum, share) => (sum === null || share === null ? null : sum + share),
		0
	);
}

/** The same parts with equal shares; what cannot be divided goes to the last ones, 33,33 + 33,33 + 33,34. */
export function withEqualShares(parts: readonly RulePart[]): RulePart[] {
	const share = Math.floor(wholeShare / parts.length);
	const left = wholeShare - share * parts.length;
	return parts.map((part, index) => ({
		...part,
		andel: shareText(index >= parts.length - left ? share + 1 : share)
	}));
}

/** One more part, with what is left of the whole. */
export function withAnotherPart(parts: readonly RulePart[]): RulePart[] {
	const left = wholeShare - (sumOfShares(parts) ?? wholeShare);
	return [...parts, { andel: left > 0 ? shareText(left) : '', satt: {} }];
}

/** Two halves that set nothing yet. */
export function twoHalves(): RulePart[] {
	return [
		{ andel: '50', satt: {} },
		{ andel: '50', satt: {} }
	];
}
