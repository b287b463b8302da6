// Refuses requests that change something and come from another site. Kit's own check covers form bodies only; here a JSON
// or file body is checked just the same.
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { accountText } from '$lib/text/accounts';
import { refusal } from './refusal';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** The request proves with `Origin` or `Sec-Fetch-Site` that it comes from this site. Proving nothing is not enough. */
export function comesFromThisSite(headers: Headers, ownOrigin: string): boolean {
	const origin = headers.get('Origin');
	const site = headers.get('Sec-Fetch-Site');
	if (site !== null && site !== 'same-origin') return false;
	if (origin !== null && origin !== 'null') return origin === ownOrigin;
	return site === 'same-origin';
}

function allowed(event: RequestEvent): boolean {
	return (
		safeMethods.includes(event.request.method) || comesFromThisSite(event.request.headers, event.url.origin)
	);
}

export const checkOrigin: Handle = ({ event, resolve }) =>
	allowed(event) ? resolve(event) : refusal(event, 403, accountText.refused.otherSite(event.url.origin));
