// Writes down what a meeting decided on one point.
import { error, json } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { saveDecision } from '$lib/server/meetings/decisions';
import { readDecision } from '$lib/server/meetings/meeting-request';
import { readerOf, smallBody } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { RequestHandler } from './$types';

/** `{item, text, verdict}`. Answers 201 with the meeting. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	const read = readDecision(await smallBody(request, words.broken));
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	if (read.outcome === 'refused') error(422, { message: read.message });
	const saving = await saveDecision(id, read.asked, reader);
	if (saving.outcome === 'done') return json({ meeting: saving.meeting }, { status: 201 });
	return error(saving.outcome === 'missing' ? 404 : saving.outcome === 'no_contract' ? 422 : 409, {
		message: words[saving.outcome]
	});
};
