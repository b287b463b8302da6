// The words of a need, as people describe it, made so that "Lokaler", "lokalerna" and "bokning av lokal" meet.
import { foldedText } from './similar-name';

/** Swedish words that say nothing of what is needed, folded. */
const hollow = new Set(
	'alla alltid att av bara behov behover behovet bra byta de dem den det dar eller en ett for fran ha hantera har i ihop in inte kan kopa man med mellan mer mot nagon nagot nar ny nya nytt och oss pa ska skapa som stod system systemet till upp ut vara verktyg vi vid vill'.split(
		' '
	)
);

/** Endings of plural, definite form and genitive, longest first. */
const endings = [
	'arnas',
	'ernas',
	'ornas',
	'arna',
	'erna',
	'orna',
	'arens',
	'aren',
	'ens',
	'ets',
	'ar',
	'er',
	'or',
	'en',
	'et',
	'ns',
	'na',
	'n',
	't',
	'a',
	'e',
	's'
];
/** What is left of a word when its ending goes. */
const shortestStem = 4;

/** More words than this are not searched for. */
export const mostNeedWords = 8;

export interface NeedWord {
	/** As it was written, folded. */
	word: string;
	/** What is looked for inside words. */
	stem: string;
}

/** A word without its ending, where four letters are left. */
export function stemOf(word: string): string {
	const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
	return ending ? word.slice(0, -ending.length) : word;
}

/** The words to look for, each stem once, in the order they were written. */
export function needWords(text: string): NeedWord[] {
	const found: NeedWord[] = [];
	for (const word of foldedText(text).split(' ')) {
		if (word.length < 3 || hollow.has(word)) continue;
		const stem = stemOf(word);
		if (!found.some((one) => one.stem === stem)) found.push({ word, stem });
	}
	return found.slice(0, mostNeedWords);
}

/** Where a word was found. */
export const needFields = ['namn', 'förmåga', 'beskrivning', 'cpv', 'leverantör'] as const;
export type NeedField = (typeof needFields)[number];

export interface NeedHit {
	/** What was found: a system, a contract, a licence product or a förmåga. */
	kind: 'system' | 'avtal' | 'licens' | 'förmåga';
	id: string;
	field: NeedField;
	/** Which word, from 0. */
	place: number;
}

export interface FoundSubject {
	id: string;
	/** Which words were found in which fields, in the order of {@link needFields}. */
	reasons: { field: NeedField; words: string[] }[];
	/** How many of the words were found. */
	count: number;
	/** It has the förmåga that was chosen. */
	chosen: boolean;
}

/** What was found of one kind: those with the chosen förmåga first, then those with most of the words, then in the order given. */
export function foundOf(
	kind: NeedHit['kind'],
	hits: readonly NeedHit[],
	words: readonly NeedWord[],
	chosenIds: readonly string[] = []
): FoundSubject[] {
	const own = hits.filter((hit) => hit.kind === kind);
	const ids = [...new Set([...chosenIds, ...own.map(({ id }) => id)])];
	return ids
		.map((id): FoundSubject => {
			const mine = own.filter((hit) => hit.id === id);
			const reasons = needFields.flatMap((field) => {
				const places = [...new Set(mine.filter((hit) => hit.field === field).map(({ place }) => place))].sort(
					(a, b) => a - b
				);
				return places.length ? [{ field, words: places.flatMap((place) => words[place]?.word ?? []) }] : [];
			});
			return {
				id,
				reasons,
				count: new Set(mine.map(({ place }) => place)).size,
				chosen: chosenIds.includes(id)
			};
		})
		.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count);
}
