import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastLines, straightRest, togetherRange, type LineYear } from '$lib/domain/cost-forecast';
import { parseIsoDay } from '$lib/domain/day';
import {
	contractEvents,
	licenceEvents,
	withEvents,
	type ForecastContract
} from '$lib/domain/forecast-events';
import { holdingOfUnit } from '$lib/domain/forecast-override';
import { forecastTable } from '$lib/domain/forecast-table';
import { monthFrom } from '$lib/domain/period';

const even = (ore: number) => Array.from({ length: 12 }, () => ore);
const inMonth = (month: number, ore: number) => even(0).map((_, index) => (index === month - 1 ? ore : 0));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const line = { unit: 'Skolnämnden', costKind: 'Drift' };
const booked = (year: number, months: readonly number[], of = line): LineYear => ({ ...of, year, months });
const asked = { year: 2026, cut: 4, wholeYears: [2024, 2025], budget: [] };

describe('what is left of the year', () => {
	it('a yearly invoice comes again in its month, at the level so far', () => {
		const year = even(100).map((ore, index) => (index === 9 ? 5_000 : ore));
		const [forecast] = forecastLines({ ...asked, outcomes: [booked(2025, year), booked(2026, even(100))] });
		expect(forecast?.method).toEqual({ kind: 'season', years: [2025] });
		expect(forecast?.outcome).toBe(400);
		expect(forecast?.months).toEqual([100, 100, 100, 100, 100, 5_000, 100, 100]);
	});

	it('a level that has risen is carried on as far as it has been seen, and never more than twice', () => {
		const rest = (now: number) => {
			const outcomes = [booked(2025, even(100)), booked(2026, even(now))];
			return sum(forecastLines({ ...asked, outcomes })[0]?.months ?? []);
		};
		// A third of the year is seen. The kostnadsslag of the municipality is this line alone, and has risen by a third of it.
		expect(rest(100)).toBe(800);
		expect(rest(130)).toBeGreaterThan(800);
		expect(rest(130)).toBeLessThan(8 * 130);
		expect(rest(1_000)).toBeLessThanOrEqual(2 * 800);
		expect(rest(0)).toBeLessThan(800);
	});

	it('without an earlier year the budget says when it comes, and without a budget the mean month is carried on', () => {
		const outcomes = [booked(2026, even(100))];
		const budget = [{ ...line, year: 2026, months: even(100).map((ore, index) => (index > 9 ? 900 : ore)) }];
		const [planned] = forecastLines({ ...asked, outcomes, budget });
		expect(planned?.method).toEqual({ kind: 'budget' });
		expect(planned?.months.slice(-2)).toEqual([900, 900]);
		const [straight] = forecastLines({ ...asked, outcomes });
		expect(straight?.method).toEqual({ kind: 'straight' });
		expect(straight?.year.likely).toBe(1_200);
	});

	it('the less is known, the wider the span', () => {
		const width = (outcomes: LineYear[], budget: typeof asked.budget | LineYear[] = []) => {
			const [forecast] = forecastLines({ ...asked, outcomes, budget });
			return forecast ? forecast.year.high - forecast.year.low : NaN;
		};
		const now = booked(2026, even(10_000));
		const two = width([booked(2024, even(10_000)), booked(2025, even(10_000)), now]);
		const one = width([booked(2025, even(10_000)), now]);
		const planned = width([now], [booked(2026, even(10_000))]);
		const straight = width([now]);
		const once = width([booked(2026, inMonth(2, 40_000))]);
		expect([two < one, one < planned, planned < straight, straight < once]).toEqual([true, true, true, true]);
	});

	it('a year that is over is its outcome and nothing else', () => {
		const [forecast] = forecastLines({ ...asked, cut: 12, outcomes: [booked(2026, even(100))] });
		expect(forecast).toMatchObject({
			outcome: 1_200,
			year: { low: 1_200, likely: 1_200, high: 1_200 },
			method: { kind: 'outcome' }
		});
	});

	it('holds the outcome exactly, orders its span and sums its months, whatever is booked', () => {
		const months = fc.array(fc.integer({ min: -500_000, max: 90_000_000 }), { minLength: 12, maxLength: 12 });
		const of = fc.constantFrom(
			line,
			{ unit: 'Äldrenämnden', costKind: 'Drift' },
			{ unit: 'A', costKind: 'B' }
		);
		const rows = fc.array(fc.tuple(of, fc.constantFrom(2023, 2024, 2025, 2026, 2027), months), {
			maxLength: 9
		});
		fc.assert(
			fc.property(rows, fc.integer({ min: 1, max: 12 }), fc.boolean(), (made, cut, withBudget) => {
				const outcomes = [
					...new Map(
						made.map(([whose, year, own]) => [`${whose.unit} ${year}`, booked(year, own, whose)])
					).values()
				];
				const budget = withBudget ? [{ ...line, year: 2026, months: even(777) }] : [];
				const lines = forecastLines({ year: 2026, cut, outcomes, budget, wholeYears: [2023, 2024, 2025] });
				for (const { unit, outcome, year, months: rest } of lines) {
					const own = outcomes.find((row) => row.unit === unit && row.year === 2026);
					expect(outcome).toBe(sum(own?.months.slice(0, cut) ?? []));
					expect(outcome + sum(rest)).toBe(year.likely);
					expect(year.low).toBeLessThanOrEqual(year.likely);
					expect(year.high).toBeGreaterThanOrEqual(year.likely);
					expect([year.low, year.likely, year.high].every(Number.isSafeInteger)).toBe(true);
				}
				const all = togetherRange(lines);
				expect(all.likely).toBe(sum(lines.map(({ year }) => year.likely)));
				expect(all.low).toBeGreaterThanOrEqual(sum(lines.map(({ year }) => year.low)) - 2);
				expect(all.high).toBeLessThanOrEqual(sum(lines.map(({ year }) => year.high)) + 2);
			})
		);
	});

	it('the straight line is the mean month times those left', () => {
		expect(straightRest(100, 3)).toBe(300);
		expect(straightRest(100, 7)).toBe(71);
	});
});

const rates = {
	yearly: (key: string | null) =>
		key === 'dyr' ? { low: 0.1, likely: 0.1, high: 0.2 } : { low: 0.02, likely: 0.03, high: 0.05 },
	extension: { low: 0.01, likely: 0.02, high: 0.04 }
};
const contract = (facts: Partial<ForecastContract>): ForecastContract => ({
	contractId: 'A-1',
	title: 'Drift av Läsa',
	supplier: 'Bolaget AB',
	supplierKey: '559900-0014',
	startDay: parseIsoDay('2023-10-01'),
	endDay: null,
	extensionKind: null,
	extensionCount: null,
	extensionsUsed: null,
	priceAdjustment: null,
	value: null,
	costs: [{ ...line, thisYear: even(0), yearBefore: even(1_000) }],
	...facts
});
const eventsOf = (facts: Partial<ForecastContract>, method: 'season' | 'straight' = 'season') =>
	contractEvents({ year: 2026, cut: 4, contracts: [contract(facts)], methodOf: () => method, rates });

describe('known events after the cut', () => {
	const endDay = parseIsoDay('2026-09-30');

	it('an end without an option lowers the low end by what the months after it cost, and nothing else is sure', () => {
		const [event] = eventsOf({ endDay, extensionKind: 'ingen' });
		expect(event).toMatchObject({ kind: 'ends', place: 'span', concerned: 3_000, low: -3_000, likely: 0 });
	});

	it('an option may be called at a higher price, a contract that renews itself does not end', () => {
		expect(eventsOf({ endDay, extensionKind: 'option', extensionCount: 1, extensionsUsed: 0 })).toMatchObject(
			[{ kind: 'option', low: -3_000, high: 120 }]
		);
		expect(eventsOf({ endDay, extensionKind: 'automatisk' })).toMatchObject([
			{ kind: 'renews', low: 0, high: 150 }
		]);
		expect(eventsOf({ endDay, extensionKind: 'option', extensionCount: 1, extensionsUsed: 1 })).toMatchObject(
			[{ kind: 'ends' }]
		);
		expect(eventsOf({ endDay })).toMatchObject([{ kind: 'ends_unsaid' }]);
	});

	it('an index is in what a season says already, and is added to a straight line', () => {
		expect(eventsOf({ priceAdjustment: 'KPI' })).toMatchObject([
			{ kind: 'index', day: '2026-10-01', place: 'within', concerned: 3_000, low: -30, likely: 0, high: 60 }
		]);
		expect(eventsOf({ priceAdjustment: 'KPI' }, 'straight')).toMatchObject([
			{ place: 'likely', low: -30, likely: 90, high: 60 }
		]);
		expect(eventsOf({ priceAdjustment: 'KPI', startDay: parseIsoDay('2023-03-01') })).toEqual([]);
		expect(eventsOf({ priceAdjustment: 'Fast timpris' })).toEqual([]);
		expect(eventsOf({ priceAdjustment: 'KPI', supplierKey: 'dyr' })).toMatchObject([{ low: 0, high: 300 }]);
	});

	it('a contract that begins is told with its kronor, beside the forecast', () => {
		const begins = { startDay: parseIsoDay('2026-07-01'), endDay: parseIsoDay('2028-06-30'), value: 24_000 };
		const [event] = eventsOf(begins);
		expect(event).toMatchObject({ kind: 'begins', place: 'beside', effects: [] });
		expect(event?.concerned).toBeCloseTo(6_000, -3);
	});

	it('nothing that lies before the cut, or after the year, is an event', () => {
		expect(eventsOf({ endDay: parseIsoDay('2026-04-30'), extensionKind: 'ingen' })).toEqual([]);
		expect(eventsOf({ endDay: parseIsoDay('2027-01-31'), extensionKind: 'ingen' })).toEqual([]);
	});

	it('licences that usually grow in the autumn widen the span upwards', () => {
		const grown = (year: number, to: number) =>
			Array.from({ length: to }, (_, index) => [monthFrom(year, index + 1), index < 8 ? 100 : 150] as const);
		const amounts = new Map([
			['Skolnämnden', new Map([...grown(2024, 12), ...grown(2025, 12), ...grown(2026, 8)])]
		]);
		const [event] = licenceEvents(amounts, monthFrom(2026, 8), () => 'season');
		expect(event).toMatchObject({ kind: 'licences', place: 'within', concerned: 400, low: 0, high: 200 });
		expect(licenceEvents(amounts, monthFrom(2026, 8), () => null)).toEqual([]);
	});

	it('the span is never moved below what has been booked', () => {
		const lines = forecastLines({
			...asked,
			outcomes: [booked(2025, even(1_000)), booked(2026, even(1_000))]
		});
		const events = eventsOf({ endDay: parseIsoDay('2026-05-31'), extensionKind: 'ingen' });
		const [moved] = withEvents(lines, [...events, ...events]);
		expect(moved?.year.low).toBe(4_000);
		expect(moved?.year.likely).toBe(lines[0]?.year.likely);
	});
});

describe('which forecast holds', () => {
	const lines = forecastLines({
		...asked,
		outcomes: [
			booked(2025, even(100)),
			booked(2026, even(100)),
			booked(2025, even(50), { ...line, costKind: 'Moln' }),
			booked(2026, even(50), { ...line, costKind: 'Moln' })
		]
	});
	const set = (id: number, costKind: string, amount: number | null) => ({
		id,
		unit: line.unit,
		costKind,
		amount,
		reason: 'Upphandling',
		author: 'Maja',
		created: '2026-09-01T08:00:00.000Z'
	});
	const left = [{ unit: line.unit, costKind: null, amount: 2_000 }];
	const holding = (of: Parameters<typeof forecastTable>[1], stored: Parameters<typeof forecastTable>[2]) =>
		forecastTable(lines, of, stored).total.holding;

	it('one that is set, before the nämnd’s own, before the calculated', () => {
		expect(holding([], [])).toEqual({ amount: 1_800, source: 'calculated' });
		expect(holding(left, [])).toEqual({ amount: 2_000, source: 'left' });
		expect(holding(left, [set(1, '', 1_500)])).toEqual({ amount: 1_500, source: 'set' });
		expect(holding(left, [set(1, '', 1_500), set(2, '', null)])).toEqual({ amount: 2_000, source: 'left' });
	});

	it('one kostnadsslag that is set moves the nämnd’s by its difference', () => {
		const { rows } = forecastTable(lines, left, [set(1, 'Moln', 700)]);
		expect(rows[0]?.holding).toEqual({ amount: 2_100, source: 'partly' });
		expect(rows[0]?.parts.find(({ costKind }) => costKind === 'Moln')?.holding).toEqual({
			amount: 700,
			source: 'set'
		});
		expect(holdingOfUnit(null, null, { low: 0, likely: 10, high: 20 }, [5])).toEqual({
			amount: 15,
			source: 'partly'
		});
	});
});
