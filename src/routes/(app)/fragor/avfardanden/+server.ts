// Flags that have been put aside or taken up again, and one more.
import { error, json } from '@sveltejs/kit';
import { readerOf, smallBody } from '$lib/server/request-body';
import { addDismissal, listDismissals } from '$lib/server/review/dismissals';
import { readNewDismissal } from '$lib/server/review/review-request';
import { reviewServerWords as words } from '$lib/text/review-server';
import type { RequestHandler } from './$types';

/** Oldest first. */
export const GET: RequestHandler = async ({ locals }) =>
	json({ dismissals: await listDismissals(readerOf(locals)) });

/** Answers 201 with all of them. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readNewDismissal(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const saving = await addDismissal(read.asked, reader);
	if (saving.outcome !== 'done') error(404, { message: words[saving.outcome] });
	const { dismissals, meanwhile } = saving;
	return json({ dismissals, meanwhile }, { status: 201 });
};
