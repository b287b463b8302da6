import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/lib/domain/day';
import {
	followUpPeriod,
	monthEnd,
	monthFrom,
	monthOf,
	monthPlus,
	monthsOf,
	monthStart,
	parseMonth,
	yearBefore
} from '../../src/lib/domain/period';

const month = fc
	.tuple(fc.integer({ min: 1950, max: 2150 }), fc.integer({ min: 1, max: 12 }))
	.map(([year, number]) => monthFrom(year, number));
const steps = fc.integer({ min: -500, max: 500 });

describe('a month', () => {
	it('is read from its text, and only from that', () => {
		expect(parseMonth('2026-08')).toBe('2026-08');
		expect(parseMonth('2026-13')).toBeNull();
		expect(parseMonth('2026-8')).toBeNull();
		expect(parseMonth('202608')).toBeNull();
		expect(parseMonth('1899-12')).toBeNull();
	});

	it('starts on its first day and ends on its last, also in a leap year', () => {
		expect(monthStart(monthFrom(2024, 2))).toBe('2024-02-01');
		expect(monthEnd(monthFrom(2024, 2))).toBe('2024-02-29');
		expect(monthEnd(monthFrom(2100, 2))).toBe('2100-02-28');
		expect(monthEnd(monthFrom(2026, 4))).toBe('2026-04-30');
	});

	it('holds the days in it', () => {
		const day = dayOf(2026, 8, 31);
		expect(day && monthOf(day)).toBe('2026-08');
	});

	it('is moved over the turn of the year', () => {
		expect(monthPlus(monthFrom(2026, 11), 3)).toBe('2027-02');
		expect(monthPlus(monthFrom(2026, 1), -1)).toBe('2025-12');
		expect(monthPlus(monthFrom(2026, 12), -12)).toBe('2025-12');
	});

	it('comes back when moved there and back', () => {
		fc.assert(
			fc.property(month, steps, (start, count) => monthPlus(monthPlus(start, count), -count) === start)
		);
	});

	it('moves as far in two steps as in one', () => {
		fc.assert(
			fc.property(month, steps, steps, (start, first, second) => {
				expect(monthPlus(monthPlus(start, first), second)).toBe(monthPlus(start, first + second));
			})
		);
	});

	it('is later as text when it is later in time', () => {
		fc.assert(
			fc.property(month, fc.integer({ min: 1, max: 500 }), (start, count) => monthPlus(start, count) > start)
		);
	});
});

describe('a period', () => {
	it('lists its months, both ends included', () => {
		expect(monthsOf({ from: monthFrom(2025, 11), to: monthFrom(2026, 2) })).toEqual([
			'2025-11',
			'2025-12',
			'2026-01',
			'2026-02'
		]);
		expect(monthsOf({ from: monthFrom(2026, 2), to: monthFrom(2026, 1) })).toEqual([]);
	});

	it('has as many months as the distance between its ends, and one', () => {
		fc.assert(
			fc.property(month, fc.integer({ min: 0, max: 120 }), (from, count) => {
				expect(monthsOf({ from, to: monthPlus(from, count) })).toHaveLength(count + 1);
			})
		);
	});

	it('has a twin the year before', () => {
		expect(yearBefore({ from: monthFrom(2026, 1), to: monthFrom(2026, 8) })).toEqual({
			from: '2025-01',
			to: '2025-08'
		});
	});

	it('of a follow-up always starts in January: T1 to April, T2 to August, VB to December', () => {
		expect(followUpPeriod(2026, 'T1')).toEqual({ from: '2026-01', to: '2026-04' });
		expect(followUpPeriod(2026, 'T2')).toEqual({ from: '2026-01', to: '2026-08' });
		expect(followUpPeriod(2026, 'VB')).toEqual({ from: '2026-01', to: '2026-12' });
	});
});
