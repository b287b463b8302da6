// Season, price, forecast, need, payment and transfer of licences: figures that can be checked by hand, and what always holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from '$lib/domain/allocation';
import { forecastYear } from '$lib/domain/licence-forecast';
import { hasUnusedFlag, neededLicences, overUse, productNeed, type UnitUse } from '$lib/domain/licence-need';
import { looksLikeVat, paymentDifference, paymentKinds } from '$lib/domain/licence-payment';
import { comparedYear, priceYears, risesAboveIndex } from '$lib/domain/licence-price';
import { seasonEnds, seasonOf, yearChange, yearEnds } from '$lib/domain/licence-season';
import { ownerFlows, transferKeys, transferOf } from '$lib/domain/licence-transfer';
import { unusedLicences, unusedRange } from '$lib/domain/licence-use';
import { monthFrom, monthPlus, type Month } from '$lib/domain/period';

const count = fc.integer({ min: 0, max: 50_000 });
const maybeCount = fc.option(count, { nil: null });
const august = monthFrom(2026, 8);

describe('the season of use', () => {
	const months = (value: (index: number, month: Month) => number) =>
		Array.from({ length: 44 }, (_, index) => {
			const month = monthPlus(monthFrom(2023, 1), index);
			return { month, value: value(index, month) };
		});

	it('finds the dip of July though the use grows all the time', () => {
		const values = months((index, month) => (1000 + index * 10) * (month.endsWith('-07') ? 0.9 : 1));
		const ends = seasonEnds(seasonOf(values, august) ?? []);
		expect(ends?.low.month).toBe(7);
		expect(ends?.low.ratio).toBeCloseTo(0.908, 2);
		expect(yearChange(values, august)).toMatchObject({ before: 1310, change: 120 });
		expect(yearEnds(values, august)).toEqual({ high: '2026-08', low: '2026-07', known: 12 });
	});

	it('is not told with fewer than 24 months in a row, nor where a month is unknown', () => {
		const values = months(() => 100);
		expect(seasonOf(values.slice(-23), august)).toBeNull();
		expect(seasonOf(values.slice(-24), august)).toHaveLength(12);
		const broken = values.map((one) => (one.month === '2025-11' ? { ...one, value: null } : one));
		expect(seasonOf(broken, august)).toBeNull();
		expect(seasonEnds(seasonOf(values, august) ?? [])).toBeNull();
	});

	it('has the mean 1, however the use has moved', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 24, maxLength: 60 }), (counts) => {
				const values = counts.map((value, index) => ({
					month: monthPlus(august, index - counts.length + 1),
					value
				}));
				const season = seasonOf(values, august) ?? [];
				const sum = season.reduce((all, { ratio }) => all + ratio, 0);
				return season.length === 12 && Math.abs(sum - 12) < 1e-9;
			})
		);
	});
});

describe('the price against an index', () => {
	const year = (number: number, price: number) => ({
		month: `${number}-01`,
		price,
		purchased: 10,
		amount: price * 10
	});
	const kpi = {
		name: 'KPI',
		points: [
			{ year: 2023, value: 200 },
			{ year: 2024, value: 210 },
			{ year: 2025, value: 212 }
		]
	};

	it('says what the price would have been, and what the difference costs', () => {
		const years = priceYears([year(2023, 10_000), year(2024, 10_500), year(2025, 13_100)], kpi);
		expect(years.map(({ priceIndex }) => Math.round(priceIndex))).toEqual([100, 105, 131]);
		expect(comparedYear(years)).toMatchObject({
			year: 2025,
			index: 106,
			indexedPrice: 10_600,
			above: 25_000
		});
		expect(risesAboveIndex(comparedYear(years))).toBe(true);
		expect(risesAboveIndex(years[1] ?? null)).toBe(false);
	});

	it('compares nothing that the index does not reach, and begins where it does', () => {
		const years = priceYears([year(2022, 9_000), year(2023, 10_000), year(2026, 12_000)], kpi);
		expect(years.map((one) => one.year)).toEqual([2023, 2026]);
		expect(years[1]).toMatchObject({ index: null, above: null });
		expect(comparedYear(years)).toBeNull();
		expect(priceYears([year(2022, 9_000)], null)).toMatchObject([{ year: 2022, index: null }]);
	});
});

describe('the forecast of the year', () => {
	it('carries the last level on without earlier years, and tells that no span is known', () => {
		const amounts = new Map([
			[monthFrom(2026, 1), 100],
			[monthFrom(2026, 2), 110]
		]);
		const forecast = forecastYear(amounts, monthFrom(2026, 2));
		expect(forecast).toMatchObject({ known: 210, earlierYears: [], missing: [] });
		expect(forecast?.year).toEqual({ low: 1310, likely: 1310, high: 1310 });
		expect(forecastYear(amounts, monthFrom(2026, 3))).toBeNull();
	});

	it('moves as earlier years moved after the same month', () => {
		const amounts = new Map<Month, number>();
		for (const [year, december] of [
			[2024, 120],
			[2025, 110]
		] as const) {
			for (let month = 1; month <= 12; month += 1)
				amounts.set(monthFrom(year, month), month === 12 ? december : 100);
		}
		for (let month = 1; month <= 11; month += 1) amounts.set(monthFrom(2026, month), 200);
		const forecast = forecastYear(amounts, monthFrom(2026, 11));
		expect(forecast?.months.at(-1)?.range).toEqual({ low: 220, likely: 230, high: 240 });
		expect(forecast?.year).toEqual({ low: 2420, likely: 2430, high: 2440 });
	});

	it('is never lower than the known, and low ≤ likely ≤ high; a month that becomes known has no span', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 44 }),
				fc.integer({ min: 1, max: 44 }),
				(öre, drop) => {
					const amounts = new Map(
						öre.map((amount, index) => [monthPlus(august, index - öre.length + 1), amount] as const)
					);
					amounts.delete(monthPlus(august, -drop));
					const { year, known, months } = forecastYear(amounts, august) ?? {
						year: null,
						known: 0,
						months: []
					};
					return (
						year !== null &&
						known <= year.low &&
						year.low <= year.likely &&
						year.likely <= year.high &&
						months.every((month) => month.known === null || month.range.low === month.range.high)
					);
				}
			)
		);
	});
});

describe('the need', () => {
	const rules = { margin: 0.05, packageSize: 25 };
	const use = (unit: string, purchased: number | null, mostUsed: number | null): UnitUse => ({
		unit,
		purchased,
		used: mostUsed,
		mostUsed,
		usedYearBefore: null,
		price: 100
	});

	it('is the most used, a margin, and whole packages', () => {
		expect(neededLicences(100, { margin: 0.05, packageSize: 1 })).toBe(105);
		expect(neededLicences(101, rules)).toBe(125);
		expect(neededLicences(0, rules)).toBe(0);
	});

	it('is smaller together than apart, and unknown where the use is', () => {
		const need = productNeed([use('A', 60, 40), use('B', 60, 41), use('C', 30, null)], 70, rules, 12);
		expect(need).toMatchObject({ purchased: 120, apart: 100, pooled: 75, unknown: 1, unknownPurchased: 30 });
		expect(need.savingApart).toBe(20 * 100 * 12);
		expect(need.savingPooled).toBe(45 * 100 * 12);
		expect(need.units[2]).toMatchObject({ need: null, surplus: null, saving: null });
		// 240 kr is not worth a flag.
		expect(hasUnusedFlag(need)).toBe(false);
		expect(hasUnusedFlag({ ...need, savingApart: 5_000_000 })).toBe(true);
	});

	it('warns when more are used than bought, now or as the use grows', () => {
		expect(overUse({ purchased: 10, used: 12, usedYearBefore: null }, 0)).toEqual({ when: 'now', over: 2 });
		expect(overUse({ purchased: 100, used: 98, usedYearBefore: 86 }, 6)).toEqual({ when: 'before', over: 4 });
		expect(overUse({ purchased: 100, used: 98, usedYearBefore: 86 }, 2)).toBeNull();
		expect(overUse({ purchased: 100, used: null, usedYearBefore: 86 }, 6)).toBeNull();
	});

	it('together never needs more than apart, and every need holds the use', () => {
		const unit = fc.record({
			unit: fc.string(),
			purchased: maybeCount,
			used: maybeCount,
			mostUsed: maybeCount,
			usedYearBefore: maybeCount,
			price: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null })
		});
		fc.assert(
			fc.property(
				fc.array(unit, { maxLength: 8 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.integer({ min: 1, max: 500 }),
				(uses, margin, packageSize) => {
					const most = uses.reduce((sum, { mostUsed }) => sum + (mostUsed ?? 0), 0);
					const need = productNeed(uses, most, { margin, packageSize }, 12);
					return (
						need.pooled <= need.apart &&
						need.known + need.unknown === uses.length &&
						need.units.every(
							(one) => one.need === null || (one.need >= (one.mostUsed ?? 0) && one.need % packageSize === 0)
						)
					);
				}
			)
		);
	});
});

describe('unused licences', () => {
	it('are never below zero, and every answer narrows what they can be', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(count, maybeCount, count), { minLength: 1 }), (rows) => {
				const rangeOf = (answers: readonly (readonly [number, number | null])[]) => {
					const known = answers.filter(([, active]) => active !== null);
					return unusedRange({
						purchased: answers.reduce((sum, [bought]) => sum + bought, 0),
						unused: known.reduce(
							(sum, [bought, active]) => sum + (unusedLicences(bought, null, active) ?? 0),
							0
						),
						unused_base: known.reduce((sum, [bought]) => sum + bought, 0)
					});
				};
				const before = rangeOf(rows.map(([bought, active]) => [bought, active]));
				const after = rangeOf(rows.map(([bought, active, answer]) => [bought, active ?? answer]));
				return (
					before.low >= 0 && before.low <= after.low && after.high <= before.high && after.low === after.high
				);
			})
		);
	});
});

describe('money divided by weights', () => {
	it('is the whole to the öre, and nobody without weight gets any', () => {
		expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
		expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
		expect(allocate(100, [0, 0])).toBeNull();
		fc.assert(
			fc.property(
				fc.integer({ min: -1e13, max: 1e13 }),
				fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 1, maxLength: 30 }),
				(total, weights) => {
					const parts = allocate(total, weights);
					if (parts === null) return weights.every((weight) => weight === 0);
					return (
						parts.reduce((sum, part) => sum + part, 0) === total &&
						parts.every((part, index) => weights[index] !== 0 || part === 0)
					);
				}
			)
		);
	});
});

describe('kommunbidrag when licences are centralised', () => {
	it('moves as the key says, and what one nämnd wins another loses', () => {
		const unit = (name: string, cost: number, grant: number | null) => ({
			unit: name,
			cost,
			grant,
			licences: 10,
			employees: null,
			used: cost
		});
		const transfer = transferOf(
			[unit('A', 900, 100), unit('B', 100, 100), unit('Bolaget', 50, null)],
			'grant'
		);
		expect(transfer?.lines.map(({ moved, result }) => [moved, result])).toEqual([
			[500, 400],
			[500, -400],
			[null, 0]
		]);
		expect(transfer).toMatchObject({ total: 1000, misplaced: 400, outside: [{ unit: 'Bolaget' }] });
		expect(transferOf([unit('A', 900, 100)], 'employees')).toBeNull();
	});

	it('sums to zero to the öre by every key', () => {
		const unit = fc.record({
			unit: fc.string(),
			cost: fc.integer({ min: -1e9, max: 1e11 }),
			licences: maybeCount,
			employees: maybeCount,
			grant: fc.option(fc.integer({ min: 0, max: 1e12 }), { nil: null }),
			used: fc.option(fc.integer({ min: 0, max: 1e10 }), { nil: null })
		});
		fc.assert(
			fc.property(fc.array(unit, { maxLength: 25 }), fc.constantFrom(...transferKeys), (units, key) => {
				const transfer = transferOf(units, key);
				if (!transfer) return units.every((one) => !one[key]);
				const { lines } = transfer;
				const sum = (value: (line: (typeof lines)[number]) => number) =>
					lines.reduce((all, line) => all + value(line), 0);
				const named = units.map((one, index) => ({ ...one, unit: String(index) }));
				const own = transferOf(named, key);
				const flows = own ? ownerFlows(own, '0') : [];
				return (
					sum(({ result }) => result) === 0 &&
					sum(({ moved }) => moved ?? 0) === transfer.total &&
					flows.reduce((all, { grant }) => all + grant, 0) === 0 &&
					flows.reduce((all, { cost }) => all + cost, 0) === 0 &&
					flows.every((flow, index) => flow.grant - flow.cost === own?.lines[index]?.result)
				);
			})
		);
	});
});

describe('paid against bought', () => {
	it('explains the whole difference, to the öre', () => {
		const öre = fc.integer({ min: -1e9, max: 1e9 });
		const paid = fc
			.record({
				kind: fc.constantFrom(...paymentKinds),
				covered: fc.boolean(),
				both: öre,
				later: öre,
				earlier: öre
			})
			.map(({ both, ...group }) => ({ ...group, booked: both + group.later, accrued: both + group.earlier }));
		fc.assert(
			fc.property(
				fc.array(paid),
				fc.array(fc.record({ paid: fc.boolean(), amount: öre })),
				(rows, priced) => {
					const { difference, parts } = paymentDifference(rows, priced);
					return Object.values(parts).reduce((sum, part) => sum + part, 0) === difference;
				}
			)
		);
	});

	it('sees prices that hold VAT', () => {
		expect(looksLikeVat(1000, 1250)).toBe(true);
		expect(looksLikeVat(1000, 1100)).toBe(false);
		expect(looksLikeVat(0, 0)).toBe(false);
	});
});
