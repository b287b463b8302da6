import { afterEach, beforeEach, expect, test } from 'vitest';
import { acceptInvitation, invite, inviteFirstAdmin, openInvitation } from '$lib/server/accounts/invitation';
import { allUsers, countUsers, createUser, userForSignIn } from '$lib/server/accounts/user';
import type { Database } from '$lib/server/database/connect';
import { after, day, hour, openTestDatabase } from './test-database';

const start = new Date('2026-01-01T08:00:00Z');
const sofia = { username: 'Sofia.Ekvik', name: 'Sofia Ekvik', password: 'tre gröna båtar' };
const scoped = {
	name: 'Maja',
	role: 'controller',
	rights: ['granska'],
	units: ['Utbildningsnämnden']
} as const;
const person = { ...scoped, rights: [...scoped.rights], units: [...scoped.units] };
let database: Database;
let close: () => Promise<void>;

beforeEach(async () => {
	({ database, close } = await openTestDatabase());
});
afterEach(() => close());

async function firstToken(now = start): Promise<string> {
	const token = await inviteFirstAdmin(database, now);
	if (!token) throw new Error('There should be no users.');
	return token;
}

test('the first link makes an administrator, once', async () => {
	const token = await firstToken();
	const accepted = await acceptInvitation(database, 'first_admin', token, sofia, start);
	expect(accepted).toMatchObject({
		outcome: 'created',
		user: { username: 'sofia.ekvik', role: 'admin', units: null }
	});
	expect(await userForSignIn(database, 'SOFIA.ekvik')).toMatchObject({ user: { name: 'Sofia Ekvik' } });
	const again = await acceptInvitation(
		database,
		'first_admin',
		token,
		{ ...sofia, username: 'en.till' },
		start
	);
	expect(again.outcome).toBe('link_used');
	expect(await countUsers(database)).toBe(1);
});

test('two people who send the same link at once become one account', async () => {
	const token = await firstToken();
	const outcomes = await Promise.all(
		['forst', 'sist'].map((username) =>
			acceptInvitation(database, 'first_admin', token, { ...sofia, username }, start)
		)
	);
	expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'link_used']);
	expect(await countUsers(database)).toBe(1);
});

test('the first link lasts 24 hours, and a new start puts the old one out of use', async () => {
	const old = await firstToken();
	expect(await openInvitation(database, 'first_admin', old, after(start, 23 * hour))).not.toBeNull();
	expect(await openInvitation(database, 'first_admin', old, after(start, 24 * hour))).toBeNull();
	const young = await firstToken();
	expect(await openInvitation(database, 'first_admin', old, start)).toBeNull();
	expect(await openInvitation(database, 'first_admin', young, start)).not.toBeNull();
});

test('with a user in place there is no first link, and one from before is dead', async () => {
	const token = await firstToken();
	await createUser(database, { username: 'maja', name: 'Maja', password: 'p', role: 'reader' });
	expect(await inviteFirstAdmin(database, start)).toBeNull();
	expect((await acceptInvitation(database, 'first_admin', token, sofia, start)).outcome).toBe('link_used');
});

test('an invitation carries role, rights and nämnder, lasts seven days and is not an administrator’s link', async () => {
	const admin = await createUser(database, {
		username: 'sofia',
		name: 'Sofia',
		password: 'p',
		role: 'admin'
	});
	const token = await invite(database, person, admin, start);
	expect(await openInvitation(database, 'first_admin', token, start)).toBeNull();
	expect(await openInvitation(database, 'invitation', token, after(start, 7 * day))).toBeNull();
	expect(await openInvitation(database, 'invitation', token, after(start, 6 * day))).toMatchObject(person);

	const maja = { username: 'maja', name: 'Maja Lindqvist', password: 'en lång fras här' };
	const accepted = await acceptInvitation(database, 'invitation', token, maja, start);
	expect(accepted).toMatchObject({
		outcome: 'created',
		user: { name: 'Maja Lindqvist', role: 'controller', rights: ['granska'], units: ['Utbildningsnämnden'] }
	});
});

test('a taken username leaves the link unused', async () => {
	const admin = await createUser(database, {
		username: 'sofia',
		name: 'Sofia',
		password: 'p',
		role: 'admin'
	});
	const token = await invite(database, person, admin, start);
	const taken = await acceptInvitation(database, 'invitation', token, { ...sofia, username: 'SOFIA' }, start);
	expect(taken.outcome).toBe('username_taken');
	expect(await openInvitation(database, 'invitation', token, start)).not.toBeNull();
	expect((await allUsers(database)).map(({ username }) => username)).toEqual(['sofia']);
});
