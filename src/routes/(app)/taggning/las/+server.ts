// Locks reported months.
import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { parseMonth, type Month } from '$lib/domain/period';
import { readRequest } from '$lib/server/read-request';
import { lockPeriod } from '$lib/server/rules/period-locks';
import { readSmallJson } from '$lib/server/small-json';
import { accountText } from '$lib/text/accounts';
import { taggingServerText } from '$lib/text/tagging-server';
import type { RequestHandler } from './$types';

const { locks: words } = taggingServerText;
const largestBytes = 16 << 10;
const longestName = 100;

const month = v.pipe(
	v.string(words.noMonth),
	v.transform(parseMonth),
	v.custom<Month>((value) => value !== null, words.noMonth)
);
const lockSchema = v.strictObject({
	name: v.pipe(
		v.string(words.noName),
		v.trim(),
		v.minLength(1, words.noName),
		v.maxLength(longestName, words.longText(longestName))
	),
	from: month,
	to: month
});

/** `{name, from, to}`, both months included. Answers 201 with the lock. */
export const POST: RequestHandler = async ({ locals, request }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const body = await readSmallJson(request, largestBytes);
	if (body.outcome === 'too_large') error(413, { message: accountText.refused.tooLarge });
	if (body.outcome === 'broken') error(400, { message: words.broken });
	const read = readRequest(lockSchema, body.value, words.broken);
	if (read.outcome === 'refused') error(422, { message: read.message });
	const { name, from, to } = read.asked;
	const locking = await lockPeriod({ name, period: { from, to } }, locals.user);
	if (locking.outcome === 'refused') {
		error(locking.cause === 'order' ? 422 : 409, { message: locking.message });
	}
	return json({ lock: locking.lock }, { status: 201 });
};
