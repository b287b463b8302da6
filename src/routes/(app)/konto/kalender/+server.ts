// The address of one's own calendar: whether there is one, a new one, and none any more.
import { json } from '@sveltejs/kit';
import { closeFeed, feedOf, openFeed } from '$lib/server/calendar/calendar-feed';
import { configuration } from '$lib/server/configuration';
import { readerOf } from '$lib/server/request-body';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const feed = await feedOf(readerOf(locals));
	return json({
		feed: feed && { created: feed.created.toISOString(), lastRead: feed.lastRead?.toISOString() ?? null }
	});
};

/** Answers 201 with the address, which is told this once. An earlier one ends. */
export const POST: RequestHandler = async ({ locals, url }) => {
	const token = await openFeed(readerOf(locals));
	const address = `${configuration().origin ?? url.origin}/kalender/${token}.ics`;
	return json({ address }, { status: 201, headers: { 'Cache-Control': 'private, no-store' } });
};

export const DELETE: RequestHandler = async ({ locals }) => {
	await closeFeed(readerOf(locals));
	return new Response(null, { status: 204 });
};
