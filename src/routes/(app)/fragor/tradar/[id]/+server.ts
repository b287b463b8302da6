// One thread, and what is said in it.
import { error, json } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { readerOf, smallBody } from '$lib/server/request-body';
import { readNewPost } from '$lib/server/review/review-request';
import { addPost, oneThread } from '$lib/server/review/threads';
import { reviewServerWords as words } from '$lib/text/review-server';
import { answeredThread } from '../answered-thread';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const id = routeNumber(params.id);
	const thread = id === null ? null : await oneThread(id, readerOf(locals));
	if (!thread) error(404, { message: words.missing });
	return json({ thread });
};

/** `{kind, text, after}`: kept also where others have written after the post `after`, which the answer then names. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	const read = readNewPost(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	return answeredThread(await addPost(id, read.asked, reader), reader);
};
