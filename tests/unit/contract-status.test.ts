import { describe, expect, it, test } from 'vitest';
import { contractClock, type ContractTerms } from '$lib/domain/contract-clock';
import { contractStatusesOf } from '$lib/domain/contract-status';
import { isInForce } from '$lib/domain/contract-step';
import { valueBand } from '$lib/domain/contract-value';
import { parseIsoDay, type Day } from '$lib/domain/day';

function day(text: string): Day {
	const found = parseIsoDay(text);
	if (!found) throw new Error(`${text} is no day.`);
	return found;
}

const today = day('2026-08-31');
const silent: ContractTerms = {
	endDay: null,
	extensionKind: null,
	extensionCount: null,
	extensionMonths: null,
	extensionsUsed: null,
	extensionCallMonths: null,
	noticeMonths: null
};

function statusesOf(said: Partial<ContractTerms> & { startDay?: Day; ceilingShare?: number }) {
	const terms = { ...silent, ...said };
	const facts = {
		...terms,
		...contractClock(terms),
		startDay: said.startDay ?? null,
		ceilingShare: said.ceilingShare ?? null
	};
	return contractStatusesOf(facts, isInForce(facts, today), today);
}

describe('where a contract stands', () => {
	it('notice can be given through its last day, and has passed the day after', () => {
		// Six months before 28 February 2027 is 31 August 2026: today.
		expect(statusesOf({ endDay: day('2027-02-28'), noticeMonths: 6 })).toEqual([
			'in-force',
			'can-give-notice'
		]);
		expect(statusesOf({ endDay: day('2027-02-27'), noticeMonths: 6 })).toEqual(['in-force', 'notice-passed']);
	});

	it('until further notice it can always be given, where its time is known', () => {
		expect(statusesOf({ extensionKind: 'tillsvidare', noticeMonths: 3 })).toEqual([
			'in-force',
			'can-give-notice'
		]);
		expect(statusesOf({ extensionKind: 'tillsvidare' })).toEqual(['in-force']);
	});

	it('without a known time of notice nobody knows whether it can be given', () => {
		expect(statusesOf({ endDay: day('2027-06-30') })).toEqual(['in-force']);
		expect(statusesOf({})).toEqual(['in-force']);
	});

	it('a used option is an option year; one that is left, or a renewal by itself, is none', () => {
		const option = { endDay: day('2028-12-31'), extensionKind: 'option', extensionCount: 2 };
		expect(statusesOf({ ...option, extensionsUsed: 1 })).toContain('option-year');
		expect(statusesOf({ ...option, extensionsUsed: 0 })).not.toContain('option-year');
		expect(statusesOf({ ...option, extensionsUsed: null })).not.toContain('option-year');
		expect(statusesOf({ ...option, extensionKind: 'automatisk', extensionsUsed: 1 })).not.toContain(
			'option-year'
		);
	});

	it('has ended the day after its last, and nothing else holds of it', () => {
		const ended = { extensionKind: 'option', extensionCount: 1, extensionsUsed: 1, noticeMonths: 3 };
		expect(statusesOf({ ...ended, endDay: day('2026-08-30'), ceilingShare: 1.2 })).toEqual(['expired']);
		expect(statusesOf({ endDay: today, ceilingShare: 1 })).toEqual(['in-force', 'ceiling-reached']);
	});

	it('is nowhere before it begins', () => {
		expect(statusesOf({ startDay: day('2026-09-01'), endDay: day('2028-12-31'), noticeMonths: 3 })).toEqual(
			[]
		);
	});
});

test.each([
	[null, null, 'unknown'],
	[99_999_999, null, 'under-1'],
	[100_000_000, null, '1-10'],
	[999_999_999, null, '1-10'],
	[1_000_000_000, null, '10-50'],
	[4_999_999_999, null, '10-50'],
	[5_000_000_000, null, 'over-50'],
	// The value says more than the most it could come to.
	[99, 5_000_000_000, 'under-1'],
	[null, 5_000_000_000, 'over-50'],
	[0, null, 'under-1']
] as const)('a value of %s öre and a ceiling of %s are in the band %s', (value, ceiling, band) => {
	expect(valueBand(value, ceiling)).toBe(band);
});
