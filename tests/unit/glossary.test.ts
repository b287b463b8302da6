import { expect, test } from 'vitest';
import { createGlossaryMarks } from '$lib/state/glossary-marks';
import { glossary, glossedParts } from '$lib/text/glossary';

const marked = (text: string) =>
	glossedParts(text, () => true).flatMap(({ text: words, entry }) => (entry ? [[words, entry.slug]] : []));

test('a word is marked in the form that it stands in, and the text is kept to the letter', () => {
	const text = 'När takvolymen är nådd har ramavtalet ingen verkan. Takvolymen är 12 mnkr.';
	expect(marked(text)).toEqual([
		['takvolymen', 'takvolym'],
		['ramavtalet', 'ramavtal']
	]);
	expect(
		glossedParts(text, () => true)
			.map((part) => part.text)
			.join('')
	).toBe(text);
});

test('the longest word wins, and a word inside another is none', () => {
	expect(marked('Sista dag att säga upp och uppsägningstiden')).toEqual([
		['Sista dag att säga upp', 'uppsagningstid']
	]);
	expect(marked('Avtalet har sagts upp. Supporten är öppen.')).toEqual([]);
	expect(marked('Förlängningsoptionen')).toEqual([]);
});

test('every word of the list is found in itself, has a slug of its own, and its meaning ends as a sentence', () => {
	expect(new Set(glossary.map(({ slug }) => slug)).size).toBe(glossary.length);
	for (const { slug, word, stems, meaning } of glossary) {
		expect(slug).toMatch(/^[a-z-]+$/);
		expect(stems.flatMap((stem) => marked(stem).map(([, found]) => found))).toEqual(stems.map(() => slug));
		expect(meaning, word).toMatch(/\.$/);
	}
});

test('one place on a page has the mark of a word, and gives it back when it goes', () => {
	const marks = createGlossaryMarks();
	const [first, second] = [{}, {}];
	expect(marks.claim('anbud', first)).toBe(true);
	expect(marks.claim('anbud', second)).toBe(false);
	expect(marks.claim('anbud', first)).toBe(true);
	marks.release(first);
	expect(marks.claim('anbud', second)).toBe(true);
});
