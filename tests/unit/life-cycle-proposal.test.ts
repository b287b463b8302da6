// What the registers speak for: by thresholds that a person can hold them against, and never where too little is known.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, parseIsoDay, type Day } from '$lib/domain/day';
import {
	dueDecisions,
	lifeCycleProposal,
	lifeCycleThresholds,
	yearsBetween,
	type LifeCycleFacts
} from '$lib/domain/life-cycle-proposal';
import { oreFromKronor } from '$lib/domain/money';

const day = (text: string): Day => {
	const read = parseIsoDay(text);
	if (!read) throw new Error(text);
	return read;
};
const today = day('2026-11-23');
const thresholds = { rating: 3, age: 10, readiness: 0.5, small: 100_000 };
const facts = (own: Partial<LifeCycleFacts> = {}): LifeCycleFacts => ({
	lifeCycle: 'drift',
	replacedBy: null,
	retiredFrom: null,
	inUseFrom: day('2021-08-01'),
	rating: 4,
	yearlyCost: 500_000,
	readiness: { low: 0.5, high: 0.8 },
	...own
});
const propose = (own: Partial<LifeCycleFacts> = {}) => lifeCycleProposal(facts(own), thresholds, today);

test('how well it serves and how well it stands decide, at the threshold as above it', () => {
	expect(propose().choice).toBe('investera');
	expect(propose({ rating: 3 }).choice).toBe('investera');
	expect(propose({ rating: 2.9 }).choice).toBe('tolerera');
	expect(propose({ inUseFrom: day('2016-11-23') }).choice).toBe('migrera');
	expect(propose({ inUseFrom: day('2016-11-24') }).choice).toBe('investera');
	expect(propose({ readiness: { low: 0, high: 0.4 } }).choice).toBe('migrera');
	expect(propose({ rating: 2, readiness: { low: 0, high: 0.4 } }).choice).toBe('eliminera');
	expect(propose({ yearlyCost: 99_999 })).toMatchObject({
		choice: 'tolerera',
		reasons: [
			{ kind: 'serves', rating: 4 },
			{ kind: 'not-old', years: 5 },
			{ kind: 'free', low: 0.5 },
			{ kind: 'small' }
		]
	});
});

test('what is being retired moves where it has a successor, and ends where it has none', () => {
	expect(propose({ lifeCycle: 'avvecklas', replacedBy: 'S-2', rating: null }).choice).toBe('migrera');
	expect(propose({ retiredFrom: day('2027-06-30') })).toMatchObject({
		choice: 'eliminera',
		reasons: [{ kind: 'retires', day: '2027-06-30', replacedBy: null }]
	});
	expect(propose({ lifeCycle: 'införs', rating: null, inUseFrom: null }).choice).toBe('investera');
});

test('what is unknown gives no proposal and is named, but not where the answer could change nothing', () => {
	expect(propose({ rating: null })).toMatchObject({ choice: null, missing: ['rating'] });
	expect(propose({ inUseFrom: null })).toMatchObject({ choice: null, missing: ['age'] });
	expect(propose({ readiness: { low: 0.2, high: 0.9 } })).toMatchObject({
		choice: null,
		missing: ['readiness']
	});
	expect(propose({ readiness: { low: null, high: null } }).missing).toEqual(['readiness']);
	expect(propose({ yearlyCost: null })).toMatchObject({ choice: null, missing: ['cost'] });
	// Old is enough to stand badly: answers about leaving could not make it stand well.
	expect(propose({ inUseFrom: day('2001-01-01'), readiness: { low: null, high: null } })).toMatchObject({
		choice: 'migrera',
		missing: []
	});
});

test('a proposal and what is missing never go together', () => {
	const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });
	const share = fc.constantFrom(0, 0.4, 0.5, 1);
	const any = fc.record({
		lifeCycle: fc.constantFrom(null, 'drift', 'införs', 'avvecklas'),
		replacedBy: maybe(fc.constant('S-2')),
		retiredFrom: maybe(fc.constantFrom(day('2025-01-01'), day('2027-01-01'))),
		inUseFrom: maybe(fc.constantFrom(day('2001-01-01'), day('2024-01-01'))),
		rating: maybe(fc.constantFrom(1, 3, 5)),
		yearlyCost: maybe(fc.constantFrom(-5, 0, 99_999, 100_000)),
		readiness: maybe(fc.tuple(share, share)).map((two) =>
			two === null ? { low: null, high: null } : { low: Math.min(...two), high: Math.max(...two) }
		)
	});
	fc.assert(
		fc.property(any, (drawn) => {
			const { choice, missing } = lifeCycleProposal(drawn, thresholds, today);
			expect(choice === null).toBe(missing.length > 0);
		})
	);
});

test('the municipality has thresholds before anybody has said any', () => {
	expect(lifeCycleThresholds([])).toEqual({
		rating: 3,
		age: 10,
		readiness: 0.3,
		small: oreFromKronor(300_000)
	});
});

test('years are whole ones', () => {
	expect(yearsBetween(day('2016-11-24'), today)).toBe(9);
	expect(yearsBetween(day('2016-11-23'), today)).toBe(10);
	expect(yearsBetween(day('2024-02-29'), day('2025-02-28'))).toBe(1);
	expect(yearsBetween(day('2027-01-01'), today)).toBe(0);
});

test('what falls due from today and two years on comes by kronor, and a contract once', () => {
	const contract = (contractId: string, noticeDay: string | null, endDay: string | null) => ({
		contractId,
		noticeDay: noticeDay === null ? null : day(noticeDay),
		endDay: endDay === null ? null : day(endDay)
	});
	const due = dueDecisions(
		[
			{
				systemId: 'A',
				yearlyCost: 100,
				retiredFrom: addMonths(today, 24),
				contracts: [contract('1', '2026-11-23', '2027-05-23')]
			},
			{ systemId: 'B', yearlyCost: null, retiredFrom: today, contracts: [] },
			{
				systemId: 'C',
				yearlyCost: 900,
				retiredFrom: null,
				contracts: [contract('2', '2026-11-22', '2027-02-28'), contract('3', null, '2028-11-24')]
			}
		],
		today
	);
	expect(due.map(({ systemId, kind, day: by }) => [systemId, kind, by])).toEqual([
		['C', 'avtalsslut', '2027-02-28'],
		['A', 'uppsagning', '2026-11-23'],
		['A', 'avveckling', '2028-11-23'],
		['B', 'avveckling', '2026-11-23']
	]);
});
