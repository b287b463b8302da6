import { describe, expect, it } from 'vitest';
import { contractClock, optionsLeft } from '$lib/domain/contract-clock';
import { contractStep, decisionLimit, isInForce, type ContractFacts } from '$lib/domain/contract-step';
import { parseIsoDay, type Day } from '$lib/domain/day';

function day(text: string): Day {
	const found = parseIsoDay(text);
	if (!found) throw new Error(`${text} is no day.`);
	return found;
}

const today = day('2026-08-31');

/** A contract of the register; its days follow from its terms. */
function contract(
	terms: Partial<Omit<ContractFacts, 'noticeDay' | 'optionCallDay' | 'latestEnd' | 'lastSafeStart'>>
): ContractFacts {
	const facts = {
		startDay: day('2022-01-01'),
		endDay: null,
		extensionKind: null,
		extensionCount: null,
		extensionMonths: null,
		extensionsUsed: null,
		extensionCallMonths: null,
		noticeMonths: null,
		ceilingShare: null,
		...terms
	};
	return { ...facts, ...contractClock(facts) };
}

const stepOf = (terms: Parameters<typeof contract>[0]) => contractStep(contract(terms), today);

it('decisions are near to the end of the seventh month from now', () => {
	expect(decisionLimit(today)).toBe('2027-03-31');
	expect(decisionLimit(day('2026-07-01'))).toBe('2027-02-28');
	expect(decisionLimit(day('2027-07-31'))).toBe('2028-02-29');
});

describe('the next step', () => {
	it('of a contract that renews itself is to give notice', () => {
		expect(stepOf({ endDay: day('2027-06-30'), extensionKind: 'automatisk', noticeMonths: 6 })).toEqual({
			kind: 'give-notice',
			group: 'decide-soon',
			day: '2026-12-31',
			startPassed: true
		});
	});

	it('of one that renewed itself without anybody saying stop is that it renews', () => {
		expect(stepOf({ endDay: day('2026-12-31'), extensionKind: 'automatisk', noticeMonths: 6 })).toMatchObject(
			{
				kind: 'renews',
				group: 'passed',
				day: '2026-12-31'
			}
		);
	});

	it('can still be taken on its last day, but not on the day after', () => {
		const terms = { endDay: day('2027-02-28'), extensionKind: 'automatisk', noticeMonths: 6 };
		expect(stepOf(terms)).toMatchObject({ kind: 'give-notice', day: '2026-08-31' });
		expect(contractStep(contract(terms), day('2026-09-01'))).toMatchObject({ kind: 'renews' });
	});

	it('of a contract with options left is to call one, by its own day', () => {
		const option = { extensionKind: 'option', extensionCount: 2, extensionMonths: 12, extensionsUsed: 1 };
		expect(stepOf({ ...option, endDay: day('2027-09-15'), noticeMonths: 6 })).toMatchObject({
			kind: 'extend',
			group: 'decide-soon',
			day: '2027-03-15'
		});
		// Nine months to call the option, six to give notice: the call comes first.
		expect(
			stepOf({ ...option, endDay: day('2027-12-31'), noticeMonths: 6, extensionCallMonths: 9 })
		).toMatchObject({ kind: 'extend', group: 'later', day: '2027-03-31' });
	});

	it('of a contract whose option was not called in time is to procure', () => {
		expect(
			stepOf({
				endDay: day('2027-04-30'),
				extensionKind: 'option',
				extensionCount: 1,
				extensionMonths: 12,
				extensionsUsed: 0,
				extensionCallMonths: 9,
				noticeMonths: 3
			})
		).toMatchObject({ kind: 'procure', group: 'decide-soon', day: '2027-01-31', startPassed: true });
	});

	it('of a contract that just ends is to start a procurement while that is safe', () => {
		expect(stepOf({ endDay: day('2028-06-30'), extensionKind: 'ingen', noticeMonths: 6 })).toEqual({
			kind: 'procure',
			group: 'start-soon',
			day: '2026-12-31',
			startPassed: false
		});
		expect(stepOf({ endDay: day('2027-08-31'), extensionKind: 'ingen', noticeMonths: 6 })).toEqual({
			kind: 'procure',
			group: 'decide-soon',
			day: '2027-02-28',
			startPassed: true
		});
		expect(stepOf({ endDay: day('2026-12-31'), extensionKind: 'ingen' })).toEqual({
			kind: 'ends',
			group: 'passed',
			day: '2026-12-31',
			startPassed: true
		});
	});

	it('waits where the start lies beyond the limit', () => {
		expect(stepOf({ endDay: day('2030-06-30'), extensionKind: 'ingen', noticeMonths: 6 })).toMatchObject({
			kind: 'procure',
			group: 'later',
			day: '2028-12-31'
		});
	});

	it('is the ceiling when that is reached, whatever else is near', () => {
		const terms = { endDay: day('2027-06-30'), extensionKind: 'automatisk', noticeMonths: 6 };
		expect(stepOf({ ...terms, ceilingShare: 1 })).toMatchObject({
			kind: 'ceiling-reached',
			group: 'ceiling'
		});
		expect(stepOf({ ...terms, ceilingShare: 0.999 })).toMatchObject({ kind: 'give-notice' });
	});

	it('is a ceiling that is near only when no decision is', () => {
		const later = { endDay: day('2030-06-30'), extensionKind: 'ingen', noticeMonths: 3 };
		expect(stepOf({ ...later, ceilingShare: 0.8 })).toMatchObject({ kind: 'ceiling-near', group: 'later' });
		expect(stepOf({ ...later, ceilingShare: 0.79 })).toMatchObject({ kind: 'procure' });
	});

	it('of one that runs until further notice has no day', () => {
		expect(stepOf({ extensionKind: 'tillsvidare', noticeMonths: 3 })).toEqual({
			kind: 'open-ended',
			group: 'later',
			day: null,
			startPassed: false
		});
	});

	it('is unknown without an end, never guessed', () => {
		expect(stepOf({ noticeMonths: 3 })).toMatchObject({ kind: 'unknown', group: 'unknown', day: null });
	});

	it('is nothing for what has ended, even with its ceiling reached', () => {
		expect(stepOf({ endDay: day('2026-08-30'), extensionKind: 'ingen', ceilingShare: 1.2 })).toEqual({
			kind: 'expired',
			group: 'expired',
			day: '2026-08-30',
			startPassed: false
		});
	});
});

describe('a contract is in force', () => {
	const inForce = (terms: Parameters<typeof contract>[0]) => isInForce(contract(terms), today);
	it('from its first day through its last', () => {
		expect(inForce({ startDay: today, endDay: today })).toBe(true);
		expect(inForce({ endDay: day('2026-08-30') })).toBe(false);
		expect(inForce({ startDay: day('2026-09-01') })).toBe(false);
	});
	it('as long as the register does not show otherwise', () => {
		expect(inForce({ startDay: null })).toBe(true);
		expect(inForce({ extensionKind: 'tillsvidare', endDay: day('2020-01-01') })).toBe(true);
	});
});

it('options left are those agreed less those used, and unknown when either is', () => {
	const left = (count: number | null, used: number | null, kind = 'option') =>
		optionsLeft(contract({ extensionKind: kind, extensionCount: count, extensionsUsed: used }));
	expect(left(3, 2)).toBe(1);
	expect(left(1, 2)).toBe(0);
	expect(left(null, 0)).toBeNull();
	expect(left(2, null)).toBeNull();
	expect(left(null, null, 'ingen')).toBe(0);
});
