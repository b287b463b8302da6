// What a browser sends to save or restore rules, checked, with a Swedish sentence that names where a fault is.
import * as v from 'valibot';
import { maskPersonalNumbers } from '$lib/import/cells/personal-data';
import { ruleSetSchema, type RuleSet } from '$lib/tagging/rule';
import { taggingServerText } from '$lib/text/tagging-server';

export type RuleRequest =
	| { outcome: 'save'; set: RuleSet; basedOn: number; note: string | null }
	| { outcome: 'restore'; version: number; basedOn: number }
	| { outcome: 'refused'; message: string };

const { rules: words, place: places, fault: faults } = taggingServerText;

const mostRules = 2_000;
const mostHandTags = 20_000;
const longestNote = 2_000;
/** Levels of groups in a condition: each is a level of parentheses to the engine. */
const deepestGroup = 50;
/** The set's own objects and lists around a condition, and two for each group. */
const deepestValue = 10 + 2 * deepestGroup;

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

/** Whether lists and objects lie in each other in more levels than this. */
function isDeeperThan(value: unknown, levels: number): boolean {
	let level: unknown[] = [value];
	for (let depth = 0; level.length; depth++) {
		if (depth > levels) return true;
		level = level.flatMap((each) =>
			typeof each === 'object' && each !== null
				? Object.values(each).filter((inner) => typeof inner === 'object' && inner !== null)
				: []
		);
	}
	return false;
}

type Issue = v.BaseIssue<unknown>;

function faultIn(issue: Issue, sent: unknown): string {
	return words.fault(placeOf(issue, sent), faultOf(issue));
}

/** The rule or hand tag that the fault is in, and which part of it. */
function placeOf(issue: Issue, sent: unknown): string {
	const [first, second, third, fourth] = (issue.path ?? []).map(({ key }) => key);
	if (first !== 'set') return places.request;
	if (typeof third !== 'number') return places.set;
	const entry = valueAt(sent, ['set', second, third]);
	if (second === 'handtaggar') return places.handTag(third + 1, textAt(entry, 'visas'));
	const part = places.parts[String(fourth)];
	return `${places.rule(third + 1, textAt(entry, 'namn'))}${part ? `, ${part}` : ''}`;
}

/** The schema's own sentence where it has one; else what is wrong with the field. */
function faultOf(issue: Issue): string {
	const isOwnSentence = !issue.message.startsWith('Invalid ');
	if (isOwnSentence) return issue.message;
	const names = (issue.path ?? []).map(({ key }) => key).filter((key) => typeof key === 'string');
	const field = String(names.at(-1) ?? 'innehållet').slice(0, 100);
	if (issue.received === 'undefined') return faults.missing(field);
	return issue.expected === 'never' ? faults.unknown(field) : faults.unreadable(field);
}

function valueAt(value: unknown, keys: readonly unknown[]): unknown {
	return keys.reduce<unknown>(
		(inner, key) =>
			typeof inner === 'object' && inner !== null
				? Object.entries(inner).find(([name]) => name === String(key))?.[1]
				: undefined,
		value
	);
}

function textAt(value: unknown, key: string): string {
	const text = valueAt(value, [key]);
	return typeof text === 'string' ? text.slice(0, 100) : '';
}
