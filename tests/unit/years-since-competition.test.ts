import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths, dayFromNumber, dayNumber, parseIsoDay, type Day } from '$lib/domain/day';
import { competitionYears } from '$lib/domain/competition-years';
import { lastCompetitions, weightedYears, yearsBetween } from '$lib/domain/years-since-competition';

function day(text: string): Day {
	const read = parseIsoDay(text);
	if (!read) throw new Error(text);
	return read;
}
const today = day('2026-11-22');
const contract = (supplierKey: string, start: string | null) => ({
	supplierKey,
	start: start === null ? null : day(start)
});

it('four years and a half lie between 2022-05-22 and 2026-11-22, and none before the start', () => {
	// 184 days of the 365 from 2026-05-22.
	expect(yearsBetween(day('2022-05-22'), today)).toBe(4 + 184 / 365);
	expect(yearsBetween(today, today)).toBe(0);
	expect(yearsBetween(day('2027-01-01'), today)).toBe(0);
	expect(yearsBetween(day('2024-02-29'), day('2025-02-28'))).toBe(1);
});

it('the last competed contract that has begun decides, also when it has ended', () => {
	const found = lastCompetitions(
		[
			contract('A', '2018-11-22'),
			contract('A', '2022-11-22'),
			contract('A', '2027-01-01'),
			contract('B', null),
			contract('C', '2026-12-01')
		],
		today
	);
	expect([...found.keys()]).toEqual(['A']);
	expect(found.get('A')).toEqual({ contract: contract('A', '2022-11-22'), years: 4 });
});

it('three years on a third of the kronor and six on the rest are five; the unknown weigh nothing and are told', () => {
	expect(
		weightedYears([
			{ amount: 100, years: 3 },
			{ amount: 200, years: 6 },
			{ amount: 50, years: null },
			{ amount: -40, years: 9 }
		])
	).toEqual({ years: 5, known: 300, unknown: 50 });
	expect(weightedYears([{ amount: 50, years: null }])).toEqual({ years: null, known: 0, unknown: 50 });
});

const anyDay = fc
	.integer({ min: dayNumber(day('1995-01-01')), max: dayNumber(day('2040-12-31')) })
	.map(dayFromNumber);

it('later days never make fewer years, and whole years are counted as a calendar does', () => {
	fc.assert(
		fc.property(anyDay, anyDay, anyDay, fc.integer({ min: 0, max: 40 }), (from, one, other, whole) => {
			const [sooner, later] = one < other ? [one, other] : [other, one];
			expect(yearsBetween(from, sooner)).toBeLessThanOrEqual(yearsBetween(from, later) + 1e-12);
			expect(yearsBetween(from, addMonths(from, 12 * whole))).toBeCloseTo(whole, 9);
			const years = yearsBetween(from, later);
			expect(addMonths(from, 12 * Math.floor(years)) <= later || later < from).toBe(true);
		})
	);
});

it('weighted years lie between the fewest and the most, and known and unknown are all kronor', () => {
	const costs = fc.array(
		fc.record({
			amount: fc.integer({ min: -1_000_000, max: 9_000_000_000 }),
			years: fc.option(fc.double({ min: 0, max: 60, noNaN: true }), { nil: null })
		})
	);
	fc.assert(
		fc.property(costs, (all) => {
			const { years, known, unknown } = weightedYears(all);
			expect(known + unknown).toBe(all.reduce((sum, { amount }) => sum + Math.max(0, amount), 0));
			const weighing = all.flatMap((one) => (one.years !== null && one.amount > 0 ? one.years : []));
			expect(years === null).toBe(weighing.length === 0);
			expect(years ?? 0).toBeGreaterThanOrEqual((weighing.length ? Math.min(...weighing) : 0) - 1e-6);
			expect(years ?? 0).toBeLessThanOrEqual(Math.max(...weighing, 0) + 1e-6);
		})
	);
});

it('one more competed contract never makes the years more', () => {
	const contracts = fc.array(
		fc.record({ supplierKey: fc.constantFrom('A', 'B'), start: fc.option(anyDay, { nil: null }) })
	);
	fc.assert(
		fc.property(contracts, anyDay, (some, start) => {
			const before = lastCompetitions(some, today).get('A')?.years;
			const after = lastCompetitions([...some, { supplierKey: 'A', start }], today).get('A')?.years;
			if (before !== undefined) expect(after).toBeLessThanOrEqual(before);
			else if (start > today) expect(after).toBeUndefined();
			else expect(after).toBe(yearsBetween(start, today));
		})
	);
});

it('every krona above zero lies in one bucket, those of a year together, and the buckets have no gaps', () => {
	const supplier = fc.constantFrom('A', 'B', 'C', null);
	const costs = fc.uniqueArray(
		fc.record({ supplierKey: supplier, amount: fc.integer({ min: -5_000, max: 9_000_000_000 }) }),
		{ selector: ({ supplierKey }) => supplierKey }
	);
	const contracts = fc.array(
		fc.record({ supplierKey: fc.constantFrom('A', 'B'), start: fc.option(anyDay, { nil: null }) })
	);
	fc.assert(
		fc.property(costs, contracts, (some, competed) => {
			const found = competitionYears(
				some.map((cost) => ({ ...cost, supplier: cost.supplierKey })),
				competed,
				today
			);
			const sums = found.buckets.map(({ amount }) => amount);
			expect(sums.reduce((sum, amount) => sum + amount, 0)).toBe(found.known + found.unknown);
			expect(found.buckets.flatMap(({ suppliers }) => suppliers)).toHaveLength(
				some.filter(({ amount }) => amount > 0).length
			);
			expect(found.buckets.flatMap(({ years }) => years ?? [])).toEqual(
				found.buckets.flatMap(({ years }, index) => (years === null ? [] : index))
			);
		})
	);
});
