import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRules } from '$lib/tagging/default-rules';
import type { Rule, RuleSet } from '$lib/tagging/rule';
import { readRuleFile, takeInRules } from '$lib/tagging/take-in-rules';

const rule = (id: string, namn = `Regel ${id}`): Rule => ({
	id,
	namn,
	om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
	satt: { it_kostnad: 'ja' }
});
const setOf = (regler: Rule[], more: Partial<RuleSet> = {}): RuleSet => ({
	format: 1,
	namn: 'Lindskär',
	version: 7,
	datum: '2026-03-05',
	forfattare: 'Maja Lindqvist',
	regler,
	handtaggar: [],
	...more
});
const hand = (letter: string, visas: string) => ({
	rad: letter.repeat(32),
	belopp: 100_00,
	visas,
	satt: { it_kostnad: 'ja' as const },
	av: 'Maja',
	datum: '2026-03-05'
});
const said = (text: string): string => {
	const read = readRuleFile(text, 'regler.json');
	return read.outcome === 'wrong' ? read.message : 'läst';
};

test('what is written out is read in the same', () => {
	const text = `\ufeff${JSON.stringify(defaultRules)}`;
	expect(readRuleFile(text, 'regler.json')).toEqual({ outcome: 'read', set: defaultRules });
});

test('a file that is no rule file says so, and that nothing is lost', () => {
	expect(said('datum;konto\n2026-01-01;745')).toContain('regler.json är ingen giltig JSON-fil.');
	expect(said('[1, 2]')).toContain('ingen regelfil');
	expect(said('{"recept": []}')).toContain('Dina regler är som de var.');
});

test('a fault names the rule, its part and what is wrong', () => {
	const broken = setOf([rule('a'), { ...rule('b', 'Moln'), om: { alla: [] } }]);
	expect(said(JSON.stringify(broken))).toBe(
		'regler.json, Regel 2 ”Moln”, villkoret: Gruppen är tom. Rätta filen och läs in den igen. Dina regler är som de var.'
	);
	expect(said(JSON.stringify({ ...broken, regler: [], format: 2 }))).toContain('format är inte 1');
	expect(said(JSON.stringify(setOf([rule('a'), rule('a')])))).toContain('samma id');
});

test.each(['hand-1', 'drift|moln'])('an id that an edition could not tell apart is refused: %s', (id) => {
	expect(said(JSON.stringify(setOf([rule(id)])))).toContain('Ge regeln ett annat id');
});

test.each(['', 'igår', '2026-13-45'])(
	'a day that is none is refused, not a crash when publishing: %s',
	(datum) => {
		expect(said(JSON.stringify(setOf([], { datum })))).toContain('Skriv det som ÅÅÅÅ-MM-DD');
	}
);

test('a condition of a thousand levels is refused, not a crash', () => {
	const deep = `{"alla":[`.repeat(1000) + '{"falt":"konto","ar":"saknas"}' + ']}'.repeat(1000);
	const file = JSON.stringify(setOf([{ ...rule('a'), om: 'HERE' as unknown as Rule['om'] }]));
	expect(said(file.replace('"HERE"', deep))).toContain('fler än 50 nivåer');
});

test('rules are put last or first, clashing ids get new ones, and those already held are not doubled', () => {
	const mine = setOf([rule('R1'), rule('S1', 'min')]);
	const file = setOf([
		rule('S1', 'deras'),
		rule('R2'),
		{ ...rule('R1'), andrad: { av: 'X', datum: '2025-01-01', version: 1 } }
	]);
	const last = takeInRules(mine, file, 'last', false);
	expect(last.set.regler.map(({ id, namn }) => [id, namn])).toEqual([
		['R1', 'Regel R1'],
		['S1', 'min'],
		['R3', 'deras'],
		['R2', 'Regel R2']
	]);
	expect([last.added, last.already]).toEqual([2, 1]);
	const first = takeInRules(mine, file, 'first', false);
	expect(first.set.regler.map(({ id }) => id)).toEqual(['R3', 'R2', 'R1', 'S1']);
	expect(first.set.version).toBe(7);
});

test('replacing takes the rules of the file and keeps my hand tags, unless the file is my own', () => {
	const mine = setOf([rule('R1')], { handtaggar: [hand('a', 'min'), hand('b', 'min')] });
	const file = setOf([rule('S1')], { handtaggar: [hand('b', 'filens'), hand('c', 'filens')] });
	const shown = (way: 'replace' | 'last' | 'first', own: boolean) =>
		takeInRules(mine, file, way, own)
			.set.handtaggar.map(({ rad, visas }) => `${rad[0]} ${visas}`)
			.sort();
	expect(takeInRules(mine, file, 'replace', false).set.regler).toEqual([rule('S1')]);
	expect(shown('replace', false)).toEqual(['a min', 'b min']);
	expect(shown('replace', true)).toEqual(['b filens', 'c filens']);
	expect(shown('last', true)).toEqual(['a min', 'b min', 'c filens']);
	expect(shown('first', true)).toEqual(['a min', 'b filens', 'c filens']);
});

test('whatever ids two sets have, the joined set has each id once and no rule of mine is changed', () => {
	const some = fc.uniqueArray(fc.constantFrom('R1', 'R2', 'R3', 'S1', 'S2', 'R9'));
	fc.assert(
		fc.property(some, some, fc.constantFrom('last' as const, 'first' as const), (own, other, way) => {
			const mine = setOf(own.map((id) => rule(id)));
			const file = setOf(other.map((id) => rule(id, 'deras')));
			const { set, added } = takeInRules(mine, file, way, false);
			expect(new Set(set.regler.map(({ id }) => id)).size).toBe(own.length + other.length);
			expect(added).toBe(other.length);
			const kept = set.regler.filter(({ namn }) => namn !== 'deras');
			expect(kept).toEqual(mine.regler);
		})
	);
});
