// Parts of a plan for tests: one system of one nämnd at 1 200 kr a year, and any plan at all.
import fc from 'fast-check';
import type { Range } from '$lib/domain/assumption';
import { costKinds } from '$lib/domain/cost-kind';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { monthFrom } from '$lib/domain/period';
import type { BaseCost } from '$lib/domain/plan-base';
import type { PlanContract, PlanSystem } from '$lib/domain/plan-events';
import { planScenarios, type PlannedChange } from '$lib/domain/planned-change';
import { threeYearPlan, type PlanAsked } from '$lib/domain/three-year-plan';

export const day = (text: string): Day => {
	const read = parseIsoDay(text);
	if (!read) throw new Error(`${text} is no day`);
	return read;
};
export const kronor = (amount: number) => amount * 100;
export const base = { from: monthFrom(2025, 7), to: monthFrom(2026, 6) };
export const cost = (own: Partial<BaseCost> = {}): BaseCost => ({
	unit: 'Kulturnämnden',
	costKind: 'Drift',
	system: 'S-1',
	supplierKey: 'a',
	contractId: 'A-1',
	part: 'running',
	amount: kronor(1_200),
	rowCount: 12,
	...own
});
export const contract = (own: Partial<PlanContract> = {}): PlanContract => ({
	contractId: 'A-1',
	title: 'Biblioteksnavet',
	endDay: day('2027-06-30'),
	extensionKind: 'ingen',
	extensionCount: null,
	extensionMonths: null,
	extensionsUsed: null,
	extensionCallMonths: null,
	noticeMonths: null,
	...own
});
export const system = (own: Partial<PlanSystem> = {}): PlanSystem => ({
	systemId: 'S-1',
	name: 'Navet',
	retiredFrom: null,
	replacedBy: null,
	...own
});
export const change = (own: Partial<PlannedChange> = {}): PlannedChange => ({
	name: 'Nytt bibliotekssystem',
	kind: 'forandring',
	scenarios: ['fornyelse'],
	systemId: null,
	costKind: 'Konsult',
	years: [{ year: 2027, ore: kronor(300) }],
	...own
});
const flat: Range = { low: 0, likely: 0, high: 0 };
export const asked = (own: Partial<PlanAsked> = {}): PlanAsked => ({
	base,
	years: [2027, 2028, 2029],
	costs: [cost()],
	contracts: [],
	systems: [],
	licences: [],
	changes: [],
	priceRise: () => flat,
	rates: {
		replacement: () => ({ low: 0.8, likely: 1, high: 1.2 }),
		extension: () => ({ low: 0.01, likely: 0.02, high: 0.04 })
	},
	...own
});
const ore = fc.integer({ min: -5_000_000, max: 50_000_000 });
const someOf = fc.constantFrom('S-1', 'S-2', null);
const anyCost = fc.record({
	unit: fc.constantFrom('Kulturnämnden', 'Fritidsnämnden'),
	costKind: fc.constantFrom(...costKinds),
	system: someOf,
	supplierKey: fc.constantFrom('a', 'b', null),
	contractId: fc.constantFrom('A-1', 'A-2', null),
	part: fc.constantFrom('running', 'unknown', 'development', 'closing'),
	amount: ore,
	rowCount: fc.constant(1)
});
const anyDay = fc
	.tuple(fc.integer({ min: 2025, max: 2031 }), fc.integer({ min: 1, max: 12 }))
	.map(([year, month]) => day(`${year}-${String(month).padStart(2, '0')}-15`));
const share = fc.integer({ min: 0, max: 60 }).map((percent) => percent / 100);
const anyRange = fc
	.tuple(share, share, share)
	.map((shares) => shares.toSorted((a, b) => a - b))
	.map(([low = 0, likely = 0, high = 0]) => ({ low, likely, high }));
const anyChange = fc.record({
	unit: fc.constantFrom('Kulturnämnden', 'Fritidsnämnden'),
	content: fc.record({
		name: fc.constant('Något'),
		kind: fc.constantFrom('forandring' as const, 'drift' as const),
		scenarios: fc.subarray([...planScenarios], { minLength: 1 }),
		systemId: someOf,
		costKind: fc.constantFrom(...costKinds, null),
		years: fc.array(fc.record({ year: fc.integer({ min: 2026, max: 2031 }), ore }), { maxLength: 4 })
	})
});
/** A plan of anything, with the changes in it. */
export const anyPlan = fc
	.record({
		costs: fc.array(anyCost, { maxLength: 12 }),
		ends: fc.tuple(anyDay, anyDay),
		kinds: fc.array(fc.constantFrom('ingen', 'option', 'automatisk', 'tillsvidare', null), {
			minLength: 2,
			maxLength: 2
		}),
		retired: fc.tuple(fc.option(anyDay), fc.option(anyDay)),
		licences: fc.array(
			fc.record({
				unit: fc.constantFrom('Kulturnämnden', 'Fritidsnämnden'),
				system: someOf,
				now: fc.nat(9_000),
				before: fc.nat(9_000)
			}),
			{ maxLength: 4 }
		),
		price: anyRange,
		extension: anyRange,
		changes: fc.array(anyChange, { maxLength: 6 })
	})
	.map(({ costs, ends, kinds, retired, licences, price, extension, changes }) => ({
		changes,
		plan: threeYearPlan(
			asked({
				costs,
				licences,
				changes,
				contracts: ends.map((endDay, index) =>
					contract({
						contractId: `A-${index + 1}`,
						endDay,
						extensionKind: kinds[index] ?? null,
						extensionCount: 2,
						extensionsUsed: 1,
						extensionMonths: 12
					})
				),
				systems: retired.map((retiredFrom, index) =>
					system({ systemId: `S-${index + 1}`, retiredFrom, replacedBy: index === 0 ? null : 'Annat' })
				),
				priceRise: () => price,
				rates: { replacement: () => ({ low: 0.8, likely: 1, high: 1.2 }), extension: () => extension }
			})
		)
	}));
