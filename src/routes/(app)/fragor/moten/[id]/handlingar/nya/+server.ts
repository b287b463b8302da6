// Makes the papers of a meeting on the current edition.
import { error, json } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { makePapers } from '$lib/server/meetings/papers';
import { readerOf } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { RequestHandler } from './$types';

/** Answers 201 with the meeting. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const reader = readerOf(locals);
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	const making = await makePapers(id, reader);
	if (making.outcome === 'done') return json({ meeting: making.meeting }, { status: 201 });
	return error(making.outcome === 'missing' ? 404 : 409, { message: words[making.outcome] });
};
