// The notes on a supplier, a nämnd or a system, and one more.
import { error, json } from '@sveltejs/kit';
import { readNewNote, readSubject } from '$lib/server/notes/note-request';
import { addNote, listNotes } from '$lib/server/notes/notes';
import { mayShare } from '$lib/server/reader';
import { readerOf, smallBody } from '$lib/server/request-body';
import { noteServerWords as words } from '$lib/text/views-server';
import type { RequestHandler } from './$types';

/** `?slag=supplier|unit|system&nyckel=…`. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const reader = readerOf(locals);
	const read = readSubject(url.searchParams);
	if (read.outcome === 'refused') error(422, { message: read.message });
	const notes = await listNotes(read.asked, reader);
	if (!notes) error(404, { message: words.noSubject });
	return json({ notes, canShare: mayShare(reader) });
};

/** Answers 201 with the note. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readNewNote(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const adding = await addNote(read.asked, reader);
	if (adding.outcome === 'no_subject') error(404, { message: words.noSubject });
	if (adding.outcome !== 'done') {
		error(adding.outcome === 'no_sharing' ? 403 : 409, { message: words[adding.outcome] });
	}
	return json({ note: adding.note }, { status: 201 });
};
