// The assumptions that estimates rest on, and one more.
import { error, json } from '@sveltejs/kit';
import { readAssumption } from '$lib/server/assumptions/assumption-request';
import { listAssumptions, storeAssumption } from '$lib/server/assumptions/assumptions';
import { readerOf, smallBody } from '$lib/server/request-body';
import { assumptionServerWords as words } from '$lib/text/assumptions';
import type { RequestHandler } from './$types';

/** Every one that was ever stored and that the person sees, in order. */
export const GET: RequestHandler = async ({ locals }) =>
	json({ assumptions: await listAssumptions(readerOf(locals)) });

/** Answers 201 with what was stored, 200 with what stands instead when somebody was quicker. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readAssumption(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeAssumption(read.asked, reader);
	if (storing.outcome === 'no_subject') error(404, { message: words.noSubject });
	if (storing.outcome === 'nothing') error(409, { message: words.nothing });
	if (storing.outcome === 'newer') return json({ stored: null, standing: storing.standing });
	return json({ stored: storing.stored, standing: storing.stored }, { status: 201 });
};
