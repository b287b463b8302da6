// The headers that every response carries. Pages get their Content-Security-Policy, with a nonce, from svelte.config.js.
import type { Handle } from '@sveltejs/kit';

/** Also set by the command that starts the server, on the static files that never reach the hook. */
export function securityHeaders(https: boolean): Record<string, string> {
	return {
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'DENY',
		'Referrer-Policy': 'same-origin',
		'Permissions-Policy':
			'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {})
	};
}

/** For answers that are not pages: nothing in them may run, load or be framed. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export const addSecurityHeaders: Handle = async ({ event, resolve }) => {
	const answer = await resolve(event);
	// A new response, since the headers of one that was passed on from fetch cannot be changed.
	const response = new Response(answer.body, answer);
	for (const [name, value] of Object.entries(securityHeaders(event.url.protocol === 'https:'))) {
		response.headers.set(name, value);
	}
	// A route that serves a worker or an immutable edition sets its own policy and caching.
	if (!response.headers.has('Content-Security-Policy')) {
		response.headers.set('Content-Security-Policy', dataPolicy);
	}
	const html = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
	if (html || !response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
	return response;
};
