// Sums of a plan hold whatever its parts are.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Range } from '$lib/domain/assumption';
import { planBranches, planLines, planSum } from '$lib/domain/plan-entry';
import { planScenarios } from '$lib/domain/planned-change';
import { anyPlan } from '../support/plan-parts';

test('low is never above likely, nor likely above high, in any part or sum', () => {
	fc.assert(
		fc.property(anyPlan, ({ plan }) => {
			for (const { range } of plan.entries) {
				expect(range.low).toBeLessThanOrEqual(range.likely);
				expect(range.likely).toBeLessThanOrEqual(range.high);
				for (const end of Object.values(range)) expect(Number.isSafeInteger(end)).toBe(true);
			}
		})
	);
});

test('every total is the sum of its lines, of its nämnder and of their kostnadsslag, to the öre', () => {
	fc.assert(
		fc.property(anyPlan, fc.constantFrom(...planScenarios), ({ plan }, scenario) => {
			const branches = planBranches(plan.entries, ['unit', 'costKind']);
			for (const year of [2027, 2028, 2029]) {
				const whole = planSum(plan.entries, { scenario, year });
				for (const end of ['low', 'likely', 'high'] as const) {
					const add = (parts: readonly Range[]) => parts.reduce((sum, part) => sum + part[end], 0);
					expect(add(planLines.map((line) => planSum(plan.entries, { scenario, year, line })))).toBe(
						whole[end] + 0
					);
					expect(add(branches.map(({ entries }) => planSum(entries, { scenario, year })))).toBe(
						whole[end] + 0
					);
					for (const { entries, parts } of branches)
						expect(add(parts.map((part) => planSum(part.entries, { scenario, year })))).toBe(
							planSum(entries, { scenario, year })[end] + 0
						);
				}
			}
		})
	);
});

test('both ways together have every change once, and share everything else with each way', () => {
	fc.assert(
		fc.property(anyPlan, ({ plan, changes }) => {
			for (const year of [2027, 2028, 2029]) {
				const planned = changes.reduce(
					(sum, { content }) =>
						sum + content.years.reduce((of, one) => of + (one.year === year ? one.ore : 0), 0),
					0
				);
				const of = (scenario: (typeof planScenarios)[number]) =>
					planLines.map((line) => planSum(plan.entries, { scenario, year, line }).likely);
				const [, , , running = 0, changing = 0] = of('bada');
				expect(running + changing).toBe(planned);
				for (const scenario of planScenarios)
					expect(of(scenario).slice(0, 3)).toEqual(of('bada').slice(0, 3));
				if (changes.every(({ content }) => content.years.every((one) => one.ore >= 0)))
					for (const scenario of planScenarios)
						expect(planSum(plan.entries, { scenario: 'bada', year }).likely).toBeGreaterThanOrEqual(
							planSum(plan.entries, { scenario, year }).likely
						);
			}
		})
	);
});
