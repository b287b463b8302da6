// Key figures on sums that can be divided by hand: what is known, what is an interval, and what cannot be told at all.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agencyBenchmarks, latestAgencyBenchmark } from '$lib/domain/benchmark';
import {
	keyFigure,
	keyFigures,
	keyFigureSpecs,
	type KeyFigureGround,
	type KeyFigureKey,
	type KeyFigureSum,
	type UnitSums
} from '$lib/domain/key-figure';
import { chosenSpans, yearSpans } from '$lib/domain/key-figure-span';
import { monthFrom } from '$lib/domain/period';
import { benchmarkLine, keyFigureFigure, keyFigureLead, trendSentence } from '$lib/text/key-figure-sentences';

const sum = (kronor: number, rows = 1): KeyFigureSum => ({
	amount: kronor * 100,
	size: Math.abs(kronor) * 100,
	rows
});
const unit = (name: string | null, sums: Record<string, number>): UnitSums => ({
	unit: name,
	sums: Object.fromEntries(Object.entries(sums).map(([part, kronor]) => [part, sum(kronor)]))
});
const ground = (units: UnitSums[], more: Partial<KeyFigureGround> = {}): KeyFigureGround => ({
	units,
	employees: new Map(),
	users: null,
	whole: true,
	...more
});
const plain = (text: string) => text.replace(/\s/g, ' ');

const school = unit('Skola', { it: 60, operatingIt: 60, operating: 1_000, other: 940 });
const culture = unit('Kultur', { it: 40, operatingIt: 40, operating: 1_000, other: 960 });

describe('the share of operating cost', () => {
	it('is IT cost over all cost on cost accounts', () => {
		expect(keyFigure('it_andel', ground([school, culture]))).toMatchObject({
			value: 0.05,
			numerator: 10_000,
			denominator: 200_000,
			known: 1,
			gap: null,
			leftOut: []
		});
	});

	it('tells beside it what it would be if all that nobody has judged were IT', () => {
		const found = keyFigure('it_andel', ground([unit('Skola', { ...kronorOf(school), candidates: 20 })]));
		expect(found).toMatchObject({ value: 0.06, low: 0.06, high: 0.08, known: 0.75, unknown: 2_000 });
	});

	it('is unknown in a ledger of IT rows alone, and leaves out a nämnd that has no others', () => {
		const onlyIt = unit('It-nämnd', { it: 500, operatingIt: 500, operating: 500 });
		expect(keyFigure('it_andel', ground([onlyIt]))).toMatchObject({ value: null, gap: 'onlyIt' });
		expect(keyFigure('it_andel', ground([school, onlyIt]))).toMatchObject({
			value: 0.06,
			leftOut: ['It-nämnd']
		});
	});

	it('is unknown where credits make the base nothing', () => {
		const found = keyFigure(
			'it_andel',
			ground([unit('Skola', { it: 10, operatingIt: 10, operating: 0, other: -10 })])
		);
		expect(found).toMatchObject({ value: null, gap: 'noBase' });
	});
});

describe('kronor a head', () => {
	it('counts nämnder with known employees on both sides, and names the others', () => {
		const found = keyFigure(
			'kronor_per_anstalld',
			ground([school, culture, unit(null, { it: 100 })], {
				employees: new Map([
					['Skola', 3],
					['Kultur', null]
				])
			})
		);
		// 60 kronor by 3; 60 of 200 kronor are known.
		expect(found).toMatchObject({
			value: 2_000,
			numerator: 6_000,
			denominator: 3,
			known: 0.3,
			unknown: 14_000
		});
		expect(found.leftOut).toEqual(['Kultur', null]);
	});

	it('leaves out employees of a nämnd without IT cost', () => {
		const idle = unit('Vila', { operating: 500, other: 500 });
		const employees = new Map([
			['Skola', 3],
			['Vila', 1_000]
		]);
		expect(keyFigure('kronor_per_anstalld', ground([school, idle], { employees })).denominator).toBe(3);
	});

	it('needs the number of users to have been said, and of all that is shown', () => {
		expect(keyFigure('kronor_per_anvandare', ground([school], { users: 12 })).value).toBe(500);
		expect(keyFigure('kronor_per_anvandare', ground([school])).gap).toBe('noUsers');
		expect(keyFigure('kronor_per_anvandare', ground([school], { users: 12, whole: false })).gap).toBe(
			'usersOfWhole'
		);
	});
});

describe('shares of IT cost', () => {
	const it_ = { it: 100, secured: 70, improved: 15, developed: 5, unplaced: 10, orientationUnknown: 4 };

	test('säkerställa, förbättra and utveckla are intervals by what cannot be placed', () => {
		const found = (key: KeyFigureKey) => keyFigure(key, ground([unit('Skola', it_)]));
		expect(found('sakerstalla_andel')).toMatchObject({ value: null, low: 0.7, high: 0.74, known: 0.96 });
		expect(found('forbattra_andel')).toMatchObject({ value: null, low: 0.15, high: 0.25, known: 0.9 });
		expect(found('utveckla_andel')).toMatchObject({ value: null, low: 0.05, high: 0.15, known: 0.9 });
		expect(plain(keyFigureFigure(found('forbattra_andel')))).toBe('15,0–25,0 %');
	});

	test('a share is one figure where everything is known', () => {
		expect(keyFigure('konsult_andel', ground([unit('Skola', { it: 100, consultants: 25 })]))).toMatchObject({
			value: 0.25,
			low: null,
			known: 1
		});
	});

	test('hired staff are consultants of consultants and staff, and unknown without any staff', () => {
		const staffed = { it: 100, consultants: 30, staff: 60 };
		expect(keyFigure('inhyrd_andel', ground([unit('Skola', staffed)])).value).toBeCloseTo(1 / 3, 10);
		// 10 kronor are of an unknown kind: staff gives 30 of 100, consultants 40 of 100.
		expect(keyFigure('inhyrd_andel', ground([unit('Skola', { ...staffed, kindUnknown: 10 })]))).toMatchObject(
			{
				value: null,
				low: 0.3,
				high: 0.4,
				known: 0.9
			}
		);
		expect(keyFigure('inhyrd_andel', ground([unit('Skola', { it: 100, consultants: 30 })]))).toMatchObject({
			value: null,
			numerator: 3_000,
			gap: 'noStaff'
		});
	});

	test('nothing is told of nämnder without IT cost', () => {
		for (const found of keyFigures(ground([unit('Vila', { operating: 10, other: 10 })])))
			expect(found).toMatchObject({ value: null, gap: 'noCost' });
	});

	test('säkerställa, förbättra, utveckla and what cannot be placed are all IT cost, however kronor fall', () => {
		const kronor = fc.integer({ min: 0, max: 1_000_000 });
		fc.assert(
			fc.property(
				kronor,
				kronor,
				kronor,
				kronor,
				kronor,
				(secured, improved, developed, stage, orientation) => {
					const all = secured + improved + developed + stage + orientation;
					fc.pre(all > 0);
					const sums = {
						it: all,
						secured,
						improved,
						developed,
						unplaced: stage + orientation,
						orientationUnknown: orientation
					};
					const found = (['sakerstalla_andel', 'forbattra_andel', 'utveckla_andel'] as const).map((key) =>
						keyFigure(key, ground([unit('Skola', sums)]))
					);
					const placed = found.reduce((total, { numerator }) => total + (numerator ?? 0), 0);
					expect(placed + (stage + orientation) * 100).toBe(all * 100);
					for (const { value, low, high, known } of found) {
						expect(value ?? low ?? -1).toBeGreaterThanOrEqual(0);
						expect(value ?? high ?? 2).toBeLessThanOrEqual(1 + 1e-12);
						expect(known).toBeGreaterThanOrEqual(0);
					}
				}
			)
		);
	});
});

describe('the months of each year', () => {
	const month = (text: string) => monthFrom(Number(text.slice(0, 4)), Number(text.slice(5)));
	const ledger = (from: string, to: string) => ({ from: month(from), to: month(to) });

	it('are whole years and, when the last is not over, the same months of each', () => {
		const { wholeYears, sameMonths } = yearSpans(ledger('2023-01', '2026-08'));
		expect(wholeYears.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
		expect(sameMonths.map(({ period }) => `${period.from} ${period.to}`)).toEqual([
			'2023-01 2023-08',
			'2024-01 2024-08',
			'2025-01 2025-08',
			'2026-01 2026-08'
		]);
		expect(yearSpans(ledger('2024-01', '2025-12')).sameMonths).toEqual([]);
	});

	it('leave out a first year that began late, and never compare a ledger of some months', () => {
		expect(yearSpans(ledger('2024-07', '2026-03')).sameMonths.map(({ year }) => year)).toEqual([2025, 2026]);
		expect(chosenSpans(ledger('2026-03', '2026-08'), 'sameMonths').spans).toEqual([
			{ year: 2026, period: ledger('2026-03', '2026-08') }
		]);
		expect(chosenSpans(ledger('2024-01', '2025-12'), 'sameMonths').choice).toBe('wholeYears');
	});
});

describe('the words', () => {
	const span = { year: 2026, period: { from: monthFrom(2026, 1), to: monthFrom(2026, 8) } };
	const at = (kronor: number) =>
		keyFigures(
			ground([unit('Skola', { it: kronor, operatingIt: kronor, operating: 1_000, other: 1_000 - kronor })])
		);

	it('say what the share is and how it has moved', () => {
		expect(plain(keyFigureLead(at(50), at(48), span, 'sameMonths', null))).toBe(
			'It står för 5,0 % av verksamhetens kostnad januari–augusti 2026, 0,2 procentenheter mer än samma månader 2025.'
		);
		expect(plain(keyFigureLead(at(50), at(50), span, 'sameMonths', 'Kulturnämnden'))).toMatch(
			/^Kulturnämndens it står för 5,0 % .*, lika stor del som samma månader 2025\.$/
		);
	});

	it('compare with the year before only where there is one', () => {
		const [now] = at(50);
		const [before] = at(53);
		if (!now || !before) throw new Error('no figures');
		expect(plain(trendSentence(now, before, 2025, 'wholeYears'))).toBe('0,3 procentenheter mindre än 2025.');
		expect(trendSentence(now, undefined, null, 'wholeYears')).toBe('Inget tidigare år att jämföra med.');
	});

	it('name the benchmarks as what they are', () => {
		const latest = latestAgencyBenchmark('it_andel');
		expect(plain(benchmarkLine(latest?.year ?? 0, latest?.mean ?? 0))).toBe(
			'Statliga myndigheter, medel 2017: 9,5 %. Inte kommuner.'
		);
		for (const { key, mean, year } of agencyBenchmarks) {
			expect(keyFigureSpecs[key].unit).toBe('andel');
			expect(mean).toBeGreaterThan(0);
			expect(mean).toBeLessThan(1);
			expect(year).toBeLessThan(2018);
		}
		// The published sums behind two of the means.
		expect(19.3 / 202).toBeCloseTo(0.095, 2);
		expect(1_753 / 8_416).toBeCloseTo(0.21, 2);
	});
});

function kronorOf({ sums }: UnitSums): Record<string, number> {
	return Object.fromEntries(Object.entries(sums).map(([part, one]) => [part, one.amount / 100]));
}
