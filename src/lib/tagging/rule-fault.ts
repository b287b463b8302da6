// What is wrong in a rule set that was sent or read from a file, and where, in Swedish.
import type * as v from 'valibot';
import { taggingServerText } from '$lib/text/tagging-server';

const { place: places, fault: faults } = taggingServerText;

/** Levels of groups in a condition: each is a level of parentheses to the engine. */
export const deepestGroup = 50;
/** The set's own objects and lists around a condition, and two for each group. */
export const deepestValue = 10 + 2 * deepestGroup;

/** Whether lists and objects lie in each other in more levels than this. Checks call themselves for each level: ask first. */
export function isDeeperThan(value: unknown, levels: number): boolean {
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

/**
 * The rule or hand tag that a fault is in and which part of it, and what is wrong.
 * @param set what was read as a rule set
 * @param skipped how many steps of the issue's path lie outside the set
 */
export function ruleFault(
	issue: v.BaseIssue<unknown>,
	set: unknown,
	skipped = 0
): { place: string; fault: string } {
	const keys = (issue.path ?? []).slice(skipped).map(({ key }) => key);
	return { place: placeOf(keys, set), fault: faultOf(issue) };
}

function placeOf([list, index, key]: unknown[], set: unknown): string {
	if (typeof index !== 'number') return places.set;
	const entry = valueAt(set, [list, index]);
	if (list === 'handtaggar') return places.handTag(index + 1, textAt(entry, 'visas'));
	const part = places.parts[String(key)];
	return `${places.rule(index + 1, textAt(entry, 'namn'))}${part ? `, ${part}` : ''}`;
}

/** The schema's own sentence where it has one; else what is wrong with the field. */
function faultOf(issue: v.BaseIssue<unknown>): string {
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
