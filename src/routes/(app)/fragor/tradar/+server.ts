// Questions and notes with what is said about them, and one more.
import { error, json } from '@sveltejs/kit';
import { threadStatus } from '$lib/domain/review';
import { readerOf, smallBody } from '$lib/server/request-body';
import { readNewThread, readThreadFilter } from '$lib/server/review/review-request';
import { listThreads, openThread } from '$lib/server/review/threads';
import { reviewServerWords as words } from '$lib/text/review-server';
import { answeredThread } from './answered-thread';
import type { RequestHandler } from './$types';

/** `?slag=contract|supplier|unit|system|figure&nyckel=…&status=vantar|besvarad|avslutad|anteckning`, all optional. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const reader = readerOf(locals);
	const read = readThreadFilter(url.searchParams);
	if (read.outcome === 'refused') error(422, { message: read.message });
	const { subject, status } = read.asked;
	const threads = await listThreads(subject, reader);
	return json({
		threads: status ? threads.filter(({ posts }) => threadStatus(posts) === status) : threads
	});
};

/** Answers 201 with the thread. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readNewThread(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	return answeredThread(await openThread(read.asked, reader), reader);
};
