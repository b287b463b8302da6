// What a meeting is called, its day and its place; and whether it is held.
import { error, json } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { cancelMeeting, changeMeeting, type MeetingChange } from '$lib/server/meetings/change-meetings';
import { readMeetingChange } from '$lib/server/meetings/meeting-request';
import { asksToRestore, readerOf, smallBody } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { RequestHandler } from './$types';

function answered(change: MeetingChange): Response {
	if (change.outcome === 'done') return json({ meeting: change.meeting });
	return error(change.outcome === 'missing' ? 404 : 409, { message: words[change.outcome] });
}

/** `{day?, name?, place?}`, or `{restore: true}` for a meeting that was cancelled. */
export const PATCH: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	const body = await smallBody(request, words.broken);
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	if (asksToRestore(body)) return answered(await cancelMeeting(id, false, reader));
	const read = readMeetingChange(body);
	if (read.outcome === 'refused') error(422, { message: read.message });
	return answered(await changeMeeting(id, read.asked, reader));
};

/** Cancels the meeting, and answers with it. */
export const DELETE: RequestHandler = async ({ locals, params }) => {
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	return answered(await cancelMeeting(id, true, readerOf(locals)));
};
