// Systems that people have added because no list names them, and one more.
import { error, json } from '@sveltejs/kit';
import { readAddedSystem } from '$lib/server/added-systems/added-system-request';
import { listAddedSystems, storeAddedSystem } from '$lib/server/added-systems/added-systems';
import { readerOf, smallBody } from '$lib/server/request-body';
import { addedSystemServerWords as words } from '$lib/text/added-systems';
import type { RequestHandler } from './$types';

/** Every one that was ever stored and that the person sees, in order. */
export const GET: RequestHandler = async ({ locals }) =>
	json(
		{ systems: await listAddedSystems(readerOf(locals)) },
		{ headers: { 'Cache-Control': 'private, no-store' } }
	);

/** Answers 201 with what was stored. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readAddedSystem(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeAddedSystem(read.asked, reader);
	switch (storing.outcome) {
		case 'done':
			return json({ system: storing.stored }, { status: 201 });
		case 'not_own':
			return error(403, { message: words.not_own });
		case 'missing':
			return error(404, { message: words.missing });
		case 'listed':
		case 'added':
			return error(409, { message: words[storing.outcome] });
	}
};
