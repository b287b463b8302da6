import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRule, moveRule, newRuleId, putRule, removeRule } from '$lib/tagging/edit-rules';
import { rebaseRules } from '$lib/tagging/rebase-rules';
import type { HandTag, Rule, RuleSet } from '$lib/tagging/rule';

const rule = (id: string, namn = `Regel ${id}`): Rule => ({
	id,
	namn,
	om: { falt: 'konto', ar: 'borjar_med', varden: ['745'] },
	satt: { it_kostnad: 'ja' }
});
const hand = (rad: string, anteckning?: string): HandTag => ({
	rad,
	belopp: 100_00,
	visas: `rad ${rad}`,
	satt: { it_kostnad: 'ja' },
	...(anteckning === undefined ? {} : { anteckning }),
	av: 'Maja Lindqvist',
	datum: '2026-03-05'
});
const setOf = (letters: string, handtaggar: HandTag[] = [], version = 7): RuleSet => ({
	format: 1,
	namn: 'Lindskär',
	version,
	datum: '2026-03-05',
	forfattare: 'Maja Lindqvist',
	regler: [...letters].map((id) => rule(id)),
	handtaggar
});
const ids = ({ regler }: RuleSet): string => regler.map(({ id }) => id).join('');
const names = ({ regler }: RuleSet): string[] => regler.map(({ namn }) => namn);

test('my new rule stands after the rule that it followed, also when a colleague has moved that one', () => {
	const { set, conflicts } = rebaseRules(setOf('abcd'), setOf('abncd'), setOf('acdb', [], 8));
	expect(ids(set)).toBe('acdbn');
	expect(set.version).toBe(8);
	expect(conflicts).toEqual([]);
});

test('where the rule that mine followed is gone, mine stands after the nearest before it', () => {
	expect(ids(rebaseRules(setOf('abcd'), setOf('abncd'), setOf('acd')).set)).toBe('ancd');
	expect(ids(rebaseRules(setOf('abcd'), setOf('anbcd'), setOf('bcd')).set)).toBe('nbcd');
});

test('my move is made in the order that a colleague has saved', () => {
	expect(ids(rebaseRules(setOf('abcd'), setOf('dabc'), setOf('abxcd')).set)).toBe('dabxc');
});

test('a rule that both changed differently is theirs, and is told', () => {
	const base = setOf('abc');
	const mine = putRule(base, rule('b', 'mitt'));
	const theirs = putRule({ ...base, version: 8 }, rule('b', 'deras'));
	const { set, conflicts } = rebaseRules(base, mine, theirs);
	expect(names(set)).toEqual(['Regel a', 'deras', 'Regel c']);
	expect(conflicts).toEqual([{ id: 'b', name: 'mitt', mine: rule('b', 'mitt'), theirs: rule('b', 'deras') }]);
});

test('changed alike by both is no conflict, and different rules changed are both kept', () => {
	const base = setOf('abc');
	const both = putRule(base, rule('b', 'samma'));
	expect(rebaseRules(base, both, both)).toEqual({ set: both, conflicts: [], handConflicts: [] });
	const { set, conflicts } = rebaseRules(
		base,
		putRule(base, rule('a', 'mitt')),
		putRule(base, rule('c', 'deras'))
	);
	expect(names(set)).toEqual(['mitt', 'Regel b', 'deras']);
	expect(conflicts).toEqual([]);
});

test('changed by one and removed by the other is a conflict, and stays as they left it', () => {
	const base = setOf('abc');
	const changed = putRule(base, rule('b', 'ändrad'));
	const gone = rebaseRules(base, changed, setOf('ac'));
	expect([ids(gone.set), gone.conflicts]).toEqual([
		'ac',
		[{ id: 'b', name: 'ändrad', mine: rule('b', 'ändrad'), theirs: null }]
	]);
	const kept = rebaseRules(base, setOf('ac'), changed);
	expect([names(kept.set)[1], kept.conflicts]).toEqual([
		'ändrad',
		[{ id: 'b', name: 'ändrad', mine: null, theirs: rule('b', 'ändrad') }]
	]);
});

test('removed by both, or removed by them and only moved by me, is gone without a word', () => {
	expect(rebaseRules(setOf('abc'), setOf('ac'), setOf('ac')).conflicts).toEqual([]);
	const { set, conflicts } = rebaseRules(setOf('abc'), setOf('cab'), setOf('ab'));
	expect([ids(set), conflicts]).toEqual(['ab', []]);
});

test('two new rules with one id are both kept, mine under a new id', () => {
	const base = { ...setOf(''), regler: [rule('R1')] };
	const mine = addRule(base, rule('R2', 'min'));
	const theirs = addRule(base, rule('R2', 'deras'), 0);
	const { set, conflicts } = rebaseRules(base, mine, theirs);
	expect(set.regler.map(({ id, namn }) => [id, namn])).toEqual([
		['R2', 'deras'],
		['R1', 'Regel R1'],
		['R3', 'min']
	]);
	expect(conflicts).toEqual([]);
});

test('rows judged by hand by each are all kept, and one judged by both differently is theirs and told', () => {
	const base = setOf('a', [hand('1'), hand('2')]);
	const mine = setOf('a', [hand('2', 'mitt'), hand('3')]);
	const theirs = setOf('a', [hand('1'), hand('2', 'deras'), hand('4')]);
	const { set, handConflicts } = rebaseRules(base, mine, theirs);
	expect(set.handtaggar).toEqual([hand('2', 'deras'), hand('4'), hand('3')]);
	expect(handConflicts).toEqual([
		{ rad: '2', shown: 'rad 2', mine: hand('2', 'mitt'), theirs: hand('2', 'deras') }
	]);
});

const edits = fc.array(
	fc.record({
		kind: fc.constantFrom('add', 'put', 'move', 'remove'),
		pick: fc.nat(),
		to: fc.nat({ max: 10 }),
		word: fc.constantFrom('x', 'y', 'z')
	}),
	{ maxLength: 8 }
);
const base = setOf('abcdefg', [hand('1'), hand('2')]);

function edited(steps: { kind: string; pick: number; to: number; word: string }[], set = base): RuleSet {
	return steps.reduce((now, { kind, pick, to, word }) => {
		const id = now.regler[pick % Math.max(now.regler.length, 1)]?.id ?? '';
		if (kind === 'add') return addRule(now, rule(newRuleId(now), word), to);
		if (kind === 'put') return putRule(now, rule(id, word));
		return kind === 'move' ? moveRule(now, id, to) : removeRule(now, id);
	}, set);
}

test('on an unchanged base, what comes out is mine', () => {
	fc.assert(
		fc.property(edits, (mySteps) => {
			const mine = edited(mySteps);
			expect(rebaseRules(base, mine, base)).toEqual({ set: mine, conflicts: [], handConflicts: [] });
		})
	);
});

test('without a change of mine, what comes out is theirs', () => {
	fc.assert(
		fc.property(edits, (theirSteps) => {
			const theirs = edited(theirSteps);
			expect(rebaseRules(base, base, theirs)).toEqual({ set: theirs, conflicts: [], handConflicts: [] });
		})
	);
});

test('a rule that nobody touched never changes, each change is kept or told, and ids stay unique', () => {
	fc.assert(
		fc.property(edits, edits, (mySteps, theirSteps) => {
			const [mine, theirs] = [edited(mySteps), edited(theirSteps)];
			const { set, conflicts } = rebaseRules(base, mine, theirs);
			const found = new Map(set.regler.map((known) => [known.id, known]));
			expect(found.size).toBe(set.regler.length);
			const told = new Set(conflicts.map(({ id }) => id));
			const nameIn = ({ regler }: RuleSet, id: string) => regler.find((known) => known.id === id)?.namn;
			for (const { id, namn } of base.regler) {
				const [own, other] = [nameIn(mine, id), nameIn(theirs, id)];
				if (own === namn) expect(found.get(id)?.namn).toBe(other);
				else if (other === namn) expect(found.get(id)?.namn).toBe(own);
				else {
					expect(found.get(id)?.namn).toBe(other);
					expect(told.has(id)).toBe(own !== other);
				}
			}
			const added = (now: RuleSet) =>
				now.regler.filter(({ id }) => id.startsWith('R')).map(({ namn }) => namn);
			for (const name of [...added(mine), ...added(theirs)]) expect(added(set)).toContain(name);
		})
	);
});
