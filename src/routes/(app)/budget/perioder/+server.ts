// Which follow-ups the municipality has.
import { error, json } from '@sveltejs/kit';
import { readFollowUpSettings, storeFollowUpSettings } from '$lib/server/budget/follow-up-settings';
import { readerOf, smallBody } from '$lib/server/request-body';
import { followUpSettingWords as words } from '$lib/text/follow-up-settings';
import type { RequestHandler } from './$types';

/** Stores the whole list. Answers 200 with what was stored, 409 where a locked follow-up stands in the way. */
export const PUT: RequestHandler = async ({ locals, request }) => {
	const read = readFollowUpSettings(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeFollowUpSettings(read.asked, readerOf(locals));
	if (storing.outcome === 'refused') error(409, { message: storing.message });
	return json({ followUps: storing.followUps });
};
