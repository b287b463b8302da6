// Deny by default: asks the table of route permissions before any route runs.
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import { accountText } from '$lib/text/accounts';
import { requiredPermission, routePermissions, type RoutePermissions } from '../route-permissions';
import { askedByScript, refusal } from './refusal';

const largestFormBody = 256 * 1024;

type Kind = RoutePermissions['kind'];

/** What the request would have met: an unknown path is a page for those who want HTML. */
function kindOf(event: RequestEvent): Kind {
	const listed = event.route.id === null ? undefined : routePermissions[event.route.id]?.kind;
	return listed ?? (event.request.headers.get('Accept')?.includes('text/html') ? 'page' : 'data');
}

/** Sends a person to sign-in, and tells a script that it is signed out. */
function signInFirst(event: RequestEvent): Response {
	if (kindOf(event) === 'data' || askedByScript(event)) {
		return refusal(event, 401, accountText.refused.signedOut);
	}
	const { pathname, search } = event.url;
	const wanted = pathname + (event.request.method === 'GET' ? search : '');
	const location = wanted === '/' ? '/logga-in' : `/logga-in?till=${encodeURIComponent(wanted)}`;
	return new Response(null, { status: 303, headers: { Location: location } });
}

function notAllowed(event: RequestEvent): Response | Promise<Response> {
	if (kindOf(event) === 'data' || askedByScript(event)) {
		return refusal(event, 403, accountText.refused.notAllowed);
	}
	// The page at /nekad, asked for at the same depth so that its relative links to scripts and styles fit.
	return event.fetch(event.url.pathname.replace(/^\/[^/]*/, '/nekad'));
}

/** Their routes count what they read: files are streamed, and rule sets may be larger than any form. */
const limitThemselves: readonly (string | null)[] = ['import', 'tag'];

/** The server has no limit of its own, so what is sent to any other route must say its size and be small. */
function bodyIsSmall(request: Request): boolean {
	const length = request.headers.get('Content-Length');
	return length === null ? !request.headers.has('Transfer-Encoding') : Number(length) <= largestFormBody;
}

export const checkPermission: Handle = ({ event, resolve }) => {
	const { access } = event.locals;
	const { id } = event.route;

	// No such page. Said only to people who are signed in.
	if (id === null) return access ? resolve(event) : signInFirst(event);

	const required = requiredPermission(id, event.request.method);
	if (required !== 'public') {
		if (!access) return signInFirst(event);
		if (!required || !may(access, required)) return notAllowed(event);
	}
	if (!limitThemselves.includes(required) && !bodyIsSmall(event.request)) {
		return refusal(event, 413, accountText.refused.tooLarge);
	}
	return resolve(event);
};
