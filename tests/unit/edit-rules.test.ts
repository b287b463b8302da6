import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	addHandTags,
	addRule,
	copyRule,
	emptyRule,
	moveRule,
	newRuleId,
	putRule,
	removeHandTag,
	removeRule
} from '$lib/tagging/edit-rules';
import type { HandTag, Rule, RuleSet } from '$lib/tagging/rule';

const rule = (id: string, namn = `Regel ${id}`): Rule => ({
	id,
	namn,
	om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
	satt: { it_kostnad: 'ja' }
});
const hand = (rad: string, more: Partial<HandTag> = {}): HandTag => ({
	rad,
	belopp: 100_00,
	visas: `2026-03-04 745 ${rad}`,
	satt: { it_kostnad: 'ja' },
	av: 'Maja Lindqvist',
	datum: '2026-03-05',
	...more
});
const setOf = (ids: readonly string[], handtaggar: HandTag[] = []): RuleSet => ({
	format: 1,
	namn: 'Lindskär',
	version: 7,
	datum: '2026-03-05',
	forfattare: 'Maja Lindqvist',
	regler: ids.map((id) => rule(id)),
	handtaggar
});
const ids = ({ regler }: RuleSet): string => regler.map(({ id }) => id).join(' ');

test('a new id follows the highest number that an R-rule has', () => {
	expect(newRuleId(setOf(['R2', 'R12', 'S40', 'egen']))).toBe('R13');
	expect(newRuleId(setOf([]))).toBe('R1');
	expect(newRuleId(setOf(['R999999', 'R1000000']))).toBe('R1000001');
});

test('a rule is added where it is said, else last, and never under a taken id', () => {
	expect(ids(addRule(setOf(['a', 'b']), rule('c')))).toBe('a b c');
	expect(ids(addRule(setOf(['a', 'b']), rule('c'), 0))).toBe('c a b');
	expect(() => addRule(setOf(['a', 'b']), rule('a'))).toThrow('already');
});

test('a copy stands after its rule with an id and a name of its own, and nobody has changed it yet', () => {
	const original = { ...rule('R1', 'Konsult'), andrad: { av: 'Elif', datum: '2026-01-02', version: 3 } };
	const [set, id] = copyRule(
		{ ...setOf(['R2']), regler: [original, rule('R2')] },
		'R1',
		(name) => `${name}, kopia`
	);
	expect(ids(set)).toBe('R1 R3 R2');
	expect(id).toBe('R3');
	expect(set.regler[1]).toEqual({ ...rule('R1', 'Konsult, kopia'), id: 'R3' });
});

test('a changed rule takes the place of the one with its id, and an unknown one changes nothing', () => {
	const set = setOf(['a', 'b']);
	expect(putRule(set, rule('b', 'Moln')).regler[1]?.namn).toBe('Moln');
	expect(putRule(set, rule('c'))).toBe(set);
	expect(removeRule(set, 'c')).toBe(set);
	expect(moveRule(set, 'c', 0)).toBe(set);
});

test('an empty rule has an id and nothing else that is decided', () => {
	expect(emptyRule('R4')).toEqual({
		id: 'R4',
		namn: '',
		om: { falt: 'konto', ar: 'borjar_med', varden: [] },
		satt: {}
	});
});

test('a row that is judged again keeps one judgement, the latest', () => {
	const set = addHandTags(setOf([], [hand('a'), hand('b')]), [
		hand('b', { anteckning: 'ny' }),
		hand('c'),
		hand('c')
	]);
	expect(set.handtaggar.map(({ rad, anteckning }) => [rad, anteckning])).toEqual([
		['a', undefined],
		['b', 'ny'],
		['c', undefined]
	]);
	expect(removeHandTag(set, 'b').handtaggar.map(({ rad }) => rad)).toEqual(['a', 'c']);
	expect(removeHandTag(set, 'x')).toBe(set);
});

const someIds = fc.uniqueArray(fc.stringMatching(/^[RS]\d{1,3}$/), { minLength: 1, maxLength: 12 });

test('moving there and back is no change, and moves no other rule among the others', () => {
	fc.assert(
		fc.property(someIds, fc.nat(), fc.integer({ min: -3, max: 20 }), (names, pick, position) => {
			const set = setOf(names);
			const from = pick % names.length;
			const id = names[from] ?? '';
			const moved = moveRule(set, id, position);
			expect(moved.regler.findIndex((known) => known.id === id)).toBe(
				Math.min(Math.max(position, 0), names.length - 1)
			);
			expect(ids(removeRule(moved, id))).toBe(ids(removeRule(set, id)));
			expect(moveRule(moved, id, from)).toEqual(set);
		})
	);
});

test('however rules are added, copied, moved and removed, ids stay unique and untouched rules the same', () => {
	const step = fc.record({
		kind: fc.constantFrom('add', 'copy', 'move', 'remove', 'put'),
		pick: fc.nat(),
		to: fc.nat({ max: 15 })
	});
	fc.assert(
		fc.property(someIds, fc.array(step, { maxLength: 12 }), (names, steps) => {
			const start = setOf(names, [hand('a')]);
			let set = start;
			const touched = new Set<string>();
			for (const { kind, pick, to } of steps) {
				const id = set.regler[pick % Math.max(set.regler.length, 1)]?.id ?? '';
				if (kind === 'add') set = addRule(set, rule(newRuleId(set)), to);
				if (kind === 'copy') [set] = copyRule(set, id, (name) => name);
				if (kind === 'move') set = moveRule(set, id, to);
				if (kind === 'remove') set = removeRule(set, id);
				if (kind === 'put') set = putRule(set, rule(id, 'ändrad'));
				if (kind === 'remove' || kind === 'put') touched.add(id);
			}
			expect(new Set(set.regler.map(({ id }) => id)).size).toBe(set.regler.length);
			for (const before of start.regler.filter(({ id }) => !touched.has(id))) {
				expect(set.regler.find(({ id }) => id === before.id)).toBe(before);
			}
			expect({ ...set, regler: [] }).toEqual({ ...start, regler: [] });
		})
	);
});
