// The cookie that carries the session token.
import type { Cookies } from '@sveltejs/kit';

const name = 'genomlys-session';

type CookieEvent = { cookies: Cookies; url: URL };

/** The protocol of `url` is the one in ORIGIN, so the cookie is Secure also behind a proxy that ends TLS. */
function attributes(event: CookieEvent) {
	// Lax, not Strict: a link to a contract in an e-mail should open for somebody who is signed in.
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: event.url.protocol === 'https:' } as const;
}

export function readSessionCookie(event: CookieEvent): string | undefined {
	return event.cookies.get(name);
}

export function setSessionCookie(event: CookieEvent, token: string, expires: Date): void {
	event.cookies.set(name, token, { ...attributes(event), expires });
}

export function deleteSessionCookie(event: CookieEvent): void {
	event.cookies.delete(name, attributes(event));
}

/** The header line that removes the cookie, for answers that no route has made. */
export function sessionCookieRemoval(event: CookieEvent): string {
	return event.cookies.serialize(name, '', { ...attributes(event), maxAge: 0 });
}

export function setsSessionCookie(response: Response): boolean {
	return response.headers.getSetCookie().some((line) => line.startsWith(`${name}=`));
}
