// What a request about added systems asks for, checked.
import * as v from 'valibot';
import { longestAddReason, longestSystemName, type AddedSystem } from '$lib/domain/added-system';
import { isReason } from '$lib/domain/reason';
import { addedSystemServerWords as words } from '$lib/text/added-systems';
import { readRequest, scanned, type Asked } from '../read-request';

export type AskedAddedSystem =
	{ act: 'add'; content: AddedSystem; reason: string } | { act: 'take_back'; systemId: string };

const line = v.pipe(v.string(), v.trim(), v.maxLength(longestSystemName, words.longLine));
const optional = v.pipe(
	line,
	v.transform((text) => text || null)
);
const schema = v.variant('act', [
	v.strictObject({
		act: v.literal('add'),
		name: v.pipe(line, v.minLength(1, words.noName)),
		unit: v.pipe(line, v.minLength(1, words.noUnit)),
		capabilities: optional,
		supplier: optional,
		organisationNumber: optional,
		reason: v.pipe(
			v.string(),
			v.trim(),
			v.check(isReason, words.noReason),
			v.maxLength(longestAddReason, words.longReason)
		)
	}),
	v.strictObject({
		act: v.literal('take_back'),
		systemId: v.pipe(v.string(), v.minLength(1), v.maxLength(400))
	})
]);

export function readAddedSystem(body: unknown): Asked<AskedAddedSystem> {
	const read = readRequest(schema, body, words.broken);
	if (read.outcome === 'refused') return read;
	const { asked } = read;
	if (asked.act === 'take_back') return { outcome: 'asked', asked };
	const { act, reason, ...content } = asked;
	return scanned(
		{ outcome: 'asked', asked: { act, reason, content } },
		() => [reason, ...Object.values(content)],
		words.personal
	);
}
