// What people have filled in where the registers say nothing, and one more.
import { error, json } from '@sveltejs/kit';
import { parseIsoDay } from '$lib/domain/day';
import { readCompletion } from '$lib/server/completions/completion-request';
import { listCompletions, saveCompletion } from '$lib/server/completions/completions';
import { readerOf, smallBody } from '$lib/server/request-body';
import { completedValueText, completionServerWords as words } from '$lib/text/completions';
import { dayOfInstant } from '$lib/text/format';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
	json(
		{ completions: await listCompletions(readerOf(locals)) },
		{ headers: { 'Cache-Control': 'private, no-store' } }
	);

/** Answers 201 with the completion. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const body = await smallBody(request, words.broken);
	// Where the server stands, a source may be of today; never of the edition's "today", which may be long ago.
	const today = parseIsoDay(dayOfInstant(new Date()));
	if (!today) throw new Error('Today is no day');
	const read = readCompletion(body, today);
	if (read.outcome === 'refused') error(422, { message: read.message });
	const saving = await saveCompletion(read.asked, reader);
	switch (saving.outcome) {
		case 'done':
			return json({ completion: saving.completion }, { status: 201 });
		case 'missing':
			return error(404, { message: words.missing[read.asked.kind] });
		case 'not_own':
		case 'withheld':
			return error(403, { message: words[saving.outcome][read.asked.kind] });
		case 'for_controllers':
			return error(403, { message: words.forControllers });
		case 'nothing':
			return error(409, { message: words.nothing });
		case 'filled':
			return error(409, { message: words.filled(completedValueText(read.asked.field.name, saving.value)) });
		case 'newer':
			return error(409, { message: words.newer(saving.standing) });
	}
};
