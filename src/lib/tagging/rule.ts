// Tagging rules: ordered, first match wins. Tags that stand in the file win over every rule.
import * as v from 'valibot';
import { costKinds, orientations } from '$lib/domain/cost-kind';
import { conditionSchema } from './condition';

const id = v.pipe(v.string(), v.trim(), v.minLength(1, 'Värdet är tomt.'));

const tagsSchema = v.pipe(
	v.strictObject({
		/** `kandidat` sets no tag but marks the row as possible IT. */
		it_kostnad: v.optional(v.picklist(['ja', 'nej', 'kandidat'])),
		kostnadsslag: v.optional(v.picklist(costKinds)),
		inriktning: v.optional(v.picklist(orientations)),
		system_id: v.optional(id),
		avtals_id: v.optional(id)
	}),
	v.check((tags) => Object.keys(tags).length > 0, 'Regeln sätter inget. Ange minst en tagg under satt.')
);
/** What a rule sets on the rows that it wins. */
export type RuleTags = v.InferOutput<typeof tagsSchema>;

const ruleSchema = v.strictObject({
	id,
	/** What the rule is about, in a few Swedish words. */
	namn: v.string(),
	/** Why it is as it is. */
	anteckning: v.optional(v.string()),
	/** Who answers for it. */
	agare: v.optional(v.string()),
	om: conditionSchema,
	satt: tagsSchema
});
export type Rule = v.InferOutput<typeof ruleSchema>;

export const ruleSetSchema = v.strictObject({
	/** Version of this format. */
	format: v.literal(1, 'Filens format är inte 1, som är det som läses.'),
	namn: v.string(),
	version: v.pipe(v.number(), v.integer()),
	datum: v.string(),
	forfattare: v.string(),
	regler: v.pipe(
		v.array(ruleSchema),
		v.check(
			(rules) => new Set(rules.map((rule) => rule.id)).size === rules.length,
			'Två regler har samma id. Ge varje regel ett eget.'
		)
	)
});
export type RuleSet = v.InferOutput<typeof ruleSetSchema>;
