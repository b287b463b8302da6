// The days of meetings to come, as those see them who have something to decide there.
import { asc, isNull } from 'drizzle-orm';
import type { Access } from '$lib/domain/access';
import { parseIsoDay } from '$lib/domain/day';
import { knowsMeetingDay, type MeetingDay } from '$lib/domain/meeting';
import { meeting } from '../database/review-schema';
import { installation, type Installation } from '../editions/installation';

/**
 * Meetings that are held today or later, nearest first. The day of a meeting about the whole municipality is known to
 * everybody; that of some nämnder to those who see all of them.
 */
export async function meetingDays(
	access: Access,
	where: Installation = installation()
): Promise<MeetingDay[]> {
	const rows = await where.database
		.select({ id: meeting.id, day: meeting.day, name: meeting.name, units: meeting.units })
		.from(meeting)
		.where(isNull(meeting.cancelled))
		.orderBy(asc(meeting.day), asc(meeting.id));
	return rows.flatMap(({ id, day: text, name, units }) => {
		const day = parseIsoDay(text);
		return day && knowsMeetingDay(units, access.units) && day >= where.today() ? [{ id, day, name }] : [];
	});
}
