import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Range, StoredAssumption } from '$lib/domain/assumption';
import { exitAssumptions, exitEstimate } from '$lib/domain/exit-estimate';
import {
	exitScenariosOf,
	scenarioAssumptions,
	type ExitScenario,
	type ScenarioAssumptions
} from '$lib/domain/exit-scenarios';

const kr = 100;
const standard = scenarioAssumptions([], 'S-1', null);
const facts = {
	yearlyCost: 1_000_000 * kr,
	users: 10,
	integrations: 0,
	commitment: { low: 0, likely: 0, high: 0 }
};
const estimate = exitEstimate(facts, exitAssumptions([], null));

function scenariosOf(...input: Parameters<typeof exitScenariosOf>): ExitScenario[] {
	const found = exitScenariosOf(...input);
	if (!found) throw new Error('no scenarios');
	return found;
}
const named = (scenarios: ExitScenario[], name: ExitScenario['name']): ExitScenario => {
	const found = scenarios.find((scenario) => scenario.name === name);
	if (!found) throw new Error(name);
	return found;
};

it('doing nothing costs today’s million, three percent more each year', () => {
	const { years, total, difference } = named(scenariosOf(1_000_000 * kr, estimate, standard), 'nothing');
	expect(years.map(({ cost }) => (cost.likely ?? 0) / kr)).toEqual([
		1_030_000, 1_060_900, 1_092_727, 1_125_508.81, 1_159_274.07
	]);
	expect(total.likely).toBe(546_840_988);
	expect(difference).toBeNull();
});

it('leaving pays for itself in the first year; at the same price it is that much dearer', () => {
	const scenarios = scenariosOf(1_000_000 * kr, estimate, {
		...standard,
		newSystem: { low: 1, likely: 1, high: 1 }
	});
	expect(named(scenarios, 'leave').difference).toEqual(estimate.cost);
	expect(named(scenarios, 'procure').difference).toEqual({
		low: 250_000 * kr,
		likely: 500_000 * kr,
		high: estimate.cost.high
	});
});

it('with unknown users leaving costs at least what is known', () => {
	const unknown = exitEstimate({ ...facts, users: null }, exitAssumptions([], null));
	const scenarios = scenariosOf(1_000_000 * kr, unknown, standard);
	const leave = named(scenarios, 'leave');
	expect(leave.years[0]?.cost).toMatchObject({ likely: null, high: null });
	expect(leave.years[1]?.cost.high).not.toBeNull();
	expect(leave.total).toMatchObject({ likely: null, high: null });
	expect(leave.difference).toMatchObject({ likely: null, high: null });
	// Who wins the procurement again moves nothing.
	expect(named(scenarios, 'procure').total.likely).not.toBeNull();
	expect(named(scenarios, 'nothing').total.high).not.toBeNull();
});

it('without a cost in the ledger there is nothing to compare', () => {
	expect(exitScenariosOf(null, estimate, standard)).toBeNull();
	expect(exitScenariosOf(0, estimate, standard)).toBeNull();
});

it('what is said of the system’s price wins over what is said of its supplier’s', () => {
	const rise = (id: number, kind: 'system' | 'supplier', key: string, value: number): StoredAssumption => ({
		id,
		key: 'yearly_price_rise',
		subject: { kind, key },
		value: { kind: 'range', range: { low: value, likely: value, high: value } },
		reason: 'Avtalet',
		author: 'Maja',
		created: '2026-11-01T10:00:00.000Z'
	});
	const ofSupplier = rise(1, 'supplier', '559900-0014', 0.1);
	expect(scenarioAssumptions([ofSupplier], 'S-1', '559900-0014').priceRise?.likely).toBe(0.1);
	expect(
		scenarioAssumptions([ofSupplier, rise(2, 'system', 'S-1', 0)], 'S-1', '559900-0014').priceRise?.likely
	).toBe(0);
	const takenBack = { ...rise(3, 'system', 'S-1', 0), value: null };
	expect(scenarioAssumptions([ofSupplier, takenBack], 'S-1', '559900-0014').priceRise?.likely).toBe(0.1);
});

const share: fc.Arbitrary<Range> = fc
	.tuple(fc.nat(1000), fc.nat(500), fc.nat(500))
	.map(([low, more, most]) => ({
		low: low / 1000,
		likely: (low + more) / 1000,
		high: (low + more + most) / 1000
	}));
const someAssumptions: fc.Arbitrary<ScenarioAssumptions> = fc.record({
	priceRise: share,
	extensionRise: share,
	newSystem: share,
	ownOperation: share
});
const someEstimate = fc
	.record({
		yearlyCost: fc.nat(1_000_000_000),
		users: fc.option(fc.nat(10_000)),
		integrations: fc.option(fc.nat(50)),
		commitment: fc.option(fc.nat(1_000_000).map((ore) => ({ low: ore, likely: ore, high: 2 * ore })))
	})
	.map((known) => exitEstimate(known, exitAssumptions([], null)));

it('the years add up to the total to the öre, and low ≤ likely ≤ high in each', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 1_000_000_000 }),
			someEstimate,
			someAssumptions,
			(yearly, exit, assumed) => {
				for (const { years, total, difference } of scenariosOf(yearly, exit, assumed)) {
					for (const end of ['low', 'likely', 'high'] as const) {
						const each = years.map(({ cost }) => cost[end]);
						expect(total[end]).toBe(
							each.includes(null) ? null : each.reduce<number>((sum, ore) => sum + (ore ?? 0), 0)
						);
						expect(each.every((ore) => ore === null || Number.isSafeInteger(ore))).toBe(true);
					}
					for (const range of [
						...years.map(({ cost }) => cost),
						total,
						...(difference ? [difference] : [])
					]) {
						if (range.likely !== null) expect(range.low).toBeLessThanOrEqual(range.likely);
						if (range.high !== null && range.likely !== null)
							expect(range.likely).toBeLessThanOrEqual(range.high);
					}
				}
			}
		)
	);
});

it('an answer about the system never widens what a way costs', () => {
	fc.assert(
		fc.property(fc.nat(10_000), fc.nat(50), fc.nat(1_000_000_000), (users, integrations, ore) => {
			const bound = { low: ore, likely: ore, high: ore };
			const known = { yearlyCost: 50_000_000, users, integrations, commitment: bound };
			const after = scenariosOf(50_000_000, exitEstimate(known, exitAssumptions([], null)), standard);
			for (const hidden of ['users', 'integrations', 'commitment'] as const) {
				const less = exitEstimate({ ...known, [hidden]: null }, exitAssumptions([], null));
				scenariosOf(50_000_000, less, standard).forEach(({ total }, index) => {
					expect(after[index]?.total.low).toBeGreaterThanOrEqual(total.low);
					if (total.high !== null) expect(after[index]?.total.high).toBe(total.high);
				});
			}
		})
	);
});
