// Signing in: the throttle, the password, the session and the audit line, in that order.
import type { Cookies } from '@sveltejs/kit';
import { record } from '../audit';
import { database } from '../database/connect';
import { verifyPassword } from './password';
import { createSession, endSession } from './session';
import { readSessionCookie, setSessionCookie } from './session-cookie';
import { attemptSucceeded, beginAttempt } from './throttle';
import { userForSignIn, type User } from './user';

interface SignInEvent {
	cookies: Cookies;
	url: URL;
	getClientAddress: () => string;
}

type SignInOutcome = { outcome: 'signed_in' | 'wrong' } | { outcome: 'wait'; milliseconds: number };

/** Starts a session for somebody who has proved who it is. A session from before is ended, never carried over. */
export async function signIn(event: SignInEvent, user: User): Promise<void> {
	const earlier = readSessionCookie(event);
	if (earlier) await endSession(database(), earlier);
	const { token, expires } = await createSession(database(), user.id);
	setSessionCookie(event, token, expires);
	await record(database(), { user, action: 'sign_in', subject: user.username });
}

/** One answer for an unknown username, a disabled account and a wrong password, and as long a wait for all three. */
export async function signInWithPassword(
	event: SignInEvent,
	username: string,
	password: string
): Promise<SignInOutcome> {
	const attempt = { username, address: event.getClientAddress() };
	const milliseconds = await beginAttempt(database(), attempt);
	if (milliseconds > 0) return { outcome: 'wait', milliseconds };

	const found = await userForSignIn(database(), username);
	if (!(await verifyPassword(found?.passwordHash ?? null, password)) || !found) {
		// An unknown username is not written down: it may be a password typed in the wrong field.
		await record(database(), { user: null, action: 'sign_in_failed', subject: found?.user.username });
		return { outcome: 'wrong' };
	}
	await attemptSucceeded(database(), attempt);
	await signIn(event, found.user);
	return { outcome: 'signed_in' };
}
