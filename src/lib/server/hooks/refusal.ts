// The answer to a request that is stopped in a hook.
import { json, type RequestEvent } from '@sveltejs/kit';

/** True when a script asks, not a person who waits for a page. */
export function askedByScript(event: RequestEvent): boolean {
	return event.isDataRequest || event.request.headers.get('x-sveltekit-action') === 'true';
}

/** JSON for scripts. A form sent by `enhance` gets the shape that it reads, so that it shows the error page. */
export function refusal(event: RequestEvent, status: number, message: string): Response {
	if (event.request.headers.get('x-sveltekit-action') === 'true') {
		return json({ type: 'error', status, error: { message }, message }, { status });
	}
	return json({ message }, { status });
}
