// One saved view: read, changed, removed and brought back.
import { error, json } from '@sveltejs/kit';
import { routeNumber } from '$lib/server/editions/route-number';
import { asksToRestore, readerOf, smallBody } from '$lib/server/request-body';
import {
	changeView,
	removeView,
	restoreView,
	viewById,
	type ViewOutcome
} from '$lib/server/views/saved-views';
import { readViewChange } from '$lib/server/views/view-request';
import { viewServerWords as words } from '$lib/text/views-server';
import type { RequestHandler } from './$types';

const statuses = { missing: 404, not_own: 403, no_sharing: 403, no_edition: 409, full: 409 } as const;

function answered(outcome: ViewOutcome): Response {
	if (outcome.outcome === 'done') return json({ view: outcome.view });
	return error(statuses[outcome.outcome], { message: words[outcome.outcome] });
}

export const GET: RequestHandler = async ({ locals, params }) => {
	const id = routeNumber(params.id);
	const view = id === null ? null : await viewById(id, readerOf(locals));
	if (!view) error(404, { message: words.missing });
	return json({ view });
};

/** A change as `readViewChange` reads it, or `{restore: true}` after a DELETE. */
export const PATCH: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	const body = await smallBody(request, words.broken);
	const id = routeNumber(params.id);
	if (id === null) error(404, { message: words.missing });
	if (asksToRestore(body)) return answered(await restoreView(id, reader));
	const view = await viewById(id, reader);
	if (!view) error(404, { message: words.missing });
	const read = readViewChange(body, view.kind);
	if (read.outcome === 'refused') error(422, { message: read.message });
	return answered(await changeView(id, read.asked, reader));
};

/** Answers 204. */
export const DELETE: RequestHandler = async ({ locals, params }) => {
	const id = routeNumber(params.id);
	const removing = id === null ? 'missing' : await removeView(id, readerOf(locals));
	if (removing !== 'done') error(statuses[removing], { message: words[removing] });
	return new Response(null, { status: 204 });
};
