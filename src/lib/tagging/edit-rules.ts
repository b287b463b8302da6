// Changes of a rule set, each as a new set: rules added, changed, moved and removed, and rows judged by hand.
import type { HandTag, Rule, RuleSet } from './rule';

/** An id that no rule of the set has: `R13` after `R12`. */
export function newRuleId(set: Pick<RuleSet, 'regler'>): string {
	const taken = new Set(set.regler.map(({ id }) => id));
	const numbers = set.regler.map(({ id }) => Number(/^R(\d{1,6})$/.exec(id)?.[1] ?? 0));
	let next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1;
	while (taken.has(`R${next}`)) next++;
	return `R${next}`;
}

/** A rule to begin with. It cannot be saved before it has a name, a condition and a tag. */
export function emptyRule(id: string): Rule {
	return { id, namn: '', om: { falt: 'konto', ar: 'borjar_med', varden: [] }, satt: {} };
}

/** The set with one more rule, at a position from 0; last when none is said. @throws when its id is taken */
export function addRule(set: RuleSet, rule: Rule, position = set.regler.length): RuleSet {
	if (set.regler.some(({ id }) => id === rule.id)) throw new Error(`Rule ${rule.id} is in the set already`);
	return { ...set, regler: set.regler.toSpliced(within(position, set.regler.length), 0, rule) };
}

/** The set with a rule in the place of the one that has its id; the same set when none has. */
export function putRule(set: RuleSet, rule: Rule): RuleSet {
	const position = positionOf(set, rule.id);
	return position < 0 ? set : { ...set, regler: set.regler.with(position, rule) };
}

export function removeRule(set: RuleSet, id: string): RuleSet {
	const position = positionOf(set, id);
	return position < 0 ? set : { ...set, regler: set.regler.toSpliced(position, 1) };
}

/** The set with a rule at another position, from 0, which is the one that it then has. */
export function moveRule(set: RuleSet, id: string, position: number): RuleSet {
	const from = positionOf(set, id);
	const rule = set.regler[from];
	const to = within(position, set.regler.length - 1);
	if (!rule || from === to) return set;
	return { ...set, regler: set.regler.toSpliced(from, 1).toSpliced(to, 0, rule) };
}

/** The set with a copy right after a rule, and the id of the copy; the same set when there is no such rule. */
export function copyRule(set: RuleSet, id: string, nameOfCopy: (name: string) => string): [RuleSet, string] {
	const position = positionOf(set, id);
	const rule = set.regler[position];
	if (!rule) return [set, id];
	const { andrad: _last, ...content } = rule;
	const copy = { ...content, id: newRuleId(set), namn: nameOfCopy(rule.namn) };
	return [addRule(set, copy, position + 1), copy.id];
}

/** The set with rows judged by hand; a row that was judged before gets the new judgement. */
export function addHandTags(set: RuleSet, tags: readonly HandTag[]): RuleSet {
	if (!tags.length) return set;
	const fresh = new Map(tags.map((tag) => [tag.rad, tag]));
	const kept = set.handtaggar.map((tag) => fresh.get(tag.rad) ?? tag);
	const known = new Set(set.handtaggar.map(({ rad }) => rad));
	return { ...set, handtaggar: [...kept, ...[...fresh.values()].filter(({ rad }) => !known.has(rad))] };
}

/** The set without the judgement of a row. */
export function removeHandTag(set: RuleSet, rad: string): RuleSet {
	const handtaggar = set.handtaggar.filter((tag) => tag.rad !== rad);
	return handtaggar.length === set.handtaggar.length ? set : { ...set, handtaggar };
}

function positionOf({ regler }: RuleSet, id: string): number {
	return regler.findIndex((rule) => rule.id === id);
}

function within(position: number, last: number): number {
	return Math.min(Math.max(Math.trunc(position), 0), Math.max(last, 0));
}
