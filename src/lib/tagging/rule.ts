// Tagging rules: ordered, first match wins. Tags that stand in the file win over every rule.
import * as v from 'valibot';
import { costKinds, orientations } from '$lib/domain/cost-kind';

const ruleSchema = v.strictObject({
	id: v.pipe(v.string(), v.minLength(1)),
	/** What the rule is about, in a few Swedish words. */
	namn: v.string(),
	/** Account prefixes; one of them must match. */
	konto: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d+$/, 'Skriv bara siffror i konto.'))), v.minLength(1)),
	/** `kandidat` sets no tag but marks the row as possible IT. */
	it_kostnad: v.picklist(['ja', 'nej', 'kandidat']),
	kostnadsslag: v.optional(v.picklist(costKinds)),
	inriktning: v.optional(v.picklist(orientations))
});
export type Rule = v.InferOutput<typeof ruleSchema>;

export const ruleSetSchema = v.strictObject({
	namn: v.string(),
	version: v.pipe(v.number(), v.integer()),
	datum: v.string(),
	forfattare: v.string(),
	regler: v.array(ruleSchema)
});
export type RuleSet = v.InferOutput<typeof ruleSetSchema>;

/** The condition of a rule as a Swedish sentence. */
export function conditionSentence(rule: Rule): string {
	const list =
		rule.konto.length === 1
			? rule.konto[0]
			: `${rule.konto.slice(0, -1).join(', ')} eller ${rule.konto.at(-1)}`;
	return `Konto börjar med ${list}`;
}
