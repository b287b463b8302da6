// The private address of a person's calendar: one each, known by the SHA-256 of its token.
import { eq } from 'drizzle-orm';
import { hashOf, newToken } from '../accounts/token';
import { accessOf, userColumns, type User } from '../accounts/user';
import { recording } from '../audit';
import { calendarFeed, user } from '../database/schema';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';

/** 256 random bits: nobody guesses an address, and no address tells whose it is. */
const tokenBytes = 32;

/** What is known of an address without the address itself. */
export interface FeedState {
	created: Date;
	/** When a calendar last asked; null before the first time. */
	lastRead: Date | null;
}

export async function feedOf(
	reader: Reader,
	where: Installation = installation()
): Promise<FeedState | null> {
	const [row] = await where.database
		.select({ created: calendarFeed.created, lastRead: calendarFeed.lastRead })
		.from(calendarFeed)
		.where(eq(calendarFeed.userId, reader.user.id));
	return row ?? null;
}

/** Makes an address, in the place of an earlier one. Answers its token, which nobody can be told again. */
export async function openFeed(
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<string> {
	const { database } = where;
	const { id: userId, username } = reader.user;
	const token = newToken(tokenBytes);
	await database.batch([
		database.delete(calendarFeed).where(eq(calendarFeed.userId, userId)),
		database.insert(calendarFeed).values({ id: hashOf(token), userId, created: now, lastRead: null }),
		recording(database, { user: reader.user, action: 'calendar_opened', subject: username }, now)
	]);
	return token;
}

/** False when there was no address. */
export async function closeFeed(
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<boolean> {
	const { database } = where;
	if (!(await feedOf(reader, where))) return false;
	await database.batch([
		database.delete(calendarFeed).where(eq(calendarFeed.userId, reader.user.id)),
		recording(database, { user: reader.user, action: 'calendar_closed', subject: reader.user.username }, now)
	]);
	return true;
}

/** Whose address it is, with what the person may see now; null for an unknown address and for a disabled account. */
export async function readerOfFeed(
	token: string,
	where: Installation = installation(),
	now = new Date()
): Promise<Reader | null> {
	const id = hashOf(token);
	const [found] = await where.database
		.select({ person: userColumns })
		.from(calendarFeed)
		.innerJoin(user, eq(calendarFeed.userId, user.id))
		.where(eq(calendarFeed.id, id));
	const person: User | undefined = found?.person;
	if (!person || person.disabled) return null;
	await where.database.update(calendarFeed).set({ lastRead: now }).where(eq(calendarFeed.id, id));
	return { user: person, access: accessOf(person) };
}
