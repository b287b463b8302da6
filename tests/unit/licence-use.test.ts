import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unusedLicences } from '../../src/lib/domain/licence-use';

const count = fc.integer({ min: 0, max: 1_000_000 });
const maybeCount = fc.option(count, { nil: null });

describe('unused licences', () => {
	it('604 of 3 480 are unused when 2 876 are assigned and 2 600 active', () => {
		expect(unusedLicences(3480, 2876, 2600)).toBe(604);
	});

	it('counts the larger of assigned and active as used', () => {
		expect(unusedLicences(100, 60, 80)).toBe(20);
	});

	it('uses the one that is known', () => {
		expect(unusedLicences(100, 60, null)).toBe(40);
		expect(unusedLicences(100, null, 80)).toBe(20);
	});

	it('is unknown when neither is known, or when nobody knows what was bought', () => {
		expect(unusedLicences(100, null, null)).toBeNull();
		expect(unusedLicences(null, 60, 80)).toBeNull();
	});

	it('is never below zero, also when more are active than bought', () => {
		expect(unusedLicences(100, 130, 120)).toBe(0);
	});

	it('lies between zero and what was bought, and never grows when more are used', () => {
		fc.assert(
			fc.property(count, maybeCount, maybeCount, (purchased, assigned, active) => {
				const unused = unusedLicences(purchased, assigned, active);
				if (assigned === null && active === null) return unused === null;
				if (unused === null) return false;
				const more = unusedLicences(purchased, (assigned ?? 0) + 1, active);
				return unused >= 0 && unused <= purchased && more !== null && more <= unused;
			})
		);
	});
});
