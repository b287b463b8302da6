import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	deviation,
	fewestBehindOverrun,
	forecastError,
	shareOfPlan,
	totalOfKnown
} from '../../src/lib/domain/deviation';
import {
	countedVersions,
	cutMonth,
	followUpPath,
	followUps,
	forecastVersion,
	isCovered,
	latestFollowUp,
	parseFollowUp
} from '../../src/lib/domain/follow-up';
import { followUpPeriod, monthFrom } from '../../src/lib/domain/period';

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('deviation from a budget', () => {
	it('is plus when it cost less and minus when it cost more', () => {
		expect(deviation(100_00, 90_00)).toBe(10_00);
		expect(deviation(100_00, 103_00)).toBe(-3_00);
	});

	it('is unknown when either side is', () => {
		expect(deviation(null, 90_00)).toBeNull();
		expect(deviation(100_00, null)).toBeNull();
	});

	it('gives the budget back when added to what was spent', () => {
		fc.assert(fc.property(amount, amount, (budget, spent) => deviation(budget, spent) === budget - spent));
	});

	it('is a share of the plan, and no share of nothing', () => {
		expect(shareOfPlan(-3_00, 100_00)).toBe(-0.03);
		expect(shareOfPlan(-3_00, 0)).toBeNull();
		expect(shareOfPlan(-3_00, -50_00)).toBeNull();
		expect(shareOfPlan(null, 100_00)).toBeNull();
	});

	it('a forecast of 100 that came to cost 102 was two percent too low', () => {
		expect(forecastError(100_00, 102_00)).toBe(-0.02);
		expect(forecastError(100_00, 95_00)).toBe(0.05);
		expect(forecastError(null, 95_00)).toBeNull();
	});
});

describe('a total', () => {
	it('is the sum when every part is known', () => {
		expect(totalOfKnown([1, 2, 3])).toBe(6);
	});

	it('is unknown when one part is, and when there are none', () => {
		expect(totalOfKnown([1, null, 3])).toBeNull();
		expect(totalOfKnown([])).toBeNull();
	});
});

describe('who stands behind an overrun', () => {
	it('two of four nämnder, when together they exceed the whole of it', () => {
		// In all −5: the worst is −4, the two worst −7.
		expect(fewestBehindOverrun([-4, 2, -3, 0])).toBe(2);
	});

	it('nobody when there is none', () => {
		expect(fewestBehindOverrun([-4, 5])).toBeNull();
		expect(fewestBehindOverrun([])).toBeNull();
	});

	it('always names at least one, never more than there are', () => {
		fc.assert(
			fc.property(fc.array(amount), (values) => {
				const total = values.reduce((sum, value) => sum + value, 0);
				const count = fewestBehindOverrun(values);
				return total >= 0 ? count === null : count !== null && count >= 1 && count <= values.length;
			})
		);
	});
});

describe('follow-ups', () => {
	it('are read from their address, in any case', () => {
		expect(parseFollowUp('2026', 't2')).toEqual({ year: 2026, followUp: 'T2' });
		expect(parseFollowUp('2025', 'VB')).toEqual({ year: 2025, followUp: 'VB' });
	});

	it('are none when the address names none', () => {
		expect(parseFollowUp('2026', 't3')).toBeNull();
		expect(parseFollowUp('26', 't1')).toBeNull();
		expect(parseFollowUp('2026x', 't1')).toBeNull();
	});

	it('come back from their own address', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1900, max: 2199 }), fc.constantFrom(...followUps), (year, followUp) => {
				const [, , yearText = '', slug = ''] = followUpPath({ year, followUp }).split('/');
				expect(parseFollowUp(yearText, slug)).toEqual({ year, followUp });
			})
		);
	});

	it('the latest is the last whose months are all there', () => {
		const from = monthFrom(2023, 1);
		expect(latestFollowUp(from, monthFrom(2026, 8))).toEqual({ year: 2026, followUp: 'T2' });
		expect(latestFollowUp(from, monthFrom(2026, 11))).toEqual({ year: 2026, followUp: 'T2' });
		expect(latestFollowUp(from, monthFrom(2026, 12))).toEqual({ year: 2026, followUp: 'VB' });
		expect(latestFollowUp(from, monthFrom(2026, 3))).toEqual({ year: 2025, followUp: 'VB' });
	});

	it('is the coming T1 when data starts this year', () => {
		expect(latestFollowUp(monthFrom(2026, 1), monthFrom(2026, 3))).toEqual({ year: 2026, followUp: 'T1' });
	});

	it('have a forecast at T1 and T2, and an outcome at VB', () => {
		expect(followUps.map(forecastVersion)).toEqual(['T1-prognos', 'T2-prognos', null]);
		expect(followUps.map(cutMonth)).toEqual([4, 8, 12]);
	});

	it('are covered when data holds their first and last month', () => {
		const period = followUpPeriod(2026, 'T2');
		const data = { from: monthFrom(2023, 1), to: monthFrom(2026, 8) };
		expect(isCovered(period, data)).toBe(true);
		expect(isCovered(period, { ...data, to: monthFrom(2026, 7) })).toBe(false);
		expect(isCovered(period, { ...data, from: monthFrom(2026, 2) })).toBe(false);
		expect(isCovered(period, { from: null, to: null })).toBe(false);
	});
});

describe('the versions that make up a budget', () => {
	it('are kommunfullmäktige’s budget and its additions', () => {
		expect(countedVersions(['KF-budget', 'T1-prognos', 'nämndbudget', 'tilläggsbudget'])).toEqual([
			'KF-budget',
			'tilläggsbudget'
		]);
		expect(countedVersions(['KF-budget', 'plan'])).toEqual(['KF-budget']);
	});

	it('are the nämnd’s own when there is nothing else', () => {
		expect(countedVersions(['nämndbudget', 'T1-prognos'])).toEqual(['nämndbudget']);
	});

	it('are none without a budget: an addition alone is no budget', () => {
		expect(countedVersions(['T2-prognos', 'tilläggsbudget', 'plan'])).toEqual([]);
	});
});
