// My changes of a rule set on top of what a colleague has saved meanwhile.
import { newRuleId } from './edit-rules';
import type { HandTag, Rule, RuleSet } from './rule';
import { handTagChanges, ruleChanges } from './rule-changes';

/** A rule that both changed, and not alike. Null is a rule that one of them removed. */
export interface RuleConflict {
	id: string;
	name: string;
	mine: Rule | null;
	theirs: Rule | null;
}

/** A row that both judged by hand, and not alike. */
export interface HandTagConflict {
	rad: string;
	/** The row as a person knows it. */
	shown: string;
	mine: HandTag | null;
	theirs: HandTag | null;
}

export interface RebasedRules {
	set: RuleSet;
	/** Theirs is what the set holds. */
	conflicts: RuleConflict[];
	handConflicts: HandTagConflict[];
}

/**
 * My changes since `base` on top of `theirs`. What only one of us changed is as that one left it; what both changed
 * differently is theirs, and is listed. A rule that I moved or added stands after the same rule as in mine, or the nearest
 * before it that is left. Two new rules that happen to have one id are two rules: mine gets another.
 */
export function rebaseRules(base: RuleSet, mine: RuleSet, theirs: RuleSet): RebasedRules {
	const formerly = byId(base.regler);
	const own = byId(mine.regler);
	const other = byId(theirs.regler);
	const myChanges = ruleChanges(base, mine);
	const mineDiffers = contentChanges(myChanges);
	const theirsDiffers = contentChanges(ruleChanges(base, theirs));
	const disagree = contentChanges(ruleChanges(mine, theirs));

	const conflicts: RuleConflict[] = [];
	const inConflict = new Set<string>();
	for (const id of mineDiffers) {
		const isConflict = formerly.has(id) && theirsDiffers.has(id) && disagree.has(id);
		if (!isConflict) continue;
		const [held, found] = [own.get(id) ?? null, other.get(id) ?? null];
		inConflict.add(id);
		conflicts.push({ id, name: (held ?? found ?? formerly.get(id))?.namn ?? '', mine: held, theirs: found });
	}

	/** Rules of mine that are put in: under their own id, or a new one where a colleague's new rule has it. */
	const renamed = new Map<string, string>();
	const taken = { regler: [...theirs.regler, ...mine.regler] };
	for (const { id, kind, after } of myChanges) {
		if (kind !== 'added' || !after || !other.has(id) || !disagree.has(id)) continue;
		const fresh = newRuleId(taken);
		renamed.set(id, fresh);
		taken.regler.push({ ...after, id: fresh });
	}

	const isTaken = (id: string): boolean => mineDiffers.has(id) && !inConflict.has(id);
	let regler = theirs.regler.flatMap((rule): Rule[] => {
		if (!isTaken(rule.id) || renamed.has(rule.id)) return [rule];
		const changed = own.get(rule.id);
		return changed ? [changed] : [];
	});

	const movedByMe = new Set(
		myChanges.filter(({ kind, isMoved }) => kind === 'added' || isMoved).map(({ id }) => id)
	);
	for (const [place, rule] of mine.regler.entries()) {
		if (!movedByMe.has(rule.id) || inConflict.has(rule.id)) continue;
		const id = renamed.get(rule.id) ?? rule.id;
		const standing = regler.find((known) => known.id === id);
		// A rule that a colleague removed, and that I only moved, stays removed.
		const placed = standing ?? (isTaken(rule.id) ? { ...rule, id } : undefined);
		if (!placed) continue;
		const others = regler.filter((known) => known.id !== id);
		let after = -1;
		for (let before = place - 1; before >= 0 && after < 0; before--) {
			const neighbour = mine.regler[before]?.id ?? '';
			after = others.findIndex((known) => known.id === (renamed.get(neighbour) ?? neighbour));
		}
		regler = others.toSpliced(after + 1, 0, placed);
	}

	const hand = rebasedHandTags(base, mine, theirs);
	return {
		set: {
			...theirs,
			namn: mine.namn === base.namn ? theirs.namn : mine.namn,
			regler,
			handtaggar: hand.tags
		},
		conflicts,
		handConflicts: hand.conflicts
	};
}

function rebasedHandTags(base: RuleSet, mine: RuleSet, theirs: RuleSet) {
	const theirChanges = new Set(handTagChanges(base, theirs).map(({ rad }) => rad));
	const disagree = new Set(handTagChanges(mine, theirs).map(({ rad }) => rad));
	const other = new Map(theirs.handtaggar.map((tag) => [tag.rad, tag]));
	const conflicts: HandTagConflict[] = [];
	const taken = new Map<string, HandTag | null>();
	for (const { rad, after, before } of handTagChanges(base, mine)) {
		if (!theirChanges.has(rad)) taken.set(rad, after);
		else if (disagree.has(rad)) {
			const found = other.get(rad) ?? null;
			conflicts.push({ rad, shown: (after ?? found ?? before)?.visas ?? '', mine: after, theirs: found });
		}
	}
	const tags = theirs.handtaggar.flatMap((tag): HandTag[] => {
		const own = taken.get(tag.rad);
		return own === undefined ? [tag] : own === null ? [] : [own];
	});
	const added = [...taken].flatMap(([rad, tag]) => (tag && !other.has(rad) ? [tag] : []));
	return { tags: [...tags, ...added], conflicts };
}

function byId(rules: readonly Rule[]): Map<string, Rule> {
	return new Map(rules.map((rule) => [rule.id, rule]));
}

/** The ids of rules that differ in more than their place. */
function contentChanges(changes: ReturnType<typeof ruleChanges>): Set<string> {
	return new Set(changes.filter(({ kind }) => kind !== 'moved').map(({ id }) => id));
}
