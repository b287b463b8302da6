// People with an account, and the changes an administrator makes to them.
import type { Access, Right, Role } from '$lib/domain/access';
import { and, asc, count, eq, ne, or, sql } from 'drizzle-orm';
import { recording, type AuditEvent } from '../audit';
import type { Database } from '../database/connect';
import { session, user } from '../database/schema';
import { hashPassword } from './password';
import { newId } from './token';

/** A person as pages and routes see one: never the password hash. */
export interface User {
	id: string;
	username: string;
	name: string;
	role: Role;
	rights: Right[];
	units: string[] | null;
	disabled: boolean;
	created: Date;
}

export const userColumns = {
	id: user.id,
	username: user.username,
	name: user.name,
	role: user.role,
	rights: user.rights,
	units: user.units,
	disabled: user.disabled,
	created: user.created
};

export function accessOf(person: Pick<User, 'role' | 'rights' | 'units'>): Access {
	return { role: person.role, rights: person.rights, units: person.units };
}

/** Usernames are compared in lower case and without outer spaces. */
export function normalUsername(text: string): string {
	return text.normalize('NFC').trim().toLowerCase();
}

export function usernameFits(username: string): boolean {
	return /^[a-zåäö0-9][a-zåäö0-9._@-]{1,63}$/.test(username);
}

export async function countUsers(database: Database): Promise<number> {
	const [row] = await database.select({ total: count() }).from(user);
	return row?.total ?? 0;
}

export async function allUsers(database: Database): Promise<User[]> {
	return database.select(userColumns).from(user).orderBy(asc(user.username));
}

export async function userById(database: Database, id: string): Promise<User | null> {
	const [found] = await database.select(userColumns).from(user).where(eq(user.id, id));
	return found ?? null;
}

/** The user and the password hash, for sign-in only. Disabled users are not found. */
export async function userForSignIn(
	database: Database,
	username: string
): Promise<{ user: User; passwordHash: string } | null> {
	const [found] = await database
		.select({ ...userColumns, passwordHash: user.passwordHash })
		.from(user)
		.where(and(eq(user.username, normalUsername(username)), eq(user.disabled, false)));
	if (!found) return null;
	const { passwordHash, ...person } = found;
	return { user: person, passwordHash };
}

export interface NewUser {
	username: string;
	name: string;
	password: string;
	role: Role;
	rights?: Right[];
	units?: string[] | null;
}

/** Adds an account. Throws when the username is taken: people come in by invitation, which answers that case in words. */
export async function createUser(database: Database, person: NewUser, now = new Date()): Promise<User> {
	const added: User = {
		id: newId(),
		username: normalUsername(person.username),
		name: person.name,
		role: person.role,
		rights: person.rights ?? [],
		units: person.units ?? null,
		disabled: false,
		created: now
	};
	await database.insert(user).values({ ...added, passwordHash: await hashPassword(person.password) });
	return added;
}

export interface UserChange {
	role: Role;
	rights: Right[];
	units: string[] | null;
	disabled: boolean;
}

/**
 * Changes what a user may do and ends the user's sessions, so that nothing already fetched outlives the right to it.
 * Answers 'last_admin', and changes nothing, when no administrator would be left.
 */
export async function changeUser(
	database: Database,
	person: User,
	change: UserChange,
	by: AuditEvent['user'],
	now = new Date()
): Promise<'changed' | 'last_admin'> {
	const otherAdmin = sql`exists (select 1 from ${user} where role = 'admin' and disabled = 0 and id <> ${person.id})`;
	const staysAdmin = change.role === 'admin' && !change.disabled;
	const updated = await database
		.update(user)
		.set(change)
		.where(
			and(
				eq(user.id, person.id),
				staysAdmin ? undefined : or(ne(user.role, 'admin'), eq(user.disabled, true), otherAdmin)
			)
		)
		.returning({ id: user.id });
	if (updated.length === 0) return 'last_admin';
	const action =
		change.disabled === person.disabled ? 'role_changed' : change.disabled ? 'user_disabled' : 'user_enabled';
	await database.batch([
		database.delete(session).where(eq(session.userId, person.id)),
		recording(
			database,
			{
				user: by,
				action,
				subject: person.username,
				detail: {
					before: { role: person.role, rights: person.rights, units: person.units },
					after: { role: change.role, rights: change.rights, units: change.units }
				}
			},
			now
		)
	]);
	return 'changed';
}

/** Sets a new password and ends every session of the user. */
export async function changePassword(
	database: Database,
	person: User,
	password: string,
	now = new Date()
): Promise<void> {
	const passwordHash = await hashPassword(password);
	await database.batch([
		database.update(user).set({ passwordHash }).where(eq(user.id, person.id)),
		database.delete(session).where(eq(session.userId, person.id)),
		recording(database, { user: person, action: 'password_changed', subject: person.username }, now)
	]);
}
