// Calling meetings, moving them and cancelling them. Whoever may convene and sees a meeting may change it.
import { eq } from 'drizzle-orm';
import { sliceOf } from '$lib/domain/access';
import type { Day } from '$lib/domain/day';
import type { Meeting } from '$lib/domain/meeting';
import { recording, type AuditEvent } from '../audit';
import { meeting } from '../database/review-schema';
import { installation, type Installation } from '../editions/installation';
import type { Reader } from '../reader';
import { meetingById } from './read-meetings';

export interface MeetingDraft {
	name: string;
	place: string | null;
}

export type MeetingChange = { outcome: 'done'; meeting: Meeting } | { outcome: 'missing' | 'cancelled' };

/**
 * Puts in one meeting a day, of the nämnder that the person sees.
 * @param draft its texts already scanned for personnummer
 */
export async function callMeetings(
	draft: MeetingDraft & { days: readonly Day[] },
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<Meeting[]> {
	const { database } = where;
	const units = sliceOf(reader.access).units;
	const made: Meeting[] = [];
	for (const day of draft.days) {
		const values = {
			day,
			name: draft.name,
			place: draft.place,
			units: units && [...units],
			author: reader.user.id,
			created: now
		};
		const [[row]] = await database.batch([
			database.insert(meeting).values(values).returning({ id: meeting.id }),
			recording(database, event('meeting_saved', values, reader), now)
		]);
		const kept = row && (await meetingById(row.id, reader.access, where));
		if (!kept) throw new Error(`The meeting of ${day} was not kept`);
		made.push(kept);
	}
	return made;
}

/** Changes what a meeting is called, its day or its place. */
export async function changeMeeting(
	id: number,
	change: Partial<MeetingDraft> & { day?: Day },
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<MeetingChange> {
	const { database } = where;
	const known = await meetingById(id, reader.access, where);
	if (!known) return { outcome: 'missing' };
	if (known.status === 'cancelled') return { outcome: 'cancelled' };
	await database.batch([
		database
			.update(meeting)
			.set({ ...change, changed: now })
			.where(eq(meeting.id, id)),
		recording(
			database,
			event(
				'meeting_saved',
				{ ...known, ...change },
				reader,
				change.day && { from: known.day, to: change.day }
			),
			now
		)
	]);
	return done(id, reader, where);
}

/** Cancels a meeting, or calls it again. What has been decided stays. */
export async function cancelMeeting(
	id: number,
	cancelled: boolean,
	reader: Reader,
	where: Installation = installation(),
	now = new Date()
): Promise<MeetingChange> {
	const { database } = where;
	const known = await meetingById(id, reader.access, where);
	if (!known) return { outcome: 'missing' };
	await database.batch([
		database
			.update(meeting)
			.set({ cancelled: cancelled ? now : null })
			.where(eq(meeting.id, id)),
		recording(database, event(cancelled ? 'meeting_cancelled' : 'meeting_saved', known, reader), now)
	]);
	return done(id, reader, where);
}

async function done(id: number, reader: Reader, where: Installation): Promise<MeetingChange> {
	const kept = await meetingById(id, reader.access, where);
	if (!kept) throw new Error(`Meeting ${id} was not kept`);
	return { outcome: 'done', meeting: kept };
}

function event(
	action: AuditEvent['action'],
	{ day, name }: { day: string; name: string },
	{ user }: Reader,
	detail?: Record<string, unknown>
): AuditEvent {
	return { user, action, subject: `${name} ${day}`, ...(detail ? { detail } : {}) };
}
