// Notes on deviations with the limit that asks for them, and one more.
import { error, json } from '@sveltejs/kit';
import { deviationLimit } from '$lib/server/budget/deviation-limit';
import { readDeviationNote } from '$lib/server/budget/deviation-note-request';
import { listDeviationNotes, storeDeviationNote } from '$lib/server/budget/deviation-notes';
import { readerOf, smallBody } from '$lib/server/request-body';
import { deviationServerWords as words } from '$lib/text/deviation-notes';
import type { RequestHandler } from './$types';

/** Every version of the notes of the nämnder that the person sees. */
export const GET: RequestHandler = async ({ locals }) =>
	json({ versions: await listDeviationNotes(readerOf(locals)), limit: await deviationLimit() });

/** Answers 201 with what was stored, 200 with what stands instead when somebody was quicker. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readDeviationNote(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeDeviationNote(read.asked, reader);
	switch (storing.outcome) {
		case 'done':
			return json({ stored: storing.stored, standing: storing.stored }, { status: 201 });
		case 'newer':
			return json({ stored: null, standing: storing.standing });
		case 'earlier':
			return error(409, { message: words.earlier(storing.standing) });
		default:
			return error(404, { message: words[storing.outcome] });
	}
};
