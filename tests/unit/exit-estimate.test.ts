import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Range } from '$lib/domain/assumption';
import { commitment, firstExitDay, monthsLeft } from '$lib/domain/contract-commitment';
import { addDays, addMonths, parseIsoDay, type Day } from '$lib/domain/day';
import {
	exitAssumptions,
	exitByUsers,
	exitDriver,
	exitEstimate,
	type ExitAssumptions,
	type ExitSystemFacts
} from '$lib/domain/exit-estimate';

const kr = 100;
const day = (text: string): Day => {
	const found = parseIsoDay(text);
	if (!found) throw new Error(text);
	return found;
};
const today = day('2026-08-31');
const known: ExitSystemFacts = {
	yearlyCost: 1_200_000 * kr,
	users: 100,
	integrations: 2,
	commitment: { low: 50_000 * kr, likely: 50_000 * kr, high: 80_000 * kr }
};
const standard = exitAssumptions([], null);

it('with the standards, 100 users, 2 integrations and 100 000 kr a month, leaving likely costs what a person can add up', () => {
	const found = exitEstimate(known, standard);
	const likely = Object.fromEntries(found.parts.map(({ name, cost }) => [name, (cost?.likely ?? 0) / kr]));
	expect(likely).toEqual({
		migration_fixed: 400_000,
		migration_users: 90_000,
		integrations: 300_000,
		parallel_run: 300_000,
		training: 100 * 3 * 420,
		termination: 50_000,
		procurement: 500_000
	});
	expect(found.cost.likely).toBe(1_766_000 * kr);
	// 12 × 1 766 000 / 1 200 000.
	expect(found.months?.likely).toBeCloseTo(17.66);
	expect(found.missing).toEqual([]);
});

it('unknown users leave two parts unknown, and the whole is at least the rest', () => {
	const found = exitEstimate({ ...known, users: null }, standard);
	const unknown = found.parts.filter(({ cost }) => cost === null);
	expect(unknown.map(({ name, missing }) => [name, missing])).toEqual([
		['migration_users', ['users']],
		['training', ['users']]
	]);
	expect(found.cost).toMatchObject({ likely: null, high: null });
	expect(found.cost.low).toBe(found.known.low);
	expect(found.cost.low).toBeGreaterThan(0);
});

it('a system without cost in the ledger has no exit months, and no cost of running two', () => {
	for (const yearlyCost of [null, 0, -5]) {
		const found = exitEstimate({ ...known, yearlyCost }, standard);
		expect(found.months).toBeNull();
		expect(found.missing).toEqual(['cost']);
	}
});

const range: fc.Arbitrary<Range> = fc
	.tuple(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000))
	.map(([low, more, most]) => ({ low, likely: low + more, high: low + more + most }));
const someAssumptions: fc.Arbitrary<ExitAssumptions> = fc.record({
	migrationFixed: range,
	migrationPerUser: range,
	integration: range,
	parallelMonths: range.map(({ low, likely, high }) => ({
		low: low / 100_000,
		likely: likely / 100_000,
		high: high / 100_000
	})),
	trainingHoursPerUser: range,
	workingHour: fc.nat(100_000),
	procurement: range
});
const someFacts: fc.Arbitrary<ExitSystemFacts> = fc.record({
	yearlyCost: fc.option(fc.nat(1_000_000_000)),
	users: fc.option(fc.nat(50_000)),
	integrations: fc.option(fc.nat(100)),
	commitment: fc.option(range)
});

it('low is never above likely, nor likely above high', () => {
	fc.assert(
		fc.property(someFacts, someAssumptions, (facts, assumed) => {
			const { cost, known: sure } = exitEstimate(facts, assumed);
			expect(sure.low).toBeLessThanOrEqual(sure.likely);
			expect(sure.likely).toBeLessThanOrEqual(sure.high);
			if (cost.likely !== null) expect(cost.low).toBeLessThanOrEqual(cost.likely);
		})
	);
});

it('an answer never widens the interval', () => {
	fc.assert(
		fc.property(
			someFacts,
			someAssumptions,
			fc.constantFrom('users', 'integrations', 'commitment', 'yearlyCost'),
			(facts, assumed, hidden) => {
				const before = exitEstimate({ ...facts, [hidden]: null }, assumed).cost;
				const after = exitEstimate(facts, assumed).cost;
				expect(after.low).toBeGreaterThanOrEqual(before.low);
				if (before.high !== null) expect(after.high).toBe(before.high);
			}
		)
	);
});

it('more of anything that is assumed never makes it cheaper to leave', () => {
	const names = [
		'migrationFixed',
		'migrationPerUser',
		'integration',
		'parallelMonths',
		'trainingHoursPerUser',
		'procurement'
	] as const;
	fc.assert(
		fc.property(
			someFacts,
			someAssumptions,
			fc.constantFrom(...names, 'workingHour' as const),
			fc.nat(1000),
			(facts, assumed, name, more) => {
				const before = exitEstimate(facts, assumed).known;
				const raised =
					name === 'workingHour'
						? { ...assumed, workingHour: (assumed.workingHour ?? 0) + more }
						: { ...assumed, [name]: raisedBy(assumed[name], more) };
				const after = exitEstimate(facts, raised).known;
				for (const end of ['low', 'likely', 'high'] as const)
					expect(after[end]).toBeGreaterThanOrEqual(before[end]);
			}
		)
	);
});

const raisedBy = (one: Range | null, more: number): Range | null =>
	one && { low: one.low + more, likely: one.likely + more, high: one.high + more };

const terms = {
	startDay: null,
	endDay: day('2026-12-31'),
	extensionKind: 'automatisk',
	extensionMonths: 12,
	noticeMonths: 6,
	noticeDay: day('2026-06-30')
};

it('a contract past its notice day binds a further term', () => {
	expect(firstExitDay(terms, today)).toBe('2027-12-31');
	expect(firstExitDay({ ...terms, extensionMonths: null }, today)).toBeNull();
});

it('a contract with its notice day ahead, or an option that only the buyer calls, ends when it ends', () => {
	expect(firstExitDay({ ...terms, noticeDay: day('2026-09-30') }, today)).toBe('2026-12-31');
	expect(firstExitDay({ ...terms, extensionKind: 'option', noticeDay: null }, today)).toBe('2026-12-31');
});

it('a contract that runs until further notice binds its notice; without known notice nobody can say', () => {
	expect(firstExitDay({ ...terms, extensionKind: 'tillsvidare', noticeMonths: 3 }, today)).toBe('2026-11-30');
	expect(firstExitDay({ ...terms, extensionKind: 'tillsvidare', noticeMonths: null }, today)).toBeNull();
	expect(firstExitDay({ ...terms, extensionKind: null, noticeDay: null }, today)).toBeNull();
	expect(firstExitDay({ ...terms, endDay: null }, today)).toBeNull();
});

it('whole months and a part of one are left', () => {
	expect(monthsLeft(day('2027-08-31'), today)).toBe(12);
	expect(monthsLeft(day('2026-12-31'), today)).toBe(4);
	expect(monthsLeft(day('2026-09-15'), today)).toBe(0.5);
	expect(monthsLeft(today, today)).toBe(0);
});

it('months left grow day by day, and a month more is one more', () => {
	fc.assert(
		fc.property(fc.nat(4000), fc.nat(100), (days, months) => {
			const later = addDays(today, days);
			expect(monthsLeft(addDays(later, 1), today)).toBeGreaterThan(monthsLeft(later, today));
			expect(monthsLeft(addMonths(day('2026-08-15'), months), day('2026-08-15'))).toBe(months);
		})
	);
});

it('what is bound is the monthly cost times the months left, each contract by itself', () => {
	const contracts = [
		{ monthlyCost: 1000, until: day('2027-08-31') },
		{ monthlyCost: 500, until: day('2026-12-31') },
		{ monthlyCost: -70, until: day('2026-12-31') }
	];
	// 12 × 1 000 + 4 × 500; what lies on no contract is bound for none of it, or as long as the longest.
	expect(commitment(contracts, 100, today)).toEqual({ low: 14_000, likely: 14_000, high: 15_200 });
	expect(commitment([], 100, today)).toBeNull();
	expect(commitment([...contracts, { monthlyCost: 0, until: null }], 0, today)).toBeNull();
});

it('a public library with 28 000 borrowers is said to be driven by its users, and a small system is not', () => {
	const library = exitEstimate({ ...known, users: 28_000 }, standard);
	// 28 000 × (900 + 3 × 420) of that and 1 550 000 more.
	expect(exitDriver(library)).toEqual({ driver: 'users', share: expect.closeTo(60_480 / 62_030, 5) });
	expect(exitByUsers(library)).toBeCloseTo(60_480 / 62_030, 5);
	expect(exitDriver(exitEstimate(known, standard))?.driver).toBe('fixed');
	expect(exitByUsers(exitEstimate(known, standard))).toBeNull();
	expect(exitByUsers(exitEstimate({ ...known, users: null }, standard))).toBeNull();
});
