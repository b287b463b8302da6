import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractClock, noticeDay, type ContractTerms } from '$lib/domain/contract-clock';
import { dayFromNumber, parseIsoDay, type Day } from '$lib/domain/day';

function day(text: string): Day {
	const found = parseIsoDay(text);
	if (!found) throw new Error(`${text} is no day.`);
	return found;
}

const silent: ContractTerms = {
	endDay: null,
	extensionKind: null,
	extensionCount: null,
	extensionMonths: null,
	extensionsUsed: null,
	extensionCallMonths: null,
	noticeMonths: null
};

// A calendar of the test's own, so that the rule is checked against the law and not against itself.
type Date3 = [year: number, month: number, dayOfMonth: number];

function lengthOfMonth(year: number, month: number): number {
	const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
	return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The same day number so many months later, else the last of that month (lag 1930:173). */
function later([year, month, dayOfMonth]: Date3, months: number): Date3 {
	let [y, m] = [year, month];
	for (let step = 0; step < months; step++) [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1];
	return [y, m, Math.min(dayOfMonth, lengthOfMonth(y, m))];
}

function dayBefore([year, month, dayOfMonth]: Date3): Date3 {
	if (dayOfMonth > 1) return [year, month, dayOfMonth - 1];
	const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
	return [y, m, lengthOfMonth(y, m)];
}

const written = ([year, month, dayOfMonth]: Date3): string =>
	`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;

/** Walks back from the end, one day at a time, to the first day from which the months fit. */
function searchedNoticeDay(end: Day, months: number): string {
	let candidate: Date3 = [Number(end.slice(0, 4)), Number(end.slice(5, 7)), Number(end.slice(8, 10))];
	while (written(later(candidate, months)) > end) candidate = dayBefore(candidate);
	return written(candidate);
}

describe('the last day to give notice', () => {
	it.each([
		['2027-06-30', 6, '2026-12-31'],
		['2026-12-31', 6, '2026-06-30'],
		['2027-09-15', 6, '2027-03-15'],
		['2027-02-28', 3, '2026-11-30'],
		// From 29, 30 or 31 January one month lasts to 28 February.
		['2027-02-28', 1, '2027-01-31'],
		['2028-02-29', 1, '2028-01-31'],
		['2028-02-28', 1, '2028-01-28'],
		['2027-04-30', 2, '2027-02-28'],
		['2027-06-30', 0, '2027-06-30'],
		['2027-06-30', 12, '2026-06-30']
	])('of a contract that ends %s with %i months is %s', (end, months, expected) => {
		expect(noticeDay(day(end), months)).toBe(expected);
	});

	it('is the latest day from which the months still fit, found by a search of its own', () => {
		const anyDay = fc.integer({ min: 7305, max: 47_481 }).map(dayFromNumber);
		const monthEnd = fc
			.tuple(
				fc.integer({ min: 1995, max: 2105 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ max: 2, min: 0 })
			)
			.map(([year, month, before]) => day(written([year, month, lengthOfMonth(year, month) - before])));
		fc.assert(
			fc.property(fc.oneof(anyDay, monthEnd), fc.integer({ min: 0, max: 24 }), (end, months) => {
				expect(noticeDay(end, months)).toBe(searchedNoticeDay(end, months));
			}),
			{ numRuns: 400 }
		);
	});
});

describe('the days of a contract', () => {
	it('with six months of notice and two unused years', () => {
		const terms: ContractTerms = {
			endDay: day('2027-06-30'),
			extensionKind: 'automatisk',
			extensionCount: 2,
			extensionMonths: 12,
			extensionsUsed: 0,
			extensionCallMonths: null,
			noticeMonths: 6
		};
		expect(contractClock(terms)).toEqual({
			noticeDay: '2026-12-31',
			optionCallDay: null,
			latestEnd: '2029-06-30',
			lastSafeStart: '2025-12-31'
		});
	});

	it('counts only options that are left, added once', () => {
		const terms = { ...silent, endDay: day('2027-08-31'), extensionKind: 'option', extensionMonths: 6 };
		expect(contractClock({ ...terms, extensionCount: 4, extensionsUsed: 1 }).latestEnd).toBe('2029-02-28');
		expect(contractClock({ ...terms, extensionCount: 1, extensionsUsed: 2 }).latestEnd).toBe('2027-08-31');
	});

	it('ends when it ends where no extension is agreed', () => {
		const terms = { ...silent, endDay: day('2027-08-31'), extensionKind: 'ingen' };
		expect(contractClock(terms).latestEnd).toBe('2027-08-31');
	});

	it('without a right of notice has no notice day, and the procurement counts from the end', () => {
		expect(contractClock({ ...silent, endDay: day('2026-12-31') })).toEqual({
			noticeDay: null,
			optionCallDay: null,
			latestEnd: null,
			lastSafeStart: '2025-12-31'
		});
	});

	it('are unknown where the register says nothing', () => {
		const nothing = { noticeDay: null, optionCallDay: null, latestEnd: null, lastSafeStart: null };
		expect(contractClock(silent)).toEqual(nothing);
		expect(contractClock({ ...silent, noticeMonths: 6 })).toEqual(nothing);
		expect(
			contractClock({ ...silent, endDay: day('2027-06-30'), extensionKind: 'option', extensionCount: 2 })
				.latestEnd
		).toBeNull();
	});

	it('have no latest end when it runs until further notice', () => {
		expect(
			contractClock({ ...silent, endDay: day('2027-06-30'), extensionKind: 'tillsvidare' }).latestEnd
		).toBeNull();
	});

	it('follow another lead time when the installation sets one', () => {
		const terms = { ...silent, endDay: day('2028-08-31'), noticeMonths: 6 };
		expect(contractClock(terms).lastSafeStart).toBe('2027-02-28');
		expect(contractClock(terms, 18).lastSafeStart).toBe('2026-08-29');
	});
});
