// From where a deviation needs a note.
import { error, json } from '@sveltejs/kit';
import { readDeviationLimit, storeDeviationLimit } from '$lib/server/budget/deviation-limit';
import { readerOf, smallBody } from '$lib/server/request-body';
import { deviationServerWords as words } from '$lib/text/deviation-notes';
import type { RequestHandler } from './$types';

/** Answers 200 with what was stored. */
export const PUT: RequestHandler = async ({ locals, request }) => {
	const read = readDeviationLimit(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	return json({ limit: await storeDeviationLimit(read.asked, readerOf(locals)) });
};
