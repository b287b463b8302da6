// What differs between two rule sets: rules by their id, hand tags by their row.
import type { HandTag, Rule, RuleSet } from './rule';

/** One rule that differs. Positions count from 0. */
export interface RuleChange {
	/** A rule that has both another content and another place is `changed`. */
	kind: 'added' | 'removed' | 'changed' | 'moved';
	id: string;
	before: Rule | null;
	after: Rule | null;
	from: number | null;
	to: number | null;
	/**
	 * Whether it stands elsewhere among the rules of both sets. As few rules as possible count as moved: those outside a
	 * longest run of rules that kept their order.
	 */
	isMoved: boolean;
}

/** One row judged by hand that differs. */
export interface HandTagChange {
	kind: 'added' | 'removed' | 'changed';
	/** Fingerprint of the row. */
	rad: string;
	before: HandTag | null;
	after: HandTag | null;
}

type RulesOf = Pick<RuleSet, 'regler'>;
type HandTagsOf = Pick<RuleSet, 'handtaggar'>;

/**
 * The rules that differ: those of `after` in its order, then those that it lacks in the order of `before`. Who changed a
 * rule last (`andrad`) is no difference.
 */
export function ruleChanges(before: RulesOf, after: RulesOf): RuleChange[] {
	const formerly = new Map(before.regler.map((rule, position) => [rule.id, { rule, position }]));
	const later = new Set(after.regler.map(({ id }) => id));
	const places = after.regler.flatMap(({ id }) => formerly.get(id)?.position ?? []);
	const kept = longestRise(places);

	const changes = after.regler.flatMap((rule, to): RuleChange[] => {
		const former = formerly.get(rule.id);
		const base = { id: rule.id, after: rule, to };
		if (!former) return [{ ...base, kind: 'added', before: null, from: null, isMoved: false }];
		const isMoved = !kept.has(former.position);
		const found = { ...base, before: former.rule, from: former.position, isMoved };
		if (!isSame(ruleContent(former.rule), ruleContent(rule))) return [{ ...found, kind: 'changed' }];
		return isMoved ? [{ ...found, kind: 'moved' }] : [];
	});
	const removed = before.regler.flatMap((rule, from): RuleChange[] =>
		later.has(rule.id)
			? []
			: [{ kind: 'removed', id: rule.id, before: rule, after: null, from, to: null, isMoved: false }]
	);
	return [...changes, ...removed];
}

/** The rows judged by hand that differ. Their order, who judged them and when are no difference. */
export function handTagChanges(before: HandTagsOf, after: HandTagsOf): HandTagChange[] {
	const formerly = new Map(before.handtaggar.map((tag) => [tag.rad, tag]));
	const later = new Set(after.handtaggar.map(({ rad }) => rad));
	const changes = after.handtaggar.flatMap((tag): HandTagChange[] => {
		const former = formerly.get(tag.rad) ?? null;
		if (!former) return [{ kind: 'added', rad: tag.rad, before: null, after: tag }];
		if (isSame(handTagContent(former), handTagContent(tag))) return [];
		return [{ kind: 'changed', rad: tag.rad, before: former, after: tag }];
	});
	const removed = before.handtaggar.flatMap((tag): HandTagChange[] =>
		later.has(tag.rad) ? [] : [{ kind: 'removed', rad: tag.rad, before: tag, after: null }]
	);
	return [...changes, ...removed];
}

function ruleContent({ andrad: _last, ...content }: Rule): Omit<Rule, 'andrad'> {
	return content;
}

function handTagContent({ av: _by, datum: _day, ...content }: HandTag): Omit<HandTag, 'av' | 'datum'> {
	return content;
}

/** Equal in content: the order of keys does not matter, and a key without a value is as none. */
function isSame(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		return (
			Array.isArray(a) &&
			Array.isArray(b) &&
			a.length === b.length &&
			a.every((value, index) => isSame(value, b[index]))
		);
	}
	const valuesOfA = valuesByKey(a);
	const valuesOfB = valuesByKey(b);
	return (
		valuesOfA.size === valuesOfB.size &&
		[...valuesOfA].every(([key, value]) => valuesOfB.has(key) && isSame(value, valuesOfB.get(key)))
	);
}

function valuesByKey(object: object): Map<string, unknown> {
	return new Map(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** The numbers of a longest rising subsequence of different numbers. */
function longestRise(numbers: readonly number[]): Set<number> {
	/** The smallest number that ends a rise of each length, from length 1. */
	const ends: number[] = [];
	const previous = new Map<number, number | undefined>();
	for (const number of numbers) {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((ends[middle] ?? Infinity) < number) low = middle + 1;
			else high = middle;
		}
		previous.set(number, ends[low - 1]);
		ends[low] = number;
	}
	const rise = new Set<number>();
	for (let number = ends.at(-1); number !== undefined; number = previous.get(number)) rise.add(number);
	return rise;
}
