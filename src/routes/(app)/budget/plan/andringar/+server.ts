// What is planned for the years ahead, and one more change.
import { error, json } from '@sveltejs/kit';
import { readPlannedChange } from '$lib/server/budget/planned-change-request';
import { listChanges, storeChange } from '$lib/server/budget/planned-changes';
import { readerOf, smallBody } from '$lib/server/request-body';
import { planServerWords as words } from '$lib/text/plan-server';
import type { RequestHandler } from './$types';

/** Every one that was ever stored and that the person sees, in order. */
export const GET: RequestHandler = async ({ locals }) =>
	json({ changes: await listChanges(readerOf(locals)) });

/** Answers 201 with what was stored, 200 with what stands instead when somebody was quicker. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readPlannedChange(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeChange(read.asked, reader);
	if (storing.outcome === 'no_unit') error(404, { message: words.noUnit });
	if (storing.outcome === 'no_system') error(404, { message: words.noSystem });
	if (storing.outcome === 'gone') error(404, { message: words.gone });
	if (storing.outcome === 'newer') return json({ stored: null, standing: storing.standing });
	return json({ stored: storing.stored, standing: storing.stored }, { status: 201 });
};
