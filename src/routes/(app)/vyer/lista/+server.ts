// The saved views that a person sees, and one more.
import { error, json } from '@sveltejs/kit';
import { viewKinds } from '$lib/domain/saved-view';
import { mayShare } from '$lib/server/reader';
import { readerOf, smallBody } from '$lib/server/request-body';
import { listViews, saveView } from '$lib/server/views/saved-views';
import { readNewView } from '$lib/server/views/view-request';
import { viewServerWords as words } from '$lib/text/views-server';
import type { RequestHandler } from './$types';

/** `?slag=sql` for saved SQL instead of views; `?sida=/kostnader` for the views of one page. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const reader = readerOf(locals);
	const asked = url.searchParams.get('slag') ?? 'vy';
	const kind = viewKinds.find((known) => known === asked);
	if (!kind) error(422, { message: words.broken });
	const path = url.searchParams.get('sida') ?? undefined;
	return json({ views: await listViews(reader, { kind, path }), canShare: mayShare(reader) });
};

/** Answers 201 with the view. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	const read = readNewView(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const saving = await saveView(read.asked, reader);
	if (saving.outcome !== 'done') {
		error(saving.outcome === 'no_sharing' ? 403 : 409, { message: words[saving.outcome] });
	}
	return json({ view: saving.view }, { status: 201 });
};
