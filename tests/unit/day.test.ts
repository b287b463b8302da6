import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	addMonths,
	dayFromExcelSerial,
	dayFromNumber,
	dayNumber,
	dayOf,
	dayParts,
	daysBetween,
	daysInMonth,
	firstOfMonth,
	isLeapYear,
	lastOfMonth,
	parseIsoDay,
	type Day
} from '../../src/lib/domain/day';

/** A day that must exist. */
function day(text: string): Day {
	const found = parseIsoDay(text);
	if (found === null) throw new Error(`No such day: ${text}`);
	return found;
}

/** 1950-01-01 to 2149-12-31. */
const anyDay = fc.integer({ min: -7305, max: 65_744 }).map(dayFromNumber);

describe('a day', () => {
	it('exists only when the calendar has it', () => {
		expect(parseIsoDay('2024-02-29')).toBe('2024-02-29');
		expect(parseIsoDay('2026-02-29')).toBeNull();
		expect(parseIsoDay('2026-04-31')).toBeNull();
		expect(parseIsoDay('2026-00-10')).toBeNull();
		expect(parseIsoDay('26-04-30')).toBeNull();
		expect(parseIsoDay('2026-04-30T00:00')).toBeNull();
		expect(dayOf(2026, 12, 32)).toBeNull();
		expect(dayOf(2201, 1, 1)).toBeNull();
	});

	it('knows leap years: 2000 and 2024 are, 1900 and 2023 are not', () => {
		expect([2000, 2024, 1900, 2023].map(isLeapYear)).toEqual([true, true, false, false]);
		expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([
			31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
		]);
		expect(firstOfMonth(2026, 3)).toBe('2026-03-01');
		expect(lastOfMonth(2028, 2)).toBe('2028-02-29');
	});

	it('comes back from its parts and from its number', () => {
		fc.assert(
			fc.property(anyDay, (some) => {
				const { year, month, dayOfMonth } = dayParts(some);
				expect(dayOf(year, month, dayOfMonth)).toBe(some);
				expect(dayFromNumber(dayNumber(some))).toBe(some);
			})
		);
	});
});

describe('adding months, by lag 1930:173', () => {
	it('keeps the day number', () => {
		expect(addMonths(day('2026-12-15'), 3)).toBe('2027-03-15');
		expect(addMonths(day('2027-06-30'), -6)).toBe('2026-12-30');
	});

	it('takes the last of the month where the number is missing', () => {
		expect(addMonths(day('2027-01-31'), 1)).toBe('2027-02-28');
		expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
		expect(addMonths(day('2026-12-31'), -6)).toBe('2026-06-30');
	});

	it('lands in the month asked for, on the same number or the last of the month', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (start, months) => {
				const before = dayParts(start);
				const after = dayParts(addMonths(start, months));
				expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months);
				expect(after.dayOfMonth).toBe(Math.min(before.dayOfMonth, daysInMonth(after.year, after.month)));
			})
		);
	});

	it('never passes a later day', () => {
		fc.assert(
			fc.property(anyDay, anyDay, fc.integer({ min: -60, max: 60 }), (first, second, months) => {
				const [early, late] = first <= second ? [first, second] : [second, first];
				return addMonths(early, months) <= addMonths(late, months);
			})
		);
	});
});

describe('adding days', () => {
	it('crosses months and leap days', () => {
		expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
		expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
		expect(daysBetween(day('2026-11-21'), day('2026-12-31'))).toBe(40);
	});

	it('is the inverse of counting them', () => {
		fc.assert(fc.property(anyDay, anyDay, (from, to) => addDays(from, daysBetween(from, to)) === to));
	});
});

describe('Excel’s day numbers', () => {
	it('61 is 1 March 1900, 45658 is 1 January 2025', () => {
		expect(dayFromExcelSerial(61)).toBe('1900-03-01');
		expect(dayFromExcelSerial(45_658)).toBe('2025-01-01');
	});

	it('drop the time of day', () => {
		expect(dayFromExcelSerial(45_658.75)).toBe('2025-01-01');
	});

	it('are no days before March 1900, where Excel has a leap day that never was, or past 2200', () => {
		expect(dayFromExcelSerial(60)).toBeNull();
		expect(dayFromExcelSerial(0)).toBeNull();
		expect(dayFromExcelSerial(-5)).toBeNull();
		expect(dayFromExcelSerial(109_939)).toBe('2200-12-31');
		expect(dayFromExcelSerial(109_940)).toBeNull();
	});

	it('follow each other as days do', () => {
		fc.assert(
			fc.property(fc.integer({ min: 61, max: 109_938 }), (serial) => {
				const today = dayFromExcelSerial(serial);
				const tomorrow = dayFromExcelSerial(serial + 1);
				return today !== null && tomorrow !== null && addDays(today, 1) === tomorrow;
			})
		);
	});
});
