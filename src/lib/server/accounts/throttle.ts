// Slows down repeated sign-in failures, per username and per address. Kept in the database so that a restart forgives nothing.
import { eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../database/connect';
import { signInFailure } from '../database/schema';
import { hashOf } from './token';
import { normalUsername } from './user';

const second = 1000;
const minute = 60 * second;

/** Failures that cost nothing. A whole town hall may share one address, so an address gets more than a username. */
const freeFailures = { username: 5, address: 20 };
const firstDelay = 5 * second;
const longestDelay = 15 * minute;
/** After this long without a failure the count starts again. */
const forgottenAfter = 12 * 60 * minute;

interface Attempt {
	username: string;
	address: string;
}

/** Hashed, since people sometimes type their password in the wrong field. */
const usernameKey = (attempt: Attempt) => hashOf(`username ${normalUsername(attempt.username)}`);
const addressKey = (attempt: Attempt) => hashOf(`address ${attempt.address}`);

/** One more failure, unless the key has to wait: then nothing changes and the answer is the milliseconds that are left. */
async function countFailure(database: Database, id: string, free: number, now: Date): Promise<number> {
	const failures = sql`${signInFailure.failures} + 1`;
	const delay = sql`case when ${failures} < ${free} then 0
		else min(${longestDelay}, ${firstDelay} * (1 << min(${failures} - ${free}, 20))) end`;
	const counted = await database
		.insert(signInFailure)
		.values({ id, failures: 1, last: now, blockedUntil: now })
		.onConflictDoUpdate({
			target: signInFailure.id,
			set: { failures, last: now, blockedUntil: sql`${now.getTime()} + ${delay}` },
			setWhere: lte(signInFailure.blockedUntil, now)
		})
		.returning({ id: signInFailure.id });
	if (counted.length > 0) return 0;
	const [row] = await database.select().from(signInFailure).where(eq(signInFailure.id, id));
	return Math.max(1, (row?.blockedUntil.getTime() ?? 0) - now.getTime());
}

function takeBack(database: Database, id: string) {
	return database
		.update(signInFailure)
		.set({ failures: sql`max(0, ${signInFailure.failures} - 1)`, blockedUntil: new Date(0) })
		.where(eq(signInFailure.id, id));
}

/**
 * Counts an attempt as failed before it is tried, so that many at once cannot pass, and answers 0. When the username or the
 * address has to wait, nothing is counted and the answer is the milliseconds that are left.
 */
export async function beginAttempt(database: Database, attempt: Attempt, now = new Date()): Promise<number> {
	await database
		.delete(signInFailure)
		.where(lte(signInFailure.last, new Date(now.getTime() - forgottenAfter)));
	const wait = await countFailure(database, usernameKey(attempt), freeFailures.username, now);
	if (wait > 0) return wait;
	const addressWait = await countFailure(database, addressKey(attempt), freeFailures.address, now);
	if (addressWait > 0) await takeBack(database, usernameKey(attempt));
	return addressWait;
}

/** The attempt succeeded: the username starts afresh, and the address gets back the one that was counted. */
export async function attemptSucceeded(database: Database, attempt: Attempt): Promise<void> {
	await database.batch([
		database.delete(signInFailure).where(eq(signInFailure.id, usernameKey(attempt))),
		takeBack(database, addressKey(attempt))
	]);
}
