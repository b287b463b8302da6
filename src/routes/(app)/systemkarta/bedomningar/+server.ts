// What people hold about systems, and one more word of it.
import { error, json } from '@sveltejs/kit';
import { readerOf, smallBody } from '$lib/server/request-body';
import { readSystemVerdict } from '$lib/server/systems/verdict-request';
import { listSystemVerdicts, storeSystemVerdict } from '$lib/server/systems/verdicts';
import { systemVerdictServerWords as words } from '$lib/text/system-verdict-server';
import type { RequestHandler } from './$types';

/** All that was ever said and that the person sees, in order. */
export const GET: RequestHandler = async ({ locals }) =>
	json({ verdicts: await listSystemVerdicts(readerOf(locals)) });

/** Answers 201 with what was stored, 200 with what stands instead when somebody was quicker. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readSystemVerdict(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeSystemVerdict(read.asked, reader);
	if (storing.outcome === 'no_system') error(404, { message: words.noSystem });
	if (storing.outcome === 'no_edition') error(422, { message: words.noEdition });
	if (storing.outcome === 'newer') return json({ stored: null, standing: storing.standing });
	return json({ stored: storing.stored, standing: storing.stored }, { status: 201 });
};
