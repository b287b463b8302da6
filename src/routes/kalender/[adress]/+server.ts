// A person's calendar at its private address, for calendar programs, which do not sign in: the address is the key.
import { configuration } from '$lib/server/configuration';
import { readerOfFeed } from '$lib/server/calendar/calendar-feed';
import { personCalendar } from '$lib/server/calendar/person-calendar';
import { calendarServerWords as words } from '$lib/text/calendar';
import type { RequestHandler } from './$types';

const headers = { 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' };

/** The same answer for an address that was never made, that is closed, and whose owner is disabled. */
const gone = () =>
	new Response(words.gone, {
		status: 404,
		headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }
	});

export const GET: RequestHandler = async ({ params, url }) => {
	const token = /^([a-z2-7]{52})\.ics$/.exec(params.adress)?.[1];
	const reader = token ? await readerOfFeed(token) : null;
	if (!reader) return gone();
	const calendar = await personCalendar(reader.access, configuration().origin ?? url.origin);
	return new Response(calendar, {
		headers: {
			...headers,
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': 'inline; filename="genomlys.ics"'
		}
	});
};
