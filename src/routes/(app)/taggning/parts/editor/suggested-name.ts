// A name for a rule that has none, from what it sets and whom or what it asks for: "Konsult, Brofalk".
import type { Condition, RuleFieldName, Test } from '$lib/tagging/condition';
import type { KnownValues } from '$lib/tagging/known-values';
import type { Rule } from '$lib/tagging/rule';
import { suggestedNameWords as words } from '$lib/text/tagging-editor';

/** What says most about whom a rule is for, first. */
const telling: readonly RuleFieldName[] = ['leverantor', 'text', 'konto_text', 'konto', 'projekt', 'namnd'];

/**
 * A name such as `Konsult, Brofalk`: what the rule sets, and the first supplier, text or account that it asks for. Empty when it
 * says neither yet.
 */
export function suggestedName(rule: Rule, known?: Pick<KnownValues, 'systems'>): string {
	return [whatIsSet(rule, known), whoIsAsked(rule.om)].filter(Boolean).join(', ');
}

function whatIsSet({ satt, dela }: Rule, known: Pick<KnownValues, 'systems'> | undefined): string {
	if (satt.it_kostnad === 'nej' || satt.it_kostnad === 'kandidat') return words[satt.it_kostnad];
	if (satt.system_id) {
		return known?.systems.find(({ id }) => id === satt.system_id)?.name ?? satt.system_id;
	}
	if (satt.kostnadsslag) return satt.kostnadsslag;
	if (dela) return words.shared;
	return satt.it_kostnad ? words[satt.it_kostnad] : '';
}

function whoIsAsked(condition: Condition): string {
	const tests = testsOf(condition);
	for (const field of telling) {
		const value = tests.find(({ falt, varden }) => falt === field && varden[0]?.trim())?.varden[0];
		if (!value) continue;
		if (field === 'konto') return words.account(value.trim());
		return field === 'leverantor' ? shortSupplier(value) : value.trim();
	}
	return '';
}

/** The tests that a row must pass, not those that it must not. */
function testsOf(condition: Condition): Test[] {
	if ('falt' in condition) return [condition];
	if ('inte' in condition) return [];
	return ('alla' in condition ? condition.alla : condition.nagon).flatMap(testsOf);
}

/** `Brofalk Konsult AB` is known as Brofalk Konsult. */
function shortSupplier(name: string): string {
	const short = name.replace(/\b(aktiebolag|ab|hb|kb|ek\.? ?för\.?)(?=\W|$)\.?|\(publ\.?\)/giu, ' ');
	return short.replace(/\s+/g, ' ').trim() || name.trim();
}
