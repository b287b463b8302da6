// Sessions: a random token in the cookie, its SHA-256 in the database, sliding expiry.
import type { Access } from '$lib/domain/access';
import { eq, lte } from 'drizzle-orm';
import type { Database } from '../database/connect';
import { session, user } from '../database/schema';
import { hashOf, newToken } from './token';
import { accessOf, userColumns, type User } from './user';

const day = 24 * 60 * 60 * 1000;
const sessionLength = 14 * day;

interface ValidSession {
	user: User;
	access: Access;
	expires: Date;
	/** The expiry was just moved forward, so the cookie is to be sent again. */
	renewed: boolean;
}

/** Starts a session and returns the token for the cookie. Old sessions are swept at the same time. */
export async function createSession(
	database: Database,
	userId: string,
	now = new Date()
): Promise<{ token: string; expires: Date }> {
	const token = newToken();
	const expires = new Date(now.getTime() + sessionLength);
	await database.batch([
		database.delete(session).where(lte(session.expires, now)),
		database.insert(session).values({ id: hashOf(token), userId, expires })
	]);
	return { token, expires };
}

/** The session of a token, or null when it is unknown, too old or belongs to a disabled user. */
export async function validateSession(
	database: Database,
	token: string,
	now = new Date()
): Promise<ValidSession | null> {
	const id = hashOf(token);
	const [found] = await database
		.select({ user: userColumns, expires: session.expires })
		.from(session)
		.innerJoin(user, eq(session.userId, user.id))
		.where(eq(session.id, id));
	if (!found) return null;
	if (found.expires <= now || found.user.disabled) {
		await database.delete(session).where(eq(session.id, id));
		return null;
	}
	const access = accessOf(found.user);
	if (found.expires.getTime() - now.getTime() >= sessionLength / 2) {
		return { user: found.user, access, expires: found.expires, renewed: false };
	}
	const expires = new Date(now.getTime() + sessionLength);
	await database.update(session).set({ expires }).where(eq(session.id, id));
	return { user: found.user, access, expires, renewed: true };
}

export async function endSession(database: Database, token: string): Promise<void> {
	await database.delete(session).where(eq(session.id, hashOf(token)));
}

/** Signs the user out everywhere. */
export async function endSessionsOf(database: Database, userId: string): Promise<void> {
	await database.delete(session).where(eq(session.userId, userId));
}
