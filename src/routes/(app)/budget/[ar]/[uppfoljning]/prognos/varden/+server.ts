// The forecasts that have been set for a follow-up, and one more.
import { error, json } from '@sveltejs/kit';
import { parseFollowUp } from '$lib/domain/follow-up';
import { followUpSettings } from '$lib/server/budget/follow-up-settings';
import { listOverrides, storeOverride } from '$lib/server/budget/forecast-overrides';
import { readOverride } from '$lib/server/budget/forecast-request';
import { readerOf, smallBody } from '$lib/server/request-body';
import { forecastServerWords as words } from '$lib/text/forecast-server';
import type { RequestHandler } from './$types';

async function chosen({ ar, uppfoljning }: { ar: string; uppfoljning: string }) {
	const found = parseFollowUp(ar, uppfoljning, await followUpSettings());
	return found ?? error(404, { message: words.noFollowUp });
}

/** Every one that was ever set and that the person sees, in order. */
export const GET: RequestHandler = async ({ locals, params }) =>
	json({ overrides: await listOverrides(await chosen(params), readerOf(locals)) });

/** Answers 201 with what was stored, 200 with what stands instead when somebody was quicker. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const reader = readerOf(locals);
	const read = readOverride(await smallBody(request, words.broken));
	if (read.outcome === 'refused') error(422, { message: read.message });
	const storing = await storeOverride(await chosen(params), read.asked, reader);
	if (storing.outcome === 'no_unit') error(404, { message: words.noUnit });
	if (storing.outcome === 'nothing') error(409, { message: words.nothing });
	if (storing.outcome === 'locked') error(409, { message: words.locked });
	if (storing.outcome === 'newer') return json({ stored: null, standing: storing.standing });
	return json({ stored: storing.stored, standing: storing.stored }, { status: 201 });
};
