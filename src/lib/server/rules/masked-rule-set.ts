// A rule set as it may be kept: without personnummer, also where a rule names an enskild firma by its number.
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { ruleField, type Condition } from '$lib/tagging/condition';
import type { Rule, RuleSet } from '$lib/tagging/rule';

/** The set with every personnummer in its texts, values and tags masked, and how many there were. */
export function maskedRuleSet(set: RuleSet): { set: RuleSet; found: number } {
	let found = 0;
	const text = (value: string): string => {
		const masked = maskPersonalNumbers(value);
		found += masked.found;
		return masked.text;
	};
	/** Tags that are words; those from closed lists are never changed by it. */
	const tags = <Tags extends Rule['satt']>(satt: Tags): Tags => ({
		...satt,
		...(satt.system_id !== undefined && { system_id: text(satt.system_id) }),
		...(satt.avtals_id !== undefined && { avtals_id: text(satt.avtals_id) }),
		...(satt.verklig_leverantor !== undefined && { verklig_leverantor: text(satt.verklig_leverantor) })
	});
	const condition = (om: Condition): Condition => {
		if ('alla' in om) return { alla: om.alla.map(condition) };
		if ('nagon' in om) return { nagon: om.nagon.map(condition) };
		if ('inte' in om) return { inte: condition(om.inte) };
		// Amounts and months can hold nobody's number, and must stay readable.
		const { nature } = ruleField(om.falt);
		return nature === 'amount' || nature === 'month' ? om : { ...om, varden: om.varden.map(text) };
	};
	const note = (anteckning: string | undefined) =>
		anteckning === undefined ? {} : { anteckning: text(anteckning) };

	const regler = set.regler.map((rule) => ({
		...rule,
		namn: text(rule.namn),
		...note(rule.anteckning),
		...(rule.agare !== undefined && { agare: text(rule.agare) }),
		om: condition(rule.om),
		satt: tags(rule.satt),
		...(rule.dela && { dela: rule.dela.map((part) => ({ ...part, satt: tags(part.satt) })) })
	}));
	const handtaggar = set.handtaggar.map((tag) => ({
		...tag,
		visas: text(tag.visas),
		satt: tags(tag.satt),
		...note(tag.anteckning)
	}));
	return { set: { ...set, namn: text(set.namn), regler, handtaggar }, found };
}
