// When an answer is given before the body was read (a refused upload), the rest of it still lies in the connection and would
// block the next request on it.
import type { Handle } from '@sveltejs/kit';

export const closeAfterUnreadBody: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	if (event.request.body && !event.request.bodyUsed && !event.isSubRequest) {
		response.headers.set('Connection', 'close');
	}
	return response;
};
