// Tagging rules: ordered, first match wins. A tag set by hand wins over the file's own, and that over every rule.
import * as v from 'valibot';
import { costKinds, orientations } from '$lib/domain/cost-kind';
import { parseIsoDay } from '$lib/domain/day';
import { conditionSchema } from './condition';

const word = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1, 'Värdet är tomt.'),
	// Control characters divide the cells of the table that the tags are handed to the engine in.
	v.regex(/^\P{Cc}*$/u, 'Värdet innehåller ett tecken som inte går att visa.')
);

/** An edition lists ids with `|` between them, and hand tags among them as `hand-n` (handTagId). */
const ruleId = v.pipe(
	word,
	v.check(
		(id) => !id.includes('|') && !/^hand-\d+$/.test(id),
		'Id får inte innehålla | eller vara hand- och ett tal. Ge regeln ett annat id.'
	)
);

const isoDay = v.pipe(
	v.string(),
	v.check((text) => parseIsoDay(text) !== null, 'Datumet går inte att läsa. Skriv det som ÅÅÅÅ-MM-DD.')
);

/** What a row can be given, all but whether it is IT. */
const otherTags = {
	kostnadsslag: v.optional(v.picklist(costKinds, 'Kostnadsslaget finns inte i listan.')),
	inriktning: v.optional(v.picklist(orientations, 'Inriktningen finns inte i listan.')),
	system_id: v.optional(word),
	avtals_id: v.optional(word),
	/** Whose product it is, where the invoice names a reseller. */
	verklig_leverantor: v.optional(word)
};

/** `kandidat` sets no tag but marks the row as possible IT. */
const ruleTagsSchema = v.strictObject({
	it_kostnad: v.optional(v.picklist(['ja', 'nej', 'kandidat'])),
	...otherTags
});
/** What a rule sets on the rows that it wins. */
export type RuleTags = v.InferOutput<typeof ruleTagsSchema>;

const judgedTagsSchema = v.strictObject({
	it_kostnad: v.optional(v.picklist(['ja', 'nej'])),
	...otherTags
});
/** What a part of a row, or a row by hand, is given: it is judged, never a candidate. */
export type JudgedTags = v.InferOutput<typeof judgedTagsSchema>;

/** A share in per cent with at most two decimals, `33,33`, as hundredths of a per cent; null when it is none. */
export function shareOfRule(text: string): number | null {
	const match = /^(\d{1,3})(?:,(\d{1,2}))?$/.exec(text.trim());
	return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** The whole, in hundredths of a per cent. */
export const wholeShare = 100_00;

const partSchema = v.strictObject({
	/** Per cent, `70` or `33,33`. */
	andel: v.pipe(
		v.string(),
		v.check(
			(text) => (shareOfRule(text) ?? 0) > 0,
			'Andelen går inte att läsa. Skriv procent, till exempel 70.'
		)
	),
	/** Goes before what the rule sets. */
	satt: judgedTagsSchema
});

/** Who changed something last, when, and in which version of the set. */
const changeSchema = v.strictObject({
	av: v.string(),
	datum: isoDay,
	version: v.pipe(v.number(), v.integer())
});

/** One rule as a rule file holds it, and as it must be before it is tried or saved. */
export const ruleSchema = v.pipe(
	v.strictObject({
		id: ruleId,
		/** What the rule is about, in a few Swedish words. */
		namn: v.pipe(v.string(), v.trim(), v.minLength(1, 'Regeln har inget namn.')),
		/** Why it is as it is. */
		anteckning: v.optional(v.string()),
		/** Who answers for it. */
		agare: v.optional(v.string()),
		om: conditionSchema,
		satt: ruleTagsSchema,
		/** Divides the amount of each row among parts with tags of their own. */
		dela: v.optional(v.pipe(v.array(partSchema), v.minLength(2, 'En delning har minst två delar.'))),
		andrad: v.optional(changeSchema)
	}),
	v.check(
		({ satt, dela }) => Object.keys(satt).length > 0 || dela !== undefined,
		'Regeln sätter inget. Ange minst en tagg under satt.'
	),
	v.check(
		({ dela }) =>
			dela === undefined ||
			dela.reduce((sum, { andel }) => sum + (shareOfRule(andel) ?? 0), 0) === wholeShare,
		'Delarnas andelar är inte 100 procent tillsammans.'
	)
);
export type Rule = v.InferOutput<typeof ruleSchema>;
export type RulePart = v.InferOutput<typeof partSchema>;

const handTagSchema = v.pipe(
	v.strictObject({
		/** Fingerprint of the row, see row-fingerprint.ts. Rows that are alike in everything have one. */
		rad: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'Raden är ingen radnyckel.')),
		/** Öre of the row. */
		belopp: v.pipe(v.number(), v.safeInteger()),
		/** The row as a person knows it, `2026-03-04 745 Nordvinge Data AB`. */
		visas: v.string(),
		satt: judgedTagsSchema,
		anteckning: v.optional(v.string()),
		av: v.string(),
		datum: isoDay
	}),
	v.check(({ satt }) => Object.keys(satt).length > 0, 'Handtaggen sätter inget.')
);
/** A judgement of one row by a person. */
export type HandTag = v.InferOutput<typeof handTagSchema>;

function isOnce(values: readonly string[]): boolean {
	return new Set(values).size === values.length;
}

export const ruleSetSchema = v.strictObject({
	/** Version of this format. */
	format: v.literal(1, 'Filens format är inte 1, som är det som läses.'),
	namn: v.string(),
	version: v.pipe(v.number(), v.integer()),
	datum: isoDay,
	forfattare: v.string(),
	regler: v.pipe(
		v.array(ruleSchema),
		v.check((rules) => isOnce(rules.map(({ id }) => id)), 'Två regler har samma id. Ge varje regel ett eget.')
	),
	handtaggar: v.optional(
		v.pipe(
			v.array(handTagSchema),
			v.check((tags) => isOnce(tags.map(({ rad }) => rad)), 'En rad har två handtaggar.')
		),
		[]
	)
});
/** One version of everything that tags: the rules in their order, and the rows judged by hand. */
export type RuleSet = v.InferOutput<typeof ruleSetSchema>;
