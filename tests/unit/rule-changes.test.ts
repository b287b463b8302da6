import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HandTag, Rule } from '$lib/tagging/rule';
import { handTagChanges, ruleChanges } from '$lib/tagging/rule-changes';

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
	id,
	namn: `Regel ${id}`,
	om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
	satt: { it_kostnad: 'ja', kostnadsslag: 'Konsult' },
	...more
});
const set = (...regler: Rule[]) => ({ regler });
const ids = (letters: string) => set(...[...letters].map((letter) => rule(letter)));
const short = (before: { regler: Rule[] }, after: { regler: Rule[] }) =>
	ruleChanges(before, after).map(({ kind, id, from, to, isMoved }) => [kind, id, from, to, isMoved]);

test('a new rule between two others is added, and moves nothing', () => {
	expect(short(ids('abc'), ids('anbc'))).toEqual([['added', 'n', null, 1, false]]);
	expect(short(ids('anbc'), ids('abc'))).toEqual([['removed', 'n', 1, null, false]]);
});

test('of a rule taken from last to first, only that one has moved', () => {
	expect(short(ids('abcd'), ids('dabc'))).toEqual([['moved', 'd', 3, 0, true]]);
});

test('a rule that has both changed and moved is one change', () => {
	const after = set(rule('c', { namn: 'Konsult, Brofalk' }), rule('a'), rule('b'));
	expect(short(ids('abc'), after)).toEqual([['changed', 'c', 2, 0, true]]);
	const [change] = ruleChanges(ids('abc'), after);
	expect([change?.before?.namn, change?.after?.namn]).toEqual(['Regel c', 'Konsult, Brofalk']);
});

test('changed rules stand in the new order, and removed ones after them', () => {
	const after = set(rule('n'), rule('b', { agare: 'Maja' }), rule('c'));
	expect(short(ids('abc'), after)).toEqual([
		['added', 'n', null, 0, false],
		['changed', 'b', 1, 1, false],
		['removed', 'a', 0, null, false]
	]);
});

test('who changed a rule last, the order of keys and keys without a value are no difference', () => {
	const before = rule('a', { andrad: { av: 'Maja', datum: '2026-01-02', version: 2 }, agare: undefined });
	const after: Rule = {
		satt: { kostnadsslag: 'Konsult', it_kostnad: 'ja' },
		om: { varden: ['745'], ar: 'borjar_med', falt: 'konto' },
		namn: 'Regel a',
		id: 'a',
		andrad: { av: 'Elif', datum: '2026-11-02', version: 7 }
	};
	expect(ruleChanges(set(before), set(after))).toEqual([]);
});

test.each<[string, Partial<Rule>]>([
	['a value', { om: { falt: 'konto', ar: 'borjar_med', varden: ['746'] } }],
	['one value more', { om: { falt: 'konto', ar: 'borjar_med', varden: ['745', '746'] } }],
	['not', { om: { inte: { falt: 'konto', ar: 'borjar_med', varden: ['745'] } } }],
	['a tag less', { satt: { it_kostnad: 'ja' } }],
	['a tag in place of another', { satt: { it_kostnad: 'ja', inriktning: 'förvaltning' } }],
	[
		'parts',
		{
			dela: [
				{ andel: '70', satt: { system_id: 'A' } },
				{ andel: '30', satt: { system_id: 'B' } }
			]
		}
	]
])('%s is a difference', (_what, more) => {
	expect(short(set(rule('a')), set(rule('a', more)))).toEqual([['changed', 'a', 0, 0, false]]);
});

const handTag = (rad: string, more: Partial<HandTag> = {}): HandTag => ({
	rad,
	belopp: 100_00,
	visas: `2026-03-04 745 ${rad}`,
	satt: { it_kostnad: 'ja' },
	av: 'Maja',
	datum: '2026-03-05',
	...more
});

test('hand tags are compared by row, whatever their order and whoever judged them', () => {
	const before = { handtaggar: [handTag('a'), handTag('b'), handTag('c')] };
	const after = {
		handtaggar: [
			handTag('n'),
			handTag('c', { satt: { it_kostnad: 'nej' } }),
			handTag('a', { av: 'Elif', datum: '2026-11-02' })
		]
	};
	expect(handTagChanges(before, after).map(({ kind, rad }) => [kind, rad])).toEqual([
		['added', 'n'],
		['changed', 'c'],
		['removed', 'b']
	]);
	expect(handTagChanges(before, before)).toEqual([]);
});

/** Some of nine rules in any order, each in one of two wordings. */
const anySet = fc
	.uniqueArray(fc.record({ id: fc.constantFrom(...'abcdefghi'), isOther: fc.boolean() }), {
		selector: ({ id }) => id
	})
	.map((entries) => set(...entries.map(({ id, isOther }) => rule(id, isOther ? { agare: 'Elif' } : {}))));

/** The length of a longest common subsequence of two lists, by trying every pair of places. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
	const [first, ...rest] = a;
	if (first === undefined) return 0;
	const at = b.indexOf(first);
	const without = longestCommon(rest, b);
	return at < 0 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}

test('no change is listed exactly when the rules are equal', () => {
	fc.assert(
		fc.property(anySet, anySet, (before, after) => {
			const isEqual = JSON.stringify(before) === JSON.stringify(after);
			expect(ruleChanges(before, after).length === 0).toBe(isEqual);
			expect(ruleChanges(before, structuredClone(before))).toEqual([]);
		})
	);
});

test('the changes, applied to the set before, give the set after', () => {
	fc.assert(
		fc.property(anySet, anySet, (before, after) => {
			const changes = ruleChanges(before, after);
			const byId = new Map(changes.map((change) => [change.id, change]));
			const rebuilt = before.regler.flatMap((former) => {
				const change = byId.get(former.id);
				if (!change) return [former];
				return change.isMoved || !change.after ? [] : [change.after];
			});
			for (const { after: placed, to, isMoved, kind } of changes) {
				if (placed && to !== null && (isMoved || kind === 'added')) rebuilt.splice(to, 0, placed);
			}
			expect(rebuilt).toEqual(after.regler);
		})
	);
});

test('as few rules as possible count as moved', () => {
	fc.assert(
		fc.property(anySet, anySet, (before, after) => {
			const [a, b] = [before, after].map(({ regler }) => regler.map(({ id }) => id));
			const common = (a ?? []).filter((id) => b?.includes(id)).length;
			const moved = ruleChanges(before, after).filter(({ isMoved }) => isMoved).length;
			expect(moved).toBe(common - longestCommon(a ?? [], b ?? []));
		})
	);
});

test('the other way round, what was added is removed and what changed has changed back', () => {
	fc.assert(
		fc.property(anySet, anySet, (before, after) => {
			const [forth, back] = [ruleChanges(before, after), ruleChanges(after, before)];
			const idsOf = (changes: typeof forth, kind: string) =>
				changes.flatMap((change) => (change.kind === kind ? [change.id] : [])).sort();
			expect(idsOf(back, 'removed')).toEqual(idsOf(forth, 'added'));
			expect(idsOf(back, 'added')).toEqual(idsOf(forth, 'removed'));
			expect(idsOf(back, 'changed')).toEqual(idsOf(forth, 'changed'));
			expect(back.filter(({ isMoved }) => isMoved).length).toBe(
				forth.filter(({ isMoved }) => isMoved).length
			);
		})
	);
});
