// Meetings of a committee: what they are to decide, and by which meeting a contract has to be decided.
import { coversUnits } from './access';
import type { Day } from './day';
import type { Verdict } from './review';

/** What stands on an agenda: a contract, or a question that has been asked. */
export const agendaKinds = ['contract', 'question'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** How far a meeting has come. */
export const meetingStatuses = ['planned', 'papers', 'decided', 'cancelled'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** Characters, and how many meetings can be put in at once. */
export const meetingLimits = { name: 120, place: 120, decision: 4_000, atOnce: 40, items: 60 } as const;

export interface MeetingSummary {
	id: number;
	day: Day;
	name: string;
	place: string | null;
	/** The nämnder that its papers are about; null is the whole municipality. */
	units: readonly string[] | null;
	status: MeetingStatus;
	/** Points on its agenda. */
	items: number;
}

export interface MeetingDecision {
	/** Ascending in the order they were saved: the latest of a point stands. */
	id: number;
	text: string;
	verdict: Verdict | null;
	author: string;
	/** ISO instant. */
	created: string;
}

export interface AgendaItem {
	id: number;
	kind: AgendaKind;
	/** An avtals_id or the id of a thread. */
	key: string;
	/** What it was called when it was put there. */
	name: string;
	/** Latest first. */
	decisions: readonly MeetingDecision[];
}

/** One making of a meeting's papers. */
export interface PapersVersion {
	/** From 1, in the order they were made. */
	version: number;
	edition: number;
	ruleVersion: number;
	/** The edition agreed with its control totals. */
	reconciled: boolean;
	author: string;
	/** ISO instant. */
	created: string;
}

export interface Meeting extends Omit<MeetingSummary, 'items'> {
	/** In the order of the agenda. */
	items: readonly AgendaItem[];
	/** Latest first. */
	papers: readonly PapersVersion[];
}

/** Where a meeting stands. */
export function meetingStatus(facts: {
	cancelled: boolean;
	papers: number;
	decisions: number;
}): MeetingStatus {
	if (facts.cancelled) return 'cancelled';
	if (facts.decisions) return 'decided';
	return facts.papers ? 'papers' : 'planned';
}

/**
 * Whether somebody who sees these nämnder (null: all) may know the day and name of a meeting about those. Its papers are for
 * those who see all that it is about; the day of one about the whole municipality is known to everybody.
 */
export function knowsMeetingDay(about: readonly string[] | null, seen: readonly string[] | null): boolean {
	return about === null || coversUnits(seen, about);
}

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

/** The list with one thing moved up (−1) or down (1); the same order when it stands at the end already. */
export function movedBy<Thing>(things: readonly Thing[], at: number, step: -1 | 1): Thing[] {
	const to = at + step;
	const moved = things[at];
	if (moved === undefined || to < 0 || to >= things.length) return [...things];
	const others = things.toSpliced(at, 1);
	return others.toSpliced(to, 0, moved);
}

/** A day by which something has to be decided, and whether a meeting is the last one in time for it. */
export type Chance = 'last' | 'too-late' | 'later';

/**
 * What a meeting means for something with a last day: it is the last meeting in time, the day has passed before it, or a later
 * meeting is in time too.
 * @param meetings those that are held, this one among them
 */
export function chanceAt(
	meeting: { id: number; day: Day },
	lastDay: Day,
	meetings: readonly { id: number; day: Day }[],
	today: Day
): Chance {
	if (lastDay < meeting.day) return 'too-late';
	return lastMeetingBefore(meetings, lastDay, today)?.id === meeting.id ? 'last' : 'later';
}

/** A meeting as everybody who may know of it sees it. */
export interface MeetingDay {
	id: number;
	day: Day;
	name: string;
}
