// What differs between two rule sets, as lines with before and after.
import { conditionSentence } from '$lib/tagging/condition-sentence';
import type { Rule, RuleSet, RuleTags } from '$lib/tagging/rule';
import { handTagChanges, ruleChanges } from '$lib/tagging/rule-changes';
import { differenceWords as words } from '$lib/text/tagging-history';

export interface FieldDifference {
	label: string;
	before: string;
	after: string;
}

export interface RuleDifference {
	kind: 'added' | 'removed' | 'changed' | 'moved';
	id: string;
	/** Place, from 1, in the set that it is named by: the later, or the former when it is removed. */
	number: number;
	name: string;
	/** Of an added or removed rule, all that it says; of a changed one, what is not the same. */
	fields: FieldDifference[];
}

export interface SetDifference {
	rules: RuleDifference[];
	hands: {
		rad: string;
		kind: 'added' | 'removed' | 'changed';
		shown: string;
		before: string;
		after: string;
	}[];
	counts: { added: number; removed: number; changed: number; moved: number; hand: number };
}

/** All that differs, rules in the order of the later set, removed ones last. */
export function setDifference(before: RuleSet, after: RuleSet): SetDifference {
	const changes = ruleChanges(before, after);
	const hands = handTagChanges(before, after);
	const count = (kind: RuleDifference['kind']) => changes.filter((change) => change.kind === kind).length;
	return {
		rules: changes.map(({ kind, id, before: old, after: fresh, from, to, isMoved }) => ({
			kind,
			id,
			number: (to ?? from ?? 0) + 1,
			name: (fresh ?? old)?.namn ?? id,
			fields: [
				...fieldDifferences(old, fresh),
				...(isMoved && from !== null && to !== null
					? [{ label: words.place, before: String(from + 1), after: String(to + 1) }]
					: [])
			]
		})),
		hands: hands.map(({ rad, kind, before: old, after: fresh }) => ({
			rad,
			kind,
			shown: (fresh ?? old)?.visas ?? '',
			before: old ? tagsText(old.satt) : '',
			after: fresh ? tagsText(fresh.satt) : ''
		})),
		counts: {
			added: count('added'),
			removed: count('removed'),
			changed: count('changed'),
			moved: count('moved'),
			hand: hands.length
		}
	};
}

/** What a rule sets, `it, Konsult, system Lärstigen`. */
export function tagsText(tags: RuleTags): string {
	const { it_kostnad, kostnadsslag, inriktning, system_id, avtals_id, verklig_leverantor } = tags;
	const parts = [
		it_kostnad && words.it[it_kostnad],
		kostnadsslag,
		inriktning,
		system_id && words.system(system_id),
		avtals_id && words.contract(avtals_id),
		verklig_leverantor && words.maker(verklig_leverantor)
	];
	return parts.filter(Boolean).join(', ');
}

const fields: readonly { label: string; text: (rule: Rule) => string }[] = [
	{ label: words.name, text: ({ namn }) => namn },
	{ label: words.condition, text: ({ om }) => conditionSentence(om) },
	{ label: words.sets, text: ({ satt }) => tagsText(satt) },
	{
		label: words.parts,
		text: ({ dela }) => (dela ?? []).map(({ andel, satt }) => words.part(andel, tagsText(satt))).join(' · ')
	},
	{ label: words.note, text: ({ anteckning }) => anteckning ?? '' },
	{ label: words.owner, text: ({ agare }) => agare ?? '' }
];

function fieldDifferences(before: Rule | null, after: Rule | null): FieldDifference[] {
	return fields
		.map(({ label, text }) => ({
			label,
			before: before ? text(before) : '',
			after: after ? text(after) : ''
		}))
		.filter((field) => field.before !== field.after)
		.filter((field) => (before && after) || field.label !== words.name);
}
