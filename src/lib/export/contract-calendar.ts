// Days of contracts and meetings as a calendar file (RFC 5545), for a subscription and for one contract's own file.
import ical, { ICalEventTransparency } from 'ical-generator';
import { contractDays, decisionDay } from '$lib/domain/contract-days';
import type { ContractFacts, ContractStep } from '$lib/domain/contract-step';
import { dayNumber, type Day } from '$lib/domain/day';
import type { MeetingDay } from '$lib/domain/meeting';
import { calendarWords, daySentence, dayTitle, meetingSentence } from '$lib/text/calendar';

export interface CalendarContract {
	/** Unique in the register, also where a contract stands on several lines. */
	key: string;
	id: string;
	title: string;
	supplier: string | null;
	unit: string | null;
	facts: ContractFacts;
	step: ContractStep;
}

export interface CalendarContent {
	name: string;
	contracts: readonly CalendarContract[];
	meetings: readonly MeetingDay[];
	/** Whether the meetings are events of their own. */
	showMeetings: boolean;
	/** "Today" of the edition. */
	today: Day;
	/** When the edition was published, ISO: the same edition gives the same file. */
	published: string;
	/** Without a trailing slash. */
	origin: string;
}

const twelveHours = 12 * 60 * 60;

/** All-day events: an event keeps its identity when its day moves, so that calendars move it too. */
export function contractCalendar(content: CalendarContent): string {
	const { name, contracts, meetings, showMeetings, today, published, origin } = content;
	const calendar = ical({
		name,
		prodId: { company: 'Genomlys', product: 'Avtal', language: 'SV' },
		ttl: twelveHours
	});
	const add = (id: string, day: Day, summary: string, said: readonly (string | null)[], path: string) => {
		const url = `${origin}${path}`;
		calendar.createEvent({
			id: `${encodeURIComponent(id)}@genomlys`,
			stamp: new Date(published),
			// The library writes the days of the clock in Greenwich.
			start: new Date(dayNumber(day) * 86_400_000),
			allDay: true,
			summary,
			description: plain([...said, url].filter((line) => line !== null).join('\n')),
			url,
			transparency: ICalEventTransparency.TRANSPARENT
		});
	};
	for (const { key, id, title, supplier, unit, facts, step } of contracts) {
		const decideBy = decisionDay(step);
		for (const found of contractDays(facts)) {
			const meeting = found.day === decideBy ? meetingSentence(decideBy, meetings, today) : null;
			add(
				`avtal-${key}-${found.kind}`,
				found.day,
				dayTitle(found.kind, title),
				[
					daySentence(found, facts),
					meeting && `${meeting}.`,
					[supplier, unit].filter(Boolean).join(', ') || null
				],
				`/avtal/${encodeURIComponent(id)}`
			);
		}
	}
	if (showMeetings)
		for (const { id, day, name: called } of meetings)
			add(`mote-${id}`, day, `${calendarWords.meetings}: ${called}`, [], '/fragor/moten');
	// The library leaves out the last line break, which the format has.
	return `${calendar.toString()}\r\n`;
}

/** Calendars show spaces that do not break as they like. */
function plain(text: string): string {
	return text.replace(/[\u00a0\u202f]/g, ' ');
}
