// Unlocks months, with a reason that is kept.
import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { routeNumber } from '$lib/server/editions/route-number';
import { readRequest } from '$lib/server/read-request';
import { unlockPeriod } from '$lib/server/rules/period-locks';
import { readSmallJson } from '$lib/server/small-json';
import { accountText } from '$lib/text/accounts';
import { taggingServerText } from '$lib/text/tagging-server';
import type { RequestHandler } from './$types';

const { locks: words } = taggingServerText;
const largestBytes = 16 << 10;
const longestReason = 1_000;

const unlockSchema = v.strictObject({
	reason: v.pipe(v.string(words.noReason), v.maxLength(longestReason, words.longText(longestReason)))
});

/** `{reason}`. Answers 204. */
export const DELETE: RequestHandler = async ({ locals, params, request }) => {
	if (!locals.user) error(401, { message: accountText.refused.signedOut });
	const body = await readSmallJson(request, largestBytes);
	if (body.outcome === 'too_large') error(413, { message: accountText.refused.tooLarge });
	if (body.outcome === 'broken') error(400, { message: words.broken });
	const read = readRequest(unlockSchema, body.value, words.broken);
	if (read.outcome === 'refused') error(422, { message: read.message });
	const id = routeNumber(params.id);
	const unlocking = id === null ? null : await unlockPeriod(id, read.asked.reason, locals.user);
	if (!unlocking) error(404, { message: words.missing });
	if (unlocking.outcome !== 'unlocked') {
		error(unlocking.outcome === 'missing' ? 404 : 422, { message: unlocking.message });
	}
	return new Response(null, { status: 204 });
};
