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
	followUpPath,
	forecastVersion,
	isCovered,
	latestFollowUp,
	parseFollowUp
} from '../../src/lib/domain/follow-up';
import {
	followUpFault,
	standardFollowUps,
	type FollowUpSetting
} from '../../src/lib/domain/follow-up-setting';
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

const marchAndAugust: FollowUpSetting[] = [
	{ name: 'Mars', cut: 3 },
	{ name: 'Augusti', cut: 8 },
	{ name: 'VB', cut: 12 }
];

describe('follow-ups', () => {
	const t2 = { year: 2026, followUp: 'T2', cut: 8 };

	it('are read from their address, in any case', () => {
		expect(parseFollowUp('2026', 't2', standardFollowUps)).toEqual(t2);
		expect(parseFollowUp('2025', 'VB', standardFollowUps)).toEqual({ year: 2025, followUp: 'VB', cut: 12 });
		expect(parseFollowUp('2026', 'mars', marchAndAugust)).toEqual({ year: 2026, followUp: 'Mars', cut: 3 });
	});

	it('are none when the address names none of the municipality’s', () => {
		expect(parseFollowUp('2026', 't3', standardFollowUps)).toBeNull();
		expect(parseFollowUp('2026', 't2', marchAndAugust)).toBeNull();
		expect(parseFollowUp('26', 't1', standardFollowUps)).toBeNull();
		expect(parseFollowUp('2026x', 't1', standardFollowUps)).toBeNull();
	});

	it('come back from their own address, whatever they are called', () => {
		const name = fc.stringMatching(/^[\p{L}\p{N}]{1,12}$/u);
		fc.assert(
			fc.property(fc.integer({ min: 1900, max: 2199 }), name, (year, followUp) => {
				const [, , yearText = '', slug = ''] = followUpPath({ year, followUp }).split('/');
				const settings = [{ name: followUp, cut: 5 }];
				expect(parseFollowUp(yearText, decodeURIComponent(slug), settings)).toEqual({
					year,
					followUp,
					cut: 5
				});
			})
		);
	});

	it('the latest is the last whose months are all there', () => {
		const from = monthFrom(2023, 1);
		const latest = (month: number) => latestFollowUp(from, monthFrom(2026, month), standardFollowUps);
		expect(latest(8)).toEqual(t2);
		expect(latest(11)).toEqual(t2);
		expect(latest(12)).toEqual({ year: 2026, followUp: 'VB', cut: 12 });
		expect(latest(3)).toEqual({ year: 2025, followUp: 'VB', cut: 12 });
		expect(latestFollowUp(from, monthFrom(2026, 3), marchAndAugust)?.followUp).toBe('Mars');
	});

	it('is the coming one when data starts this year', () => {
		const latest = latestFollowUp(monthFrom(2026, 1), monthFrom(2026, 3), standardFollowUps);
		expect(latest).toEqual({ year: 2026, followUp: 'T1', cut: 4 });
	});

	it('have a forecast within the year, and an outcome at its end', () => {
		expect(standardFollowUps.map(({ name, cut }) => forecastVersion({ followUp: name, cut }))).toEqual([
			'T1-prognos',
			'T2-prognos',
			null
		]);
	});

	it('are kept when each has a name and a month of its own, and one is the whole year', () => {
		const [first, second, end] = marchAndAugust;
		expect(followUpFault(marchAndAugust)).toBeNull();
		if (!first || !second || !end) throw new Error('Three are listed');
		expect(followUpFault([{ ...first, name: 'T 1' }, end])).toBe('name');
		expect(followUpFault([{ ...first, name: 'vb' }, end])).toBe('sameName');
		expect(followUpFault([{ ...first, cut: 13 }, end])).toBe('month');
		expect(followUpFault([first, { ...second, cut: 3 }, end])).toBe('sameMonth');
		expect(followUpFault([first, second])).toBe('end');
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
