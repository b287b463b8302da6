// Finds who sends the request. Every later step and route asks `event.locals`.
import type { Handle } from '@sveltejs/kit';
import { validateSession } from '../accounts/session';
import {
	readSessionCookie,
	sessionCookieRemoval,
	setSessionCookie,
	setsSessionCookie
} from '../accounts/session-cookie';
import { database } from '../database/connect';

export const findSession: Handle = async ({ event, resolve }) => {
	event.locals.user = null;
	event.locals.access = null;
	const token = readSessionCookie(event);
	if (!token) return resolve(event);

	const session = await validateSession(database(), token);
	if (session) {
		event.locals.user = session.user;
		event.locals.access = session.access;
		if (session.renewed) setSessionCookie(event, token, session.expires);
		return resolve(event);
	}

	const response = await resolve(event);
	// The session is over (signed out elsewhere, expired, role changed): the edition stored in the browser goes with it.
	// Written on the response, since Kit adds its own cookies only to answers that come from a route.
	response.headers.set('Clear-Site-Data', '"storage"');
	if (!setsSessionCookie(response)) response.headers.append('Set-Cookie', sessionCookieRemoval(event));
	return response;
};
