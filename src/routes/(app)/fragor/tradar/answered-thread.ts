// What is answered when something has been said.
import { error, json } from '@sveltejs/kit';
import type { Reader } from '$lib/server/reader';
import { waitingQuestions, type ThreadOutcome } from '$lib/server/review/threads';
import { reviewServerWords as words } from '$lib/text/review-server';

/** 201 with the whole thread, what others wrote meanwhile, and how many questions wait now. */
export async function answeredThread(outcome: ThreadOutcome, reader: Reader): Promise<Response> {
	if (outcome.outcome !== 'done') error(404, { message: words[outcome.outcome] });
	const { thread, meanwhile } = outcome;
	return json({ thread, meanwhile, waiting: await waitingQuestions(reader) }, { status: 201 });
}
