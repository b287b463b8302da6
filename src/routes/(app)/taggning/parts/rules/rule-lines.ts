// The lines of the rule list: each rule of the draft with what the saved rules do today.
import type { RuleStanding } from '$lib/queries/tagging-rule-figures';
import { conditionSentence } from '$lib/tagging/condition-sentence';
import type { Rule } from '$lib/tagging/rule';
import { ruleChanges } from '$lib/tagging/rule-changes';
import { ruleListWords as words } from '$lib/text/tagging-rules';

export interface RuleLine {
	rule: Rule;
	/** Its place in the draft, from 1. */
	number: number;
	/** How the draft differs from the saved rules. */
	change: 'added' | 'changed' | 'moved' | null;
	/** Of the saved rule; null while it is counted, and for a new rule. */
	standing: RuleStanding | null;
	/** Why it takes no rows; null when it does. */
	idle: string | null;
	/** It takes no rows, or differs from the saved rule. */
	isToLookAt: boolean;
}

/** A name to call a rule by, also before it has one. */
export function ruleName({ namn }: Rule): string {
	return namn.trim() || words.unnamed;
}

const sentences = new WeakMap<Rule, string>();

/** The condition as a sentence; a rule that is being written may have none yet. */
export function ruleSentence(rule: Rule): string {
	const known = sentences.get(rule);
	if (known !== undefined) return known;
	let sentence: string = words.noCondition;
	try {
		sentence = conditionSentence(rule.om);
	} catch {
		// A draft from an earlier visit may hold a field that is no more.
	}
	sentences.set(rule, sentence);
	return sentence;
}

/** The rules of the draft in their order. Figures and state belong to the saved rule of the same id. */
export function ruleLines(
	rules: readonly Rule[],
	savedRules: readonly Rule[],
	standings: readonly RuleStanding[] | null
): RuleLine[] {
	const changes = new Map(
		ruleChanges({ regler: [...savedRules] }, { regler: [...rules] }).map(({ id, kind }) => [id, kind])
	);
	const standingOf = new Map(savedRules.map(({ id }, position) => [id, standings?.[position] ?? null]));
	const numberOf = new Map(rules.map(({ id }, position) => [id, position + 1]));
	return rules.map((rule, position) => {
		const kind = changes.get(rule.id) ?? null;
		const change = kind === 'removed' ? null : kind;
		const standing = standingOf.get(rule.id) ?? null;
		const shadower = typeof standing?.shadowedBy === 'number' ? savedRules[standing.shadowedBy] : undefined;
		const idle = standing ? idleReason(standing, shadower && numberOf.get(shadower.id)) : null;
		return {
			rule,
			number: position + 1,
			change,
			standing,
			idle,
			isToLookAt: idle !== null || change !== null
		};
	});
}

/** Those that a search finds, and, if asked, only those to look at. Every word must occur somewhere in the rule. */
export function foundLines(lines: readonly RuleLine[], search: string, onlyToLookAt: boolean): RuleLine[] {
	const wanted = search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
	return lines.filter(
		(line) =>
			(!onlyToLookAt || line.isToLookAt) &&
			(!wanted.length || wanted.every((word) => searchText(line.rule).includes(word)))
	);
}

function idleReason({ state, shadowedBy }: RuleStanding, shadower: number | undefined): string | null {
	if (state === 'wins') return null;
	if (state === 'dead') return words.dead;
	if (shadowedBy === 'hand') return words.shadowedByHand;
	if (shadowedBy === 'fil') return words.shadowedByFile;
	return shadower === undefined ? words.shadowed : words.shadowedBy(shadower);
}

const searchTexts = new WeakMap<Rule, string>();

function searchText(rule: Rule): string {
	const known = searchTexts.get(rule);
	if (known !== undefined) return known;
	const { namn, anteckning, agare, satt, dela } = rule;
	const tags = [satt, ...(dela ?? []).map((part) => part.satt)].flatMap((set) => Object.values(set));
	const parts = [rule.id, namn, ruleSentence(rule), anteckning, agare, ...tags];
	const text = parts.filter(Boolean).join(' ').toLocaleLowerCase('sv');
	searchTexts.set(rule, text);
	return text;
}
