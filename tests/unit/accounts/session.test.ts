import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSession, endSessionsOf, validateSession } from '$lib/server/accounts/session';
import { hashOf } from '$lib/server/accounts/token';
import { changePassword, changeUser, createUser, userById, type User } from '$lib/server/accounts/user';
import type { Database } from '$lib/server/database/connect';
import { after, day, hour, openTestDatabase } from './test-database';

const start = new Date('2026-01-01T08:00:00Z');
let database: Database;
let close: () => Promise<void>;
let admin: User;
let maja: User;
let nextName = 0;

beforeAll(async () => {
	({ database, close } = await openTestDatabase());
	admin = await createUser(database, { username: 'sofia', name: 'Sofia', password: 'p', role: 'admin' });
});
beforeEach(async () => {
	nextName += 1;
	maja = await createUser(database, {
		username: `maja${nextName}`,
		name: 'Maja',
		password: 'p',
		role: 'controller'
	});
});
afterAll(() => close());

test('only the SHA-256 of the token is stored', async () => {
	const { token } = await createSession(database, maja.id, start);
	const stored = await database.$client.execute({
		sql: 'SELECT id FROM session WHERE user_id = ?',
		args: [maja.id]
	});
	expect(stored.rows.map((row) => row.id)).toEqual([hashOf(token)]);
	expect(token).toMatch(/^[a-z2-7]{32}$/);
});

test('a session lasts 14 days and is gone the moment after', async () => {
	const { token } = await createSession(database, maja.id, start);
	expect((await validateSession(database, token, after(start, hour)))?.user.username).toBe(maja.username);
	expect(await validateSession(database, token, after(start, 14 * day))).toBeNull();
	expect(await validateSession(database, token, after(start, hour))).toBeNull();
});

test('use in the first week leaves the expiry, use in the second moves it 14 days forward', async () => {
	const { token, expires } = await createSession(database, maja.id, start);
	const early = await validateSession(database, token, after(start, 7 * day));
	expect(early).toMatchObject({ renewed: false, expires });
	const late = await validateSession(database, token, after(start, 8 * day));
	expect(late).toMatchObject({ renewed: true, expires: after(start, 22 * day) });
	expect(await validateSession(database, token, after(start, 21 * day))).not.toBeNull();
});

test('an unknown token opens nothing', async () => {
	expect(await validateSession(database, 'abcdefghijklmnopqrstuvwxyz234567', start)).toBeNull();
});

test('signing out everywhere ends every session of that user and nobody else', async () => {
	const [first, second, other] = [
		await createSession(database, maja.id, start),
		await createSession(database, maja.id, start),
		await createSession(database, admin.id, start)
	];
	await endSessionsOf(database, maja.id);
	expect(await validateSession(database, first.token, start)).toBeNull();
	expect(await validateSession(database, second.token, start)).toBeNull();
	expect(await validateSession(database, other.token, start)).not.toBeNull();
});

test.each([
	['another role', { role: 'reader' as const }],
	['a right', { rights: ['granska' as const] }],
	['a narrower scope', { units: ['Utbildningsnämnden'] }],
	['a disabled account', { disabled: true }]
])('%s ends the sessions', async (_, change) => {
	const { token } = await createSession(database, maja.id, start);
	const { role, rights, units, disabled } = maja;
	expect(await changeUser(database, maja, { role, rights, units, disabled, ...change }, admin)).toBe(
		'changed'
	);
	expect(await validateSession(database, token, start)).toBeNull();
	expect(await userById(database, maja.id)).toMatchObject(change);
});

test('a new password ends the sessions', async () => {
	const { token } = await createSession(database, maja.id, start);
	await changePassword(database, maja, 'ett helt nytt lösenord');
	expect(await validateSession(database, token, start)).toBeNull();
});

test('the last administrator can be neither demoted nor disabled', async () => {
	const { rights, units } = admin;
	expect(await changeUser(database, admin, { role: 'reader', rights, units, disabled: false }, admin)).toBe(
		'last_admin'
	);
	expect(await changeUser(database, admin, { role: 'admin', rights, units, disabled: true }, admin)).toBe(
		'last_admin'
	);
	expect(await userById(database, admin.id)).toMatchObject({ role: 'admin', disabled: false });
});
