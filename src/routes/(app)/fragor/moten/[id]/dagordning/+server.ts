// The agenda of a meeting, whole.
import { error, json } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { saveAgenda } from '$lib/server/meetings/agenda';
import { readAgenda } from '$lib/server/meetings/meeting-request';
import { readerOf, smallBody } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { RequestHandler } from './$types';

/** `{before: id[], items: ({id} | {kind, key})[]}`; 409 when somebody else has changed the agenda since `before`. */
export const PUT: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	const read = readAgenda(await smallBody(request, words.broken));
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	if (read.outcome === 'refused') error(422, { message: read.message });
	const saving = await saveAgenda(id, read.asked, reader);
	if (saving.outcome === 'done') return json({ meeting: saving.meeting });
	return error(saving.outcome === 'missing' ? 404 : saving.outcome === 'unknown' ? 422 : 409, {
		message: words[saving.outcome]
	});
};
