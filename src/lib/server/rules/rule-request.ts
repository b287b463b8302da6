// What a browser sends to save or restore rules, checked, with a Swedish sentence that names where a fault is.
import * as v from 'valibot';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { deepestGroup, deepestValue, isDeeperThan, ruleFault } from '$lib/tagging/rule-fault';
import { taggingServerText } from '$lib/text/tagging-server';

export type RuleRequest =
	| { outcome: 'save'; set: RuleSet; basedOn: number; note: string | null }
	| { outcome: 'restore'; version: number; basedOn: number }
	| { outcome: 'refused'; message: string };

const { rules: words, place: places } = taggingServerText;

const mostRules = 2_000;
const mostHandTags = 20_000;
const longestNote = 2_000;

const versionNumber = v.pipe(v.number(), v.integer(), v.minValue(1));
const saveSchema = v.strictObject({
	basedOn: versionNumber,
	note: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(longestNote, words.longNote(longestNote))))),
	set: ruleSetSchema
});
const restoreSchema = v.strictObject({ basedOn: versionNumber, restore: versionNumber });

/** Checks a request to save a set, or to restore a version. */
export function readRuleRequest(value: unknown): RuleRequest {
	// Checks call themselves for each level, so depth is counted first.
	if (isDeeperThan(value, deepestValue)) return refused(words.tooDeep(deepestGroup));
	if (typeof value === 'object' && value !== null && 'restore' in value) {
		const parsed = v.safeParse(restoreSchema, value);
		if (!parsed.success) return refused(faultIn(parsed.issues[0], value));
		return { outcome: 'restore', version: parsed.output.restore, basedOn: parsed.output.basedOn };
	}
	const parsed = v.safeParse(saveSchema, value);
	if (!parsed.success) return refused(faultIn(parsed.issues[0], value));
	const { set, basedOn, note } = parsed.output;
	if (set.regler.length > mostRules) return refused(words.tooMany(set.regler.length, mostRules));
	if (set.handtaggar.length > mostHandTags) {
		return refused(words.tooManyHandTags(set.handtaggar.length, mostHandTags));
	}
	// An id cannot be masked as other texts are: two could become one.
	const personal = set.regler.findIndex(({ id }) => maskPersonalNumbers(id).found > 0);
	if (personal >= 0) return refused(words.personalId(places.rule(personal + 1, '')));
	return { outcome: 'save', set, basedOn, note: note ?? null };
}

function refused(message: string): RuleRequest {
	return { outcome: 'refused', message };
}

function faultIn(issue: v.BaseIssue<unknown>, sent: unknown): string {
	const isInSet =
		issue.path?.[0]?.key === 'set' && typeof sent === 'object' && sent !== null && 'set' in sent;
	const { place, fault } = ruleFault(issue, isInSet ? sent.set : undefined, 1);
	return words.fault(isInSet ? place : places.request, fault);
}
