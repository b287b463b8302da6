// The words of a need: which are looked for, and what is said of where they were found.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundOf, mostNeedWords, needWords, stemOf, type NeedHit } from '$lib/domain/need-words';
import { foundBecause, roomText } from '$lib/text/before-buying';

test('forms of a word meet in one stem, and words that say nothing are not looked for', () => {
	expect(['lokal', 'lokaler', 'lokalerna', 'lokalen'].map(stemOf)).toEqual([
		'lokal',
		'lokal',
		'lokal',
		'lokal'
	]);
	expect(['bokning', 'bokningar', 'bokningen'].map(stemOf)).toEqual(['bokning', 'bokning', 'bokning']);
	expect(needWords('Ett system för att boka lokaler och LOKALERNA').map(({ word }) => word)).toEqual([
		'boka',
		'lokaler'
	]);
	expect(needWords('ett nytt verktyg')).toEqual([]);
	expect(needWords('Äldreomsorg, journal').map(({ stem }) => stem)).toEqual(['aldreomsorg', 'journal']);
});

test('a stem keeps four letters or the whole word, and begins it', () => {
	const word = fc.stringMatching(/^[a-z]{1,14}$/);
	fc.assert(
		fc.property(word, (one) => {
			const stem = stemOf(one);
			expect(one.startsWith(stem)).toBe(true);
			expect(stem.length).toBeGreaterThanOrEqual(Math.min(4, one.length));
		})
	);
	fc.assert(fc.property(fc.string(), (text) => needWords(text).length <= mostNeedWords));
});

test('what has the chosen förmåga comes first, then what has most of the words, each with why', () => {
	const words = needWords('bokning lokaler');
	const hit = (id: string, field: NeedHit['field'], place: number): NeedHit => ({
		kind: 'system',
		id,
		field,
		place
	});
	const found = foundOf(
		'system',
		[hit('A', 'namn', 0), hit('B', 'beskrivning', 1), hit('B', 'förmåga', 0), hit('B', 'förmåga', 1)],
		words,
		['C']
	);
	expect(found.map(({ id, count }) => [id, count])).toEqual([
		['C', 0],
		['B', 2],
		['A', 1]
	]);
	expect(found.map(foundBecause)).toEqual([
		'Har förmågan som valdes',
		'Förmågan har bokning och lokaler, beskrivningen har lokaler',
		'Namnet har bokning'
	]);
});

test('room under a ceiling is unknown where either is, and never negative', () => {
	expect(roomText(null, 0, 'mnkr')).toMatch(/^Okänt/);
	expect(roomText(100, null, 'mnkr')).toMatch(/^Okänt/);
	expect(roomText(500_000_000, 200_000_000, 'mnkr').replace(/\s/g, ' ')).toBe('3 000 tkr kvar under taket');
	expect(roomText(100, 100, 'mnkr')).toBe('Taket är nått');
});
