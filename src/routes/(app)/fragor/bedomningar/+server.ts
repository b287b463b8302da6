// What people hold about contracts, and one more verdict.
import { error, json } from '@sveltejs/kit';
import { readerOf, smallBody } from '$lib/server/request-body';
import { readNewVerdict } from '$lib/server/review/review-request';
import { addVerdict, listVerdicts } from '$lib/server/review/verdicts';
import { reviewServerWords as words } from '$lib/text/review-server';
import type { RequestHandler } from './$types';

/** `?avtal=…`, or all. Latest first. */
export const GET: RequestHandler = async ({ locals, url }) =>
	json({ verdicts: await listVerdicts(url.searchParams.get('avtal'), readerOf(locals)) });

/** Answers 201 with all verdicts on the contract: one is kept also where others have saved one since. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readNewVerdict(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const saving = await addVerdict(read.asked, reader);
	if (saving.outcome !== 'done')
		error(saving.outcome === 'no_meeting' ? 409 : 404, { message: words[saving.outcome] });
	const { verdicts, meanwhile } = saving;
	return json({ verdicts, meanwhile }, { status: 201 });
};
