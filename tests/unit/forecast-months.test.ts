import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastLines } from '$lib/domain/cost-forecast';
import { forecastAccuracyOf } from '$lib/domain/forecast-accuracy';
import { forecastMonths } from '$lib/domain/forecast-months';
import { oreFromText, textFromOre } from '$lib/domain/kronor-text';

const even = (ore: number) => Array.from({ length: 12 }, () => ore);
const place = { unit: 'Skolnämnden', costKind: 'Drift' };
const outcomes = [2023, 2024, 2025].map((year) => ({
	...place,
	year,
	months: even(year === 2025 ? 110 : 100)
}));

describe('the year added up', () => {
	const now = { ...place, year: 2026, months: even(0).map((_, month) => (month < 4 ? 100 : 0)) };
	const lines = forecastLines({
		year: 2026,
		cut: 4,
		outcomes: [...outcomes, now],
		wholeYears: [2023, 2024, 2025],
		budget: []
	});
	const months = forecastMonths({
		year: 2026,
		cut: 4,
		lines,
		outcomes: [...outcomes, now],
		budget: [{ ...place, year: 2026, months: even(90) }],
		budgetYear: 1_080
	});

	it('is what is booked up to the cut, and the whole span in December', () => {
		expect(months.map(({ outcome }) => outcome)).toEqual([100, 200, 300, 400, ...Array<null>(8).fill(null)]);
		expect(months[3]?.forecast).toBeNull();
		expect(months[11]?.forecast).toEqual(lines[0]?.year);
		const widths = months.flatMap(({ forecast }) => (forecast ? [forecast.high - forecast.low] : []));
		expect(widths).toEqual([...widths].sort((one, other) => one - other));
		expect(months[11]?.budget).toBe(1_080);
	});

	it('has no budget by month where some of it is for the whole year', () => {
		const asked = { year: 2026, cut: 4, lines, outcomes: [now], budget: [], budgetYear: 500 };
		expect(forecastMonths(asked).every(({ budget }) => budget === null)).toBe(true);
	});
});

describe('how near forecasts have come', () => {
	const left = [
		{ ...place, year: 2024, version: 'T1-prognos', amount: 1_300 },
		{ ...place, year: 2025, version: 'T1-prognos', amount: 1_200 }
	].map((row) => ({ ...row, costKind: null }));
	const asked = { cut: 4, version: 'T1-prognos', outcomes, budget: [], left, units: [] };

	it('is forecast less outcome: plus is when it cost less', () => {
		const found = forecastAccuracyOf({ ...asked, wholeYears: [2024, 2025] });
		expect(found?.units[0]?.years.map(({ leftError }) => leftError)).toEqual([100, -120]);
		expect(found?.meanLeft).toBe(110);
		expect(found?.total.years[1]).toMatchObject({ year: 2025, outcome: 1_320, left: 1_200 });
		expect(found?.units[0]?.years[1]?.calculatedError).toBeLessThanOrEqual(0);
	});

	it('has no mean of half a set, and nothing before a year is over', () => {
		expect(forecastAccuracyOf({ ...asked, wholeYears: [2023, 2024, 2025] })?.meanLeft).toBeNull();
		expect(forecastAccuracyOf({ ...asked, wholeYears: [] })).toBeNull();
		expect(forecastAccuracyOf({ ...asked, wholeYears: [2024], units: ['Ingen'] })?.units).toEqual([]);
	});
});

describe('an amount in a form', () => {
	it('is read as people write it', () => {
		expect(oreFromText('53 420 000')).toBe(5_342_000_000);
		expect(oreFromText('53,42 mnkr')).toBe(5_342_000_000);
		expect(oreFromText('1250.5 kr')).toBe(125_050);
		expect(oreFromText('−12 tkr')).toBe(-1_200_000);
		for (const text of ['', 'mycket', '1,2,3', '12 öre', '1e9', '9999999999999'])
			expect(oreFromText(text)).toBeNull();
	});

	it('comes back as it was written', () => {
		fc.assert(
			fc.property(fc.integer({ min: -9e12, max: 9e12 }), (ore) => {
				expect(oreFromText(textFromOre(ore))).toBe(ore);
			})
		);
		expect(textFromOre(5_342_000_000)).toBe('53\u00a0420\u00a0000');
		expect(textFromOre(123_450)).toBe('1\u00a0234,50');
	});
});
