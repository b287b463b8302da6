// Meetings of a committee: what they are to decide, and by which meeting a contract has to be decided.
import type { Day } from './day';

/** What stands on an agenda: a contract, or a question that has been asked. */
export const agendaKinds = ['contract', 'question'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/**
 * The last meeting at which something can be decided in time: on or before its last day, and not before today.
 * @param days meeting days, in any order
 * @returns null when no meeting is held before the day
 */
export function lastMeetingBefore<Meeting extends { day: Day }>(
	meetings: readonly Meeting[],
	lastDay: Day,
	today: Day
): Meeting | null {
	return meetings
		.filter(({ day }) => day >= today && day <= lastDay)
		.reduce<Meeting | null>((last, meeting) => (last && last.day >= meeting.day ? last : meeting), null);
}
