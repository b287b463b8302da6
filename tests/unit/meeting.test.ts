// Meetings: where they stand, who sees them, the order of an agenda, and the last one in time for a contract.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coversUnits } from '$lib/domain/access';
import { addDays, parseIsoDay, type Day } from '$lib/domain/day';
import { chanceAt, lastMeetingBefore, meetingStatus, movedBy } from '$lib/domain/meeting';
import { daysOf } from '../../src/routes/(app)/fragor/moten/parts/days-of';

function day(text: string): Day {
	const read = parseIsoDay(text);
	if (!read) throw new Error(text);
	return read;
}
const today = day('2026-08-31');
const meetings = ['2026-09-16', '2026-12-09', '2026-10-14'].map((text, id) => ({ id, day: day(text) }));
const [september, december, october] = meetings;

test('a meeting that is cancelled is cancelled, whatever was decided; a decision weighs more than papers', () => {
	expect(meetingStatus({ cancelled: true, papers: 1, decisions: 1 })).toBe('cancelled');
	expect(meetingStatus({ cancelled: false, papers: 1, decisions: 1 })).toBe('decided');
	expect(meetingStatus({ cancelled: false, papers: 2, decisions: 0 })).toBe('papers');
	expect(meetingStatus({ cancelled: false, papers: 0, decisions: 0 })).toBe('planned');
});

test('what is about some nämnder is seen by those who see all of them, one about all by those who see all', () => {
	expect(coversUnits(null, null)).toBe(true);
	expect(coversUnits(null, ['Skola'])).toBe(true);
	expect(coversUnits(['Skola'], null)).toBe(false);
	expect(coversUnits(['Skola', 'Kultur'], ['Skola'])).toBe(true);
	expect(coversUnits(['Skola'], ['Skola', 'Kultur'])).toBe(false);
});

test('the last day of the year is decided at the last meeting before it, not at an earlier one', () => {
	const lastDay = day('2026-12-31');
	if (!september || !december || !october) throw new Error('No meetings');
	expect(lastMeetingBefore(meetings, lastDay, today)).toBe(december);
	expect(chanceAt(december, lastDay, meetings, today)).toBe('last');
	expect(chanceAt(october, lastDay, meetings, today)).toBe('later');
	expect(chanceAt(october, day('2026-12-08'), meetings, today)).toBe('last');
	expect(chanceAt(october, day('2026-10-14'), meetings, today)).toBe('last');
	expect(chanceAt(october, day('2026-10-13'), meetings, today)).toBe('too-late');
});

test('every last day from the first meeting on has exactly one meeting that is the last in time', () => {
	fc.assert(
		fc.property(fc.integer({ min: 16, max: 400 }), (days) => {
			const lastDay = addDays(today, days);
			const last = meetings.filter((meeting) => chanceAt(meeting, lastDay, meetings, today) === 'last');
			expect(last).toHaveLength(1);
		})
	);
});

test('moving a point down and up again gives the same agenda, and never loses one', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), (items, seed) => {
			const at = seed % items.length;
			const moved = movedBy(items, at, 1);
			expect([...moved].sort()).toEqual([...items].sort());
			expect(movedBy(moved, Math.min(at + 1, items.length - 1), at + 1 < items.length ? -1 : 1)).toEqual(
				items
			);
		})
	);
	expect(movedBy(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});

test('several days are read one a line, in order and once each, and what is no day is named', () => {
	expect(daysOf('2026-12-09\n 2026-10-14\n\n2026-12-09')).toEqual({
		days: ['2026-10-14', '2026-12-09'],
		bad: []
	});
	expect(daysOf('2026-02-30\n9 december')).toEqual({ days: [], bad: ['2026-02-30', '9 december'] });
});
