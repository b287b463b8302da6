// What a request about a planned change asks for, checked.
import * as v from 'valibot';
import { costKinds } from '$lib/domain/cost-kind';
import { planScenarios, scenariosOf, type PlannedChange } from '$lib/domain/planned-change';
import { isReason } from '$lib/domain/reason';
import { planServerWords as words } from '$lib/text/plan-server';
import { readRequest, scanned, type Asked } from '../read-request';

export interface AskedChange {
	/** The id of the change's first row; null puts a new one in. */
	change: number | null;
	unit: string;
	/** Null takes it out of the plan. */
	content: PlannedChange | null;
	/** Why it is changed or taken out; empty for a new one. */
	reason: string;
	/** The latest row of the change when the person began; null for a new one. */
	after: number | null;
}

const longestReason = 1_000;
const longestName = 200;
/** A hundred milliard kronor, in öre. */
const most = 10_000_000_000_000;
const id = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));

const yearSchema = v.strictObject({
	year: v.pipe(v.number(), v.integer(), v.minValue(1_900), v.maxValue(2_200)),
	ore: v.pipe(
		v.number(words.noAmount),
		v.safeInteger(words.noAmount),
		v.minValue(-most, words.tooLarge),
		v.maxValue(most, words.tooLarge)
	)
});

const contentSchema = v.strictObject({
	name: v.pipe(
		v.string(words.noName),
		v.trim(),
		v.minLength(1, words.noName),
		v.maxLength(longestName, words.longName)
	),
	kind: v.picklist(['forandring', 'drift']),
	scenarios: v.pipe(v.array(v.picklist(planScenarios)), v.minLength(1, words.noScenario)),
	systemId: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(400))),
	costKind: v.nullable(v.picklist(costKinds)),
	years: v.pipe(
		v.array(yearSchema),
		v.minLength(1, words.noYears),
		v.maxLength(20),
		v.check((years) => new Set(years.map(({ year }) => year)).size === years.length, words.twiceYears)
	)
});

const requestSchema = v.pipe(
	v.strictObject({
		change: id,
		unit: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
		content: v.nullable(contentSchema),
		reason: v.pipe(v.string(words.noReason), v.trim(), v.maxLength(longestReason, words.longReason)),
		after: id
	}),
	v.check(({ change, content }) => change !== null || content !== null, words.broken),
	v.check(({ change, reason }) => change === null || isReason(reason), words.noReason)
);

/** `{change, unit, content, reason, after}`; null content takes the change out of the plan. */
export function readPlannedChange(body: unknown): Asked<AskedChange> {
	const read = scanned(
		readRequest(requestSchema, body, words.broken),
		({ content, reason }) => [content?.name, reason],
		words.personalText
	);
	if (read.outcome === 'refused' || !read.asked.content) return read;
	const { content } = read.asked;
	return {
		outcome: 'asked',
		asked: { ...read.asked, content: { ...content, scenarios: scenariosOf(content) } }
	};
}
