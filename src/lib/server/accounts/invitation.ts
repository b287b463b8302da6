// One-time links: the first administrator's, and those an administrator gives to others. Only a hash of the token is stored.
import type { Right, Role } from '$lib/domain/access';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { recording, type AuditEvent } from '../audit';
import type { Database } from '../database/connect';
import { invitation, user } from '../database/schema';
import { hashPassword } from './password';
import { hashOf, newId, newToken } from './token';
import { normalUsername, userById, type User } from './user';

const hour = 60 * 60 * 1000;
export const firstAdminHours = 24;
export const invitationDays = 7;

type Purpose = 'first_admin' | 'invitation';

interface OpenInvitation {
	name: string;
	role: Role;
	rights: Right[];
	units: string[] | null;
	expires: Date;
}

/** A new link for the first administrator. Earlier ones stop working. Null when there already are users. */
export async function inviteFirstAdmin(database: Database, now = new Date()): Promise<string | null> {
	const token = newToken();
	const [taken] = await database.select({ id: user.id }).from(user).limit(1);
	if (taken) return null;
	await database.batch([
		database.delete(invitation).where(and(eq(invitation.purpose, 'first_admin'), isNull(invitation.used))),
		database.insert(invitation).values({
			id: hashOf(token),
			purpose: 'first_admin',
			role: 'admin',
			rights: [],
			units: null,
			name: '',
			created: now,
			expires: new Date(now.getTime() + firstAdminHours * hour)
		})
	]);
	return token;
}

/** A new link for somebody, with the role and scope that the account will get. */
export async function invite(
	database: Database,
	person: { name: string; role: Role; rights: Right[]; units: string[] | null },
	by: NonNullable<AuditEvent['user']>,
	now = new Date()
): Promise<string> {
	const token = newToken();
	await database.batch([
		database.insert(invitation).values({
			...person,
			id: hashOf(token),
			purpose: 'invitation',
			createdBy: by.id,
			created: now,
			expires: new Date(now.getTime() + invitationDays * 24 * hour)
		}),
		recording(
			database,
			{
				user: by,
				action: 'invitation_created',
				subject: person.name,
				detail: { role: person.role, rights: person.rights, units: person.units }
			},
			now
		)
	]);
	return token;
}

/** A link works once and until it expires; the first administrator's only while there are no users. */
function usable(purpose: Purpose, token: string, now: Date) {
	return and(
		eq(invitation.id, hashOf(token)),
		eq(invitation.purpose, purpose),
		isNull(invitation.used),
		gt(invitation.expires, now),
		purpose === 'first_admin' ? sql`not exists (select 1 from ${user})` : undefined
	);
}

export async function openInvitation(
	database: Database,
	purpose: Purpose,
	token: string,
	now = new Date()
): Promise<OpenInvitation | null> {
	const [found] = await database
		.select({
			name: invitation.name,
			role: invitation.role,
			rights: invitation.rights,
			units: invitation.units,
			expires: invitation.expires
		})
		.from(invitation)
		.where(usable(purpose, token, now));
	return found ?? null;
}

type Accepted = { outcome: 'created'; user: User } | { outcome: 'link_used' } | { outcome: 'username_taken' };

/** Makes the account that the link promises, and uses the link up, in one step. */
export async function acceptInvitation(
	database: Database,
	purpose: Purpose,
	token: string,
	person: { username: string; name: string; password: string },
	now = new Date()
): Promise<Accepted> {
	// Before anything else, so that a link that leads nowhere tells no usernames and costs no hashing.
	if (!(await openInvitation(database, purpose, token, now))) return { outcome: 'link_used' };
	const id = newId();
	const username = normalUsername(person.username);
	const [taken] = await database.select({ id: user.id }).from(user).where(eq(user.username, username));
	if (taken) return { outcome: 'username_taken' };
	const passwordHash = await hashPassword(person.password);
	await database.batch([
		database
			.update(invitation)
			.set({ used: now, usedBy: id })
			.where(usable(purpose, token, now)),
		// Nothing is inserted when the link was not usable. A username taken in between breaks the whole batch.
		database.insert(user).select(sql`
			select ${id}, ${username}, ${person.name}, ${passwordHash}, role, rights, units, false, ${now.getTime()}
			from ${invitation} where used_by = ${id}`)
	]);
	const added = await userById(database, id);
	if (!added) return { outcome: 'link_used' };
	await recording(
		database,
		{ user: added, action: 'user_created', subject: username, detail: { role: added.role, by: purpose } },
		now
	);
	return { outcome: 'created', user: added };
}
