// Ends the session here and removes what the browser has stored. Works also when the session is already over.
import { endSession } from '$lib/server/accounts/session';
import { deleteSessionCookie, readSessionCookie } from '$lib/server/accounts/session-cookie';
import { record } from '$lib/server/audit';
import { database } from '$lib/server/database/connect';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	const token = readSessionCookie(event);
	if (token) await endSession(database(), token);
	if (event.locals.user) {
		await record(database(), {
			user: event.locals.user,
			action: 'sign_out',
			subject: event.locals.user.username
		});
	}
	deleteSessionCookie(event);
	return new Response(null, {
		status: 303,
		// The edition stored in the browser goes, and with it the chosen theme, which lies in the same store.
		headers: { Location: '/logga-in?utloggad', 'Clear-Site-Data': '"storage"' }
	});
};
