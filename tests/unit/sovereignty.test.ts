import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isKnownLevel,
	sovereigntyLevel,
	sovereigntyObjectives,
	sovereigntyShares,
	type SovereigntyAnswers
} from '$lib/domain/sovereignty';

const answers = (...levels: (number | null)[]) =>
	Object.fromEntries(
		sovereigntyObjectives.map((objective, place) => [objective, levels[place] ?? null])
	) as SovereigntyAnswers;
const anyAnswers = fc
	.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 8, maxLength: 8 })
	.map((levels) => answers(...levels));

describe('the level of a system', () => {
	it('is its weakest objective', () => {
		const level = sovereigntyLevel(answers(4, 4, 4, 3, 2, 3, 2, 4));
		expect(level).toEqual({ low: 2, high: 2, known: 8, lowest: ['sov_supply_chain', 'sov_security'] });
	});
	it('lies between nothing and the lowest known while one is unknown', () => {
		expect(sovereigntyLevel(answers(4, 3))).toMatchObject({ low: 0, high: 3, known: 2 });
		expect(sovereigntyLevel(answers())).toEqual({ low: 0, high: 4, known: 0, lowest: [] });
	});
	it('is known as soon as one objective is on the lowest level', () => {
		expect(isKnownLevel(sovereigntyLevel(answers(0)))).toBe(true);
	});
	it('is never wider for one more answer, and holds what it becomes', () => {
		fc.assert(
			fc.property(
				anyAnswers,
				fc.constantFrom(...sovereigntyObjectives),
				fc.integer({ min: 0, max: 4 }),
				(known, objective, level) => {
					fc.pre(known[objective] === null);
					const before = sovereigntyLevel(known);
					const after = sovereigntyLevel({ ...known, [objective]: level });
					expect(after.low).toBeGreaterThanOrEqual(before.low);
					expect(after.high).toBeLessThanOrEqual(before.high);
					expect(after.low).toBeLessThanOrEqual(after.high);
				}
			)
		);
	});
});

it('every öre of the systems is on one level, at most one, or unknown', () => {
	fc.assert(
		fc.property(
			fc.array(fc.record({ known: anyAnswers, amount: fc.nat(10_000_000) })),
			fc.nat(10_000_000),
			(systems, outside) => {
				const shares = sovereigntyShares(
					systems.map(({ known, amount }) => ({ level: sovereigntyLevel(known), amount })),
					outside
				);
				const parts = [...shares.at, ...shares.atMost, shares.unknown, shares.outside];
				expect(parts.reduce((sum, part) => sum + part, 0)).toBe(shares.total);
				expect(shares.total).toBe(systems.reduce((sum, { amount }) => sum + amount, outside));
			}
		)
	);
});
