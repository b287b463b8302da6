// Where sign-in sends people afterwards: only to a path on this site, never to an address somebody put in a link.

/** The path with its query, or '/' when the text is anything but a path on this site. */
export function safeReturnPath(text: string | null): string {
	const base = 'http://here.invalid';
	if (!text || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, base)) return '/';
	const url = new URL(text, base);
	if (url.origin !== base || url.pathname.startsWith('//') || url.pathname === '/logga-in') return '/';
	return url.pathname + url.search + url.hash;
}
