// The municipality's own orders of columns of exported tables, and one more.
import { error, json } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import { listLayouts, storeLayout } from '$lib/server/budget/export-layouts';
import { readLayout } from '$lib/server/budget/layout-request';
import { readerOf, smallBody } from '$lib/server/request-body';
import { layoutWords as words } from '$lib/text/export-layout';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => json({ layouts: await listLayouts() });

/** Answers 201 with what was saved, 200 with what stands instead when somebody was quicker. Not for who sees some nämnder only. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const reader = readerOf(locals);
	if (!may(reader.access, 'follow_up') || reader.access.units !== null)
		error(403, { message: words.notYours });
	const read = readLayout(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeLayout(read.asked, reader);
	if (storing.outcome === 'nothing') error(409, { message: words.nothing });
	if (storing.outcome === 'newer') return json({ stored: null, standing: storing.standing });
	return json({ stored: storing.stored, standing: storing.stored }, { status: 201 });
};
