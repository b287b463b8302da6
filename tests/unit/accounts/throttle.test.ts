import { afterAll, beforeAll, expect, test } from 'vitest';
import { attemptSucceeded, beginAttempt } from '$lib/server/accounts/throttle';
import type { Database } from '$lib/server/database/connect';
import { waitText } from '$lib/text/accounts';
import { after, hour, minute, openTestDatabase } from './test-database';

const start = new Date('2026-01-01T08:00:00Z');
const second = 1000;
let database: Database;
let close: () => Promise<void>;

beforeAll(async () => {
	({ database, close } = await openTestDatabase());
});
afterAll(() => close());

async function fail(times: number, attempt: { username: string; address: string }, now = start) {
	const waits: number[] = [];
	for (let time = 0; time < times; time += 1) waits.push(await beginAttempt(database, attempt, now));
	return waits;
}

test('the wait doubles with each failure from the fifth and stops at 15 minutes', async () => {
	const robot = { username: 'robot', address: '192.0.2.9' };
	const waits: number[] = [];
	let now = start;
	for (let failure = 1; failure <= 14; failure += 1) {
		await beginAttempt(database, robot, now);
		const wait = await beginAttempt(database, { ...robot, address: '192.0.2.10' }, now);
		// Below the fifth failure that second attempt was not stopped, so it counted too.
		if (wait > 0) waits.push(wait / second);
		now = after(now, wait);
	}
	expect(waits.slice(0, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900]);
	expect(waits.at(-1)).toBe(900);
});

test('the sixth attempt waits five seconds, and the one after it ten', async () => {
	const maja = { username: 'maja', address: '192.0.2.1' };
	expect(await fail(6, maja)).toEqual([0, 0, 0, 0, 0, 5 * second]);
	expect(await beginAttempt(database, maja, after(start, 4 * second))).toBe(second);
	expect(await beginAttempt(database, maja, after(start, 5 * second))).toBe(0);
	expect(await beginAttempt(database, maja, after(start, 5 * second))).toBe(10 * second);
});

test('the username waits from another address too, however it is typed', async () => {
	await fail(5, { username: 'erik', address: '192.0.2.2' });
	expect(await beginAttempt(database, { username: ' ERIK ', address: '192.0.2.3' }, start)).toBe(5 * second);
});

test('an address that tries many usernames waits after 20 failures', async () => {
	const waits: number[] = [];
	for (let person = 0; person < 21; person += 1) {
		waits.push(await beginAttempt(database, { username: `person${person}`, address: '192.0.2.4' }, start));
	}
	expect(waits.slice(0, 20)).toEqual(Array(20).fill(0));
	expect(waits[20]).toBe(5 * second);
});

test('attempts sent all at once do not slip past the count', async () => {
	const all = Array.from({ length: 30 }, (_, index) =>
		beginAttempt(database, { username: 'samtidig', address: `198.51.100.${index}` }, start)
	);
	expect((await Promise.all(all)).filter((wait) => wait === 0).length).toBeLessThanOrEqual(5);
});

test('a success lets the username start afresh', async () => {
	const karin = { username: 'karin', address: '192.0.2.5' };
	await fail(4, karin);
	await attemptSucceeded(database, karin);
	expect(await fail(5, karin)).toEqual([0, 0, 0, 0, 0]);
});

test('failures are forgotten after twelve quiet hours', async () => {
	const emil = { username: 'emil', address: '192.0.2.6' };
	await fail(5, emil);
	expect(await fail(5, emil, after(start, 13 * hour))).toEqual([0, 0, 0, 0, 0]);
});

test('the wait is told in words', () => {
	expect(waitText(300)).toBe('1 sekund');
	expect(waitText(40_000)).toBe('40 sekunder');
	expect(waitText(15 * minute)).toBe('15 minuter');
});
