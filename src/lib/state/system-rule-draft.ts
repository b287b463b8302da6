// A rule that gives a supplier's rows a system, put into the draft of Taggning, where it is looked at before it is saved.
import * as v from 'valibot';
import type { Engine } from '$lib/engine/engine';
import { listedWords } from '$lib/domain/listed-words';
import type { UnlistedCost } from '$lib/domain/unlisted-system';
import { ask } from '$lib/queries/query';
import { taggingSpellings } from '$lib/queries/tagging-rows';
import type { Condition } from '$lib/tagging/condition';
import { addRule, newRuleId } from '$lib/tagging/edit-rules';
import { ruleSchema, ruleSetSchema, type Rule } from '$lib/tagging/rule';
import { ruleFromGroups } from '$lib/tagging/rule-from-group';
import { addSystemWords as words } from '$lib/text/added-systems';
import { fetchRules } from './save-rules';
import { keepDraft, keptDraft } from './tagging-draft';

/**
 * The rule: the supplier's rows on the accounts where the cost was found, with what they are already, and the system.
 * @param text what the text of a row must hold; empty for all rows
 */
export async function systemRule(
	engine: Engine,
	{
		cost,
		systemId,
		name,
		text,
		id
	}: { cost: UnlistedCost; systemId: string; name: string; text: string; id: string }
): Promise<Rule> {
	const { supplier_key, cost_kind, orientation, accounts } = cost;
	const spellings = await ask(engine, taggingSpellings, { keys: [supplier_key] });
	const on = listedWords(accounts).map((account) => ({ supplier_key, account }));
	const rule = ruleFromGroups({
		id,
		namn: words.ruleName(name),
		groups: on.length ? on : [{ supplier_key }],
		spellings,
		satt: {}
	});
	const only: Condition | null = text.trim()
		? { falt: 'text', ar: 'innehaller', varden: [text.trim()] }
		: null;
	return v.parse(ruleSchema, {
		...rule,
		om: only ? { alla: [rule.om, only] } : rule.om,
		satt: {
			it_kostnad: 'ja',
			kostnadsslag: cost_kind,
			...(orientation === null ? {} : { inriktning: orientation }),
			system_id: systemId
		}
	});
}

/**
 * Puts the rule first in the draft that this browser keeps, or begins one.
 * @returns the id of the rule, or why it could not be
 */
export async function draftSystemRule(
	engine: Engine,
	account: string,
	wanted: { cost: UnlistedCost; systemId: string; name: string; text: string }
): Promise<{ rule: string } | { message: string }> {
	const found = await fetchRules(null, (value) => v.parse(ruleSetSchema, value));
	if ('message' in found) return found;
	const kept = keptDraft(account);
	const draft = kept?.basedOn === found.set.version ? kept.set : found.set;
	const rule = await systemRule(engine, { ...wanted, id: newRuleId(draft) });
	keepDraft(account, addRule(draft, rule, 0));
	return { rule: rule.id };
}
