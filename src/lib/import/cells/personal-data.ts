// Personnummer in files: found wherever they stand, and replaced before anything is kept.
import { passesLuhn, startsWithBirthDay } from '$lib/domain/organisation-number';

/** What stands instead of a personnummer found in running text. */
export const maskedText = '[personnummer]';

/** Gives the number n of "Enskild firma n": the same person always gets the same n. */
export interface SoleTraderNumbers {
	/** @param digits the ten digits of the personnummer; implementations keep only a keyed hash of it */
	numberOf(digits: string): number;
}

/** Numbers in order of first appearance, held in memory only: for previews and single runs. */
export function numbersInOrder(): SoleTraderNumbers {
	const known = new Map<string, number>();
	return {
		numberOf(digits) {
			const found = known.get(digits);
			if (found !== undefined) return found;
			known.set(digits, known.size + 1);
			return known.size;
		}
	};
}

const candidate =
	/(?<!\d|\d-)(?:(?:18|19|20)\d{2}|\d{2})\d{4}(?: ?[-+\u2010-\u2015\u2212] ?| )?\d{4}(?!\d)|(?<=\bSE[ -]?)\d{6}[- ]?\d{4}(?=[ -]?\d{2}(?!\d))/gi;

/**
 * Replaces every personnummer in a text. With a hyphen a plausible birth date is enough. Bare digits must also pass
 * Luhn, since invoice numbers look alike, unless twelve of them start with a birth date of somebody grown up.
 */
export function maskPersonalNumbers(text: string): { text: string; found: number } {
	if (text.length < 10 || !/\d{6}/.test(text)) return { text, found: 0 };
	let found = 0;
	const masked = text.replace(candidate, (match, at: number) => {
		const digits = match.replace(/\D/g, '');
		const ten = digits.slice(-10);
		if (Number(ten[2]) > 1 || !startsWithBirthDay(ten)) return match;
		const hyphened = /[-+\u2010-\u2015\u2212]/.test(match);
		const grownUp = digits.length === 12 && Number(digits.slice(0, 4)) <= 2010;
		// `KS-190501-0123` and `190501-0123-2` are numbers of cases far more often.
		const isPart = text[at - 1] === '-' || text[at + match.length] === '-';
		if ((isPart || (!hyphened && !grownUp)) && !passesLuhn(ten)) return match;
		found++;
		return maskedText;
	});
	return { text: masked, found };
}
