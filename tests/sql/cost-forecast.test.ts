// The forecast of the demo city, rolled back to T1 and T2 of the years that are over, against the two that anybody makes by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forecastLines, togetherRange } from '$lib/domain/cost-forecast';
import { errorsOf, rollBack, withinSpan, type ForecastErrors } from '$lib/domain/forecast-rollback';
import { monthFrom } from '$lib/domain/period';
import { costForecast, readForecastFacts, type ForecastFacts } from '$lib/queries/cost-forecast';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';

const ledger = { from: monthFrom(2023, 1), to: monthFrom(2026, 8) };
const rates = {
	yearly: () => ({ low: 0.02, likely: 0.03, high: 0.05 }),
	extension: { low: 0.01, likely: 0.02, high: 0.04 }
};
const rollbacks = [2023, 2024, 2025].flatMap((year) => [4, 8].map((cut) => ({ year, cut })));

let database: NativeDatabase;
let facts: ForecastFacts;
beforeAll(async () => {
	database = await demoEdition();
	facts = await readForecastFacts(database, { year: 2026, cut: 8, ledger });
});
afterAll(() => database.close());

/** The nearer of the two, so that a forecast is held to more than not being worse than both. */
function nearest(naive: readonly (ForecastErrors | null)[], of: keyof ForecastErrors): number {
	return Math.min(...naive.flatMap((errors) => errors?.[of] ?? []));
}

describe.each([
	['with the budget', true],
	['without a budget to divide by', false]
])('rolled back %s', (_, withBudget) => {
	const rolled = ({ year, cut }: { year: number; cut: number }) =>
		rollBack({ ...facts, year, cut, budget: withBudget ? facts.budget : [] });

	it.each(rollbacks)('$year at month $cut it is no further off than either by hand', (asked) => {
		const back = rolled(asked);
		expect(back.units.length).toBeGreaterThan(10);
		const calculated = errorsOf(back, ({ range }) => range.likely);
		const naive = [errorsOf(back, (unit) => unit.lastYear), errorsOf(back, (unit) => unit.straight)];
		expect(naive[0] === null).toBe(asked.year === 2023);
		for (const of of ['units', 'total'] as const)
			expect(calculated?.[of]).toBeLessThanOrEqual(nearest(naive, of));
	});

	it('it is nearer than either of them over all the years that have one before', () => {
		const backs = rollbacks.filter(({ year }) => year > 2023).map(rolled);
		const summed = (way: Parameters<typeof errorsOf>[1]) =>
			backs.reduce((sum, back) => sum + (errorsOf(back, way)?.units ?? NaN), 0);
		const calculated = summed(({ range }) => range.likely);
		expect(calculated).toBeLessThan(summed(({ lastYear }) => lastYear));
		expect(calculated).toBeLessThan(summed(({ straight }) => straight));
	});

	it('most nämnder come to something within their span', () => {
		const backs = rollbacks.map(rolled);
		const within = backs.reduce((sum, back) => sum + withinSpan(back), 0);
		expect(within / backs.reduce((sum, { units }) => sum + units.length, 0)).toBeGreaterThan(0.8);
	});
});

it('a forecast rolled back knows nothing of what came after its cut', () => {
	const spoilt = facts.outcomes.map((row) =>
		row.year < 2025
			? row
			: {
					...row,
					months: row.months.map((ore, month) => (row.year > 2025 || month >= 4 ? ore * 7 + 99 : ore))
				}
	);
	const ranges = (outcomes: ForecastFacts['outcomes']) =>
		rollBack({ ...facts, year: 2025, cut: 4, outcomes }).units.map(({ unit, range, straight }) => [
			unit,
			range,
			straight
		]);
	expect(ranges(spoilt)).toEqual(ranges(facts.outcomes));
});

it('the outcome to date is the ledger’s own, to the öre, and the likely year is the sum of its lines', async () => {
	const { lines } = costForecast(facts, rates);
	const [{ amount = 0 } = {}] = (await database.run(
		"SELECT sum(amount)::BIGINT AS amount FROM cost WHERE it_cost = 'ja' AND currency = 'SEK' AND day BETWEEN '2026-01-01' AND '2026-08-31'",
		[]
	)) as { amount: number }[];
	expect(lines.reduce((sum, line) => sum + line.outcome, 0)).toBe(amount);
	const total = togetherRange(lines);
	expect(total.likely).toBe(lines.reduce((sum, line) => sum + line.year.likely, 0));
	expect(total.low).toBeLessThan(total.likely);
	expect(total.high).toBeGreaterThan(total.likely);
	for (const line of lines)
		expect(line.outcome + line.months.reduce((sum, ore) => sum + ore, 0)).toBe(line.year.likely);
});

it('registers tell what happens after the cut, with its kronor and its contract, and widen the span alone', () => {
	const { lines, events } = costForecast(facts, rates);
	const school = events.find(({ contractId }) => contractId === 'A-2020-052');
	expect(school).toMatchObject({ kind: 'renews', title: 'Elevregistret', day: '2026-12-31', concerned: 0 });
	const index = events.filter(({ kind }) => kind === 'index');
	expect(index.length).toBeGreaterThanOrEqual(3);
	for (const event of index) {
		expect(event.place).toBe('within');
		expect(event.concerned).toBeGreaterThan(0);
		expect([event.low < 0, event.likely, event.high > 0]).toEqual([true, 0, true]);
	}
	const bare = forecastLines(facts);
	expect(togetherRange(lines).likely).toBe(togetherRange(bare).likely);
	expect(togetherRange(lines).high).toBeGreaterThan(togetherRange(bare).high);
});

it('a follow-up that the ledger has not reached is forecast from the last month that it has', async () => {
	const year = await readForecastFacts(database, { year: 2026, cut: 12, ledger });
	expect(year.cut).toBe(8);
	expect(costForecast(year, rates).lines.every(({ method }) => method.kind !== 'outcome')).toBe(true);
	const ahead = await readForecastFacts(database, { year: 2027, cut: 4, ledger });
	expect([ahead.cut, costForecast(ahead, rates)]).toEqual([0, { lines: [], events: [] }]);
});
