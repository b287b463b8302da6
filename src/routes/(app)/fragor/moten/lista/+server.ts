// The meetings, and more of them.
import { error, json } from '@sveltejs/kit';
import { installation } from '$lib/server/editions/installation';
import { callMeetings } from '$lib/server/meetings/change-meetings';
import { readNewMeetings } from '$lib/server/meetings/meeting-request';
import { listMeetings } from '$lib/server/meetings/read-meetings';
import { readerOf, smallBody } from '$lib/server/request-body';
import { meetingServerWords as words } from '$lib/text/meetings-server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
	json({ meetings: await listMeetings(readerOf(locals).access), today: installation().today() });

/** `{days, name, place}`. Answers 201 with one meeting a day. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readNewMeetings(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	return json({ meetings: await callMeetings(read.asked, reader) }, { status: 201 });
};
