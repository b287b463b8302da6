// One note: changed, removed and brought back.
import { error, json } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { readNoteChange } from '$lib/server/notes/note-request';
import { changeNote, removeNote, restoreNote, type NoteOutcome } from '$lib/server/notes/notes';
import { asksToRestore, readerOf, smallBody } from '$lib/server/request-body';
import { noteServerWords as words } from '$lib/text/views-server';
import type { RequestHandler } from './$types';

function answered(outcome: NoteOutcome): Response {
	if (outcome.outcome === 'done') return json({ note: outcome.note });
	if (outcome.outcome === 'missing' || outcome.outcome === 'no_subject')
		error(404, { message: words.missing });
	return error(outcome.outcome === 'full' ? 409 : 403, { message: words[outcome.outcome] });
}

/** `{text?, shared?}`, or `{restore: true}` after a DELETE. */
export const PATCH: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	const body = await smallBody(request, words.broken);
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	if (asksToRestore(body)) return answered(await restoreNote(id, reader));
	const read = readNoteChange(body);
	if (read.outcome === 'refused') error(422, { message: read.message });
	return answered(await changeNote(id, read.asked, reader));
};

/** Answers 204. */
export const DELETE: RequestHandler = async ({ locals, params }) => {
	const id = routeNumber(params.id);
	const removing = id === null ? 'missing' : await removeNote(id, readerOf(locals));
	if (removing !== 'done') error(removing === 'missing' ? 404 : 403, { message: words[removing] });
	return new Response(null, { status: 204 });
};
