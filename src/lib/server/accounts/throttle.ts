// Slows down repeated sign-in failures, per username and per address. Kept in the database so that a restart forgives nothing.
import { eq, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '../database/connect';
import { signInFailure } from '../database/schema';
import { hashOf } from './token';
import { normalUsername } from './user';

const second = 1000;
const minute = 60 * second;

/** Failures that cost nothing. A whole town hall may share one address, so an address gets more than a username. */
export const freeFailures = { username: 5, address: 20 };
const firstDelay = 5 * second;
const longestDelay = 15 * minute;
/** After this long without a failure the count starts again. */
const forgottenAfter = 12 * 60 * minute;

export interface Attempt {
	username: string;
	address: string;
}

/** Hashed, since people sometimes type their password in the wrong field. */
const usernameKey = (attempt: Attempt) => hashOf(`username ${normalUsername(attempt.username)}`);
const addressKey = (attempt: Attempt) => hashOf(`address ${attempt.address}`);

/** Milliseconds to wait after this many failures. */
export function delayAfter(failures: number, free: number): number {
	if (failures < free) return 0;
	return Math.min(longestDelay, firstDelay * 2 ** Math.min(failures - free, 20));
}

/**
 * Counts an attempt as failed before it is tried, so that many at once cannot pass, and answers 0. When the username or the
 * address has to wait, nothing is counted and the answer is the milliseconds that are left.
 */
export async function beginAttempt(database: Database, attempt: Attempt, now = new Date()): Promise<number> {
	const keys = [
		{ id: usernameKey(attempt), free: freeFailures.username },
		{ id: addressKey(attempt), free: freeFailures.address }
	];
	await database
		.delete(signInFailure)
		.where(lte(signInFailure.last, new Date(now.getTime() - forgottenAfter)));
	const known = await database
		.select()
		.from(signInFailure)
		.where(
			inArray(
				signInFailure.id,
				keys.map((key) => key.id)
			)
		);
	const wait = Math.max(0, ...known.map((row) => row.blockedUntil.getTime() - now.getTime()));
	if (wait > 0) return wait;
	for (const key of keys) {
		const [row] = await database
			.insert(signInFailure)
			.values({ id: key.id, failures: 1, last: now, blockedUntil: now })
			.onConflictDoUpdate({
				target: signInFailure.id,
				set: { failures: sql`${signInFailure.failures} + 1`, last: now }
			})
			.returning({ failures: signInFailure.failures });
		const delay = delayAfter(row?.failures ?? 1, key.free);
		if (delay > 0) {
			await database
				.update(signInFailure)
				.set({ blockedUntil: new Date(now.getTime() + delay) })
				.where(eq(signInFailure.id, key.id));
		}
	}
	return 0;
}

/** The attempt succeeded: the username starts afresh, and the address gets back the one that was counted. */
export async function attemptSucceeded(database: Database, attempt: Attempt): Promise<void> {
	await database.batch([
		database.delete(signInFailure).where(eq(signInFailure.id, usernameKey(attempt))),
		database
			.update(signInFailure)
			.set({ failures: sql`max(0, ${signInFailure.failures} - 1)`, blockedUntil: new Date(0) })
			.where(eq(signInFailure.id, addressKey(attempt)))
	]);
}
