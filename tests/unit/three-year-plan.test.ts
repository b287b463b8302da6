// Three years ahead: figures that can be counted by hand.
import { describe, expect, it } from 'vitest';
import { monthFrom } from '$lib/domain/period';
import { baseMonths, firstPlanYear, monthsToYear, planYears } from '$lib/domain/plan-base';
import { planSum, type PlanEntry } from '$lib/domain/plan-entry';
import {
	planScenarios,
	standingChanges,
	type PlannedChange,
	type StoredChange
} from '$lib/domain/planned-change';
import { threeYearPlan } from '$lib/domain/three-year-plan';
import { asked, base, change, contract, cost, day, kronor, system } from '../support/plan-parts';

const rangesOf = (plan: { entries: readonly PlanEntry[] }, line: PlanEntry['line']) =>
	[2027, 2028, 2029].map((year) => planSum(plan.entries, { scenario: 'bada', year, line }));

describe('the base', () => {
	const ledger = { from: monthFrom(2024, 1), to: monthFrom(2026, 8) };

	it('is the last twelve months up to one that is whole', () => {
		const gaps = new Map([['2026-08', { reason: 'notEnded' } as const]]);
		expect(baseMonths(ledger, gaps)).toEqual({
			months: { from: '2025-08', to: '2026-07' },
			incomplete: []
		});
	});

	it('names the months among them that are not whole, and is none where twelve are not there', () => {
		const gaps = new Map([['2026-02', { reason: 'fewRows', fewer: 0.7 } as const]]);
		expect(baseMonths(ledger, gaps)?.incomplete).toEqual(['2026-02']);
		expect(baseMonths({ from: monthFrom(2026, 1), to: monthFrom(2026, 8) }, new Map())).toBeNull();
	});

	it('begins a plan the year after the ledger’s last, unless the address asks for another of three', () => {
		expect(firstPlanYear(ledger, null)).toBe(2027);
		expect(firstPlanYear(ledger, '2029')).toBe(2029);
		expect(firstPlanYear(ledger, '2035')).toBe(2027);
		expect(planYears(2027)).toEqual([2027, 2028, 2029]);
	});
});

describe('what runs today', () => {
	it('is carried on, with what nobody has said the inriktning of; development is not', () => {
		const plan = threeYearPlan(
			asked({
				costs: [
					cost(),
					cost({ part: 'unknown', amount: kronor(100) }),
					cost({ part: 'development', amount: kronor(500) }),
					cost({ part: 'closing', amount: kronor(50) })
				]
			})
		);
		expect(rangesOf(plan, 'running').map(({ likely }) => likely)).toEqual(Array(3).fill(kronor(1_300)));
	});

	it('rises from the middle of the base to the middle of the year: a year and a half at 3 % is 4,53 %', () => {
		expect(monthsToYear(base, 2027)).toBe(18);
		const plan = threeYearPlan(asked({ priceRise: () => ({ low: 0, likely: 0.03, high: 0.05 }) }));
		const [first] = rangesOf(plan, 'price');
		// 120 000 öre × (1,03^1,5 − 1) = 120 000 × 0,045336 = 5 440; at 5 % 120 000 × 0,075930 = 9 112.
		expect(first).toEqual({ low: 0, likely: 5_440, high: 9_112 });
	});

	it('a credit falls further, and its low end stays the lowest', () => {
		const plan = threeYearPlan(
			asked({
				costs: [cost({ amount: kronor(-1_200) })],
				priceRise: () => ({ low: 0, likely: 0.03, high: 0.05 })
			})
		);
		expect(rangesOf(plan, 'price')[0]).toEqual({ low: -9_112, likely: -5_440, high: 0 });
	});
});

describe('what registers know', () => {
	it('a contract that ends in June leaves half of that year and the years after to what comes then', () => {
		const plan = threeYearPlan(asked({ contracts: [contract()] }));
		// 1 200 kr a year, 20 % up or down, half a year and then whole ones.
		expect(rangesOf(plan, 'events')).toEqual([
			{ low: kronor(-120), likely: 0, high: kronor(120) },
			{ low: kronor(-240), likely: 0, high: kronor(240) },
			{ low: kronor(-240), likely: 0, high: kronor(240) }
		]);
		expect(plan.events).toMatchObject([{ kind: 'ends', concerned: kronor(1_200) }]);
	});

	it('an option lets the buyer stay at its price for as long as it lasts', () => {
		const option = contract({
			extensionKind: 'option',
			extensionCount: 1,
			extensionsUsed: 0,
			extensionMonths: 12
		});
		const plan = threeYearPlan(asked({ contracts: [option] }));
		// 2027: half a year at +4 %. 2028: half a year at +4 %, then half a year of what comes after, +20 %.
		expect(rangesOf(plan, 'events').map(({ high }) => high)).toEqual([kronor(24), kronor(144), kronor(240)]);
		expect(plan.events[0]).toMatchObject({ kind: 'option', latestEnd: '2028-06-30' });
	});

	it.each([
		['has already ended', { endDay: day('2026-06-30') }],
		['runs until further notice', { extensionKind: 'tillsvidare' }],
		['ends with the last year', { endDay: day('2029-12-31') }],
		['has no last day', { endDay: null }]
	])('a contract that %s changes nothing', (_, own) => {
		expect(threeYearPlan(asked({ contracts: [contract(own)] })).events).toEqual([]);
	});

	it('a contract that renews itself is told, and its price is already in the price rise', () => {
		const plan = threeYearPlan(asked({ contracts: [contract({ extensionKind: 'automatisk' })] }));
		expect(plan.events).toMatchObject([{ kind: 'renews', effects: [] }]);
	});

	it('a system that is retired with nothing in its place stops costing, and its price no longer rises', () => {
		const plan = threeYearPlan(
			asked({
				systems: [system({ retiredFrom: day('2027-12-31') })],
				contracts: [contract()],
				priceRise: () => ({ low: 0, likely: 0.03, high: 0.05 })
			})
		);
		expect(rangesOf(plan, 'events').map(({ likely }) => likely)).toEqual([0, kronor(-1_200), kronor(-1_200)]);
		expect(rangesOf(plan, 'price').map(({ high }) => high)).toEqual([9_112, 0, 0]);
		// Nor has its contract anything left to change.
		expect(plan.events.find(({ kind }) => kind === 'ends')?.effects.map(({ year }) => year)).toEqual([2027]);
	});

	it('what replaces a system costs what nobody knows: only the span has it', () => {
		const plan = threeYearPlan(
			asked({ systems: [system({ retiredFrom: day('2027-12-31'), replacedBy: 'Nya navet' })] })
		);
		expect(rangesOf(plan, 'events')[1]).toEqual({ low: kronor(-1_200), likely: 0, high: 0 });
	});

	it('a number of licences that has moved widens the span only, and never below nothing', () => {
		const licences = [
			{ unit: 'Kulturnämnden', system: null, now: 1_000, before: 900 },
			{ unit: 'Fritidsnämnden', system: null, now: 1_000, before: 900 }
		];
		const plan = threeYearPlan(asked({ costs: [cost({ costKind: 'Licens/SaaS' })], licences }));
		// 100 öre more a month than a year before: 1 200 a year for each year from the base, and 18 months to the first.
		expect(rangesOf(plan, 'events')).toEqual([
			{ low: 0, likely: 0, high: 1_800 },
			{ low: 0, likely: 0, high: 3_000 },
			{ low: 0, likely: 0, high: 4_200 }
		]);
		const falling = [{ unit: 'Kulturnämnden', system: null, now: 100, before: 1_100 }];
		const fallen = threeYearPlan(asked({ costs: [cost({ costKind: 'Licens/SaaS' })], licences: falling }));
		expect(rangesOf(fallen, 'events').map(({ low }) => low)).toEqual([-1_200, -1_200, -1_200]);
	});
});

describe('planned changes', () => {
	it('are money for a time or running cost, in the ways that they belong to, and all of them in both', () => {
		const plan = threeYearPlan(
			asked({
				changes: [
					{ unit: 'Kulturnämnden', content: change() },
					{
						unit: 'Kulturnämnden',
						content: change({
							kind: 'drift',
							scenarios: ['fortsatt_forvaltning'],
							years: [{ year: 2027, ore: kronor(-40) }]
						})
					}
				]
			})
		);
		const sums = planScenarios.map((scenario) => [
			scenario,
			planSum(plan.entries, { scenario, year: 2027 }).likely
		]);
		expect(Object.fromEntries(sums)).toEqual({
			fortsatt_forvaltning: kronor(1_160),
			fornyelse: kronor(1_500),
			bada: kronor(1_460)
		});
	});

	it('of other years are left out', () => {
		const content = change({ years: [{ year: 2031, ore: kronor(300) }] });
		const plan = threeYearPlan(asked({ changes: [{ unit: 'Kulturnämnden', content }] }));
		expect(rangesOf(plan, 'planned_change').map(({ likely }) => likely)).toEqual([0, 0, 0]);
	});

	it('stand as they were last written, until they are taken out', () => {
		const row = (id: number, first: number, content: PlannedChange | null): StoredChange => ({
			id,
			change: first,
			unit: 'Kulturnämnden',
			content,
			reason: '',
			author: 'Maja',
			created: '2026-09-01T08:00:00.000Z'
		});
		const rows = [row(1, 1, change()), row(2, 2, change()), row(3, 1, change({ name: 'Ändrat' }))];
		expect(standingChanges(rows).map(({ change: first, id, content }) => [first, id, content.name])).toEqual([
			[1, 3, 'Ändrat'],
			[2, 2, 'Nytt bibliotekssystem']
		]);
		expect(standingChanges([...rows, row(4, 1, null)]).map(({ change: first }) => first)).toEqual([2]);
	});
});
