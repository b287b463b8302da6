// Whether two systems are called the same, as people write names: a version, a company form or the definite ending apart.

/** Words that say nothing of which system it is. */
const hollow = new Set([
	'ab',
	'system',
	'systemet',
	'it',
	'app',
	'appen',
	'modul',
	'version',
	'ny',
	'nya',
	'gamla',
	'och',
	'for',
	'i'
]);

/** Letters that two long words may end differently by: "kontorspaket" and "kontorspaketet". */
const longestEnding = 3;
/** Words shorter than this must be the same. */
const shortestStem = 5;

/** Text as it is compared: small letters without accents, and what is neither letter nor figure as spaces. */
export function foldedText(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** The words of a name that tell it from others: no versions, no hollow words, each once. A name of nothing else has none. */
export function nameWords(name: string): string[] {
	const words = foldedText(name).split(' ');
	return [...new Set(words.filter((word) => word && !/^v?\d+$/.test(word) && !hollow.has(word)))];
}

function isSameWord(a: string, b: string): boolean {
	if (a === b) return true;
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return (
		short.length >= shortestStem && long.length - short.length <= longestEnding && long.startsWith(short)
	);
}

/**
 * Every word of one name is a word of the other, but for an ending of three letters. "Skolans kontorspaket" is like
 * "Kontorspaketet", and "Lokalbok" is not like "Aulabok": half a compound says what a thing is for, not which it is.
 */
export function isSimilarName(a: string, b: string): boolean {
	const [first, second] = [nameWords(a), nameWords(b)];
	return holdsAll(first, second) || holdsAll(second, first);
}

const holdsAll = (words: readonly string[], others: readonly string[]): boolean =>
	words.length > 0 && words.every((word) => others.some((other) => isSameWord(word, other)));

/** What two similar names always share, so that each name is held against few others. */
export const nameStems = (name: string): string[] => [
	...new Set(nameWords(name).map((word) => word.slice(0, shortestStem)))
];
