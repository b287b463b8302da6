import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetByOrientation } from '../../src/lib/domain/orientation-budget';
import {
	bookedLater,
	lastWholeMonth,
	linesOfYear,
	linesOfYears,
	orientationParts,
	partsOf,
	yearSpans,
	type OrientationSum
} from '../../src/lib/domain/orientation-years';
import { monthFrom, monthsOf } from '../../src/lib/domain/period';
import { orientationLead, yearsFinding } from '../../src/lib/text/orientation';

const plain = (text: string) => text.replace(/\s+/g, ' ');
const sum = (
	year: number,
	part: OrientationSum['part'],
	whole: number,
	toCut: number,
	value = 'Kulturnämnden'
): OrientationSum => ({ value, label: value, year, part, whole, toCut });

/** 2025: 90 + 10 in the year, 50 + 10 to July. 2026: 72 + 8 to July, and 5 in August. Kronor. */
const sums = [
	sum(2025, 'förvaltning', 9_000, 5_000),
	sum(2025, 'utveckling', 1_000, 1_000),
	sum(2026, 'förvaltning', 7_700, 7_200),
	sum(2026, 'utveckling', 800, 800)
];
const [from, july] = [monthFrom(2025, 1), monthFrom(2026, 7)];

describe('the years of a ledger', () => {
	it('end with its last whole month, and the year before is compared to the same month', () => {
		const spans = yearSpans(from, july, false);
		expect(spans.map(({ months, isWhole }) => [months.from, months.to, isWhole])).toEqual([
			['2025-01', '2025-12', true],
			['2026-01', '2026-07', false]
		]);
		const [before, now] = linesOfYears(sums, spans, 7);
		expect(before?.total).toEqual({ amount: 10_000, before: null });
		expect(before?.parts.utveckling).toEqual({ amount: 1_000, share: 0.1, before: null });
		expect(now?.total).toEqual({ amount: 8_000, before: 6_000 });
		expect(now?.parts.förvaltning).toEqual({ amount: 7_200, share: 0.9, before: 5_000 });
		expect(bookedLater(sums, july)).toBe(500);
	});

	it('are all cut alike when the same months are asked for', () => {
		const lines = linesOfYears(sums, yearSpans(from, july, true), 7);
		expect(lines.map(({ total }) => total.amount)).toEqual([6_000, 8_000]);
	});

	it('that begin in April have nothing to compare the next one with', () => {
		const spans = yearSpans(monthFrom(2024, 4), july, false);
		expect(spans.map(({ year, isWhole, compares }) => [year, isWhole, compares])).toEqual([
			[2024, false, false],
			[2025, true, false],
			[2026, false, true]
		]);
	});

	it('are none in the months that they are cut from', () => {
		expect(yearSpans(monthFrom(2025, 9), july, true).map(({ year }) => year)).toEqual([2026]);
	});

	it('cover every month of the ledger once, to the last whole one', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (start, length) => {
				const first = monthFrom(2018 + Math.floor(start / 12), (start % 12) + 1);
				const at = start + length;
				const last = monthFrom(2018 + Math.floor(at / 12), (at % 12) + 1);
				const months = yearSpans(first, last, false).flatMap((span) => monthsOf(span.months));
				expect(months).toEqual(monthsOf({ from: first, to: last }));
			})
		);
	});
});

it('a month that the edition lies in is not the last whole one', () => {
	const months = ['2026-06', '2026-07', '2026-08'].map((month) => ({ month, rows: 100 }));
	const ledger = { from: monthFrom(2026, 6), to: monthFrom(2026, 8) };
	expect(lastWholeMonth(ledger, months, '2026-08-31')).toBe('2026-07');
	expect(lastWholeMonth(ledger, months, '2026-09-01')).toBe('2026-08');
	expect(lastWholeMonth(ledger, months, '2026-06-15')).toBeNull();
});

it('lines of a year sum to the year to the öre, whatever is divided, and no share is outside 0–1', () => {
	const sumsOf = fc.array(
		fc.record({
			value: fc.constantFrom('Kulturnämnden', 'Miljönämnden', null),
			label: fc.constant(null),
			year: fc.constantFrom(2025, 2026),
			part: fc.constantFrom(...orientationParts),
			whole: fc.integer({ min: -1e9, max: 1e9 }),
			toCut: fc.integer({ min: -1e9, max: 1e9 })
		}),
		{ maxLength: 30 }
	);
	fc.assert(
		fc.property(sumsOf, fc.boolean(), (rows, same) => {
			for (const span of yearSpans(from, july, same)) {
				const [year] = linesOfYears(rows, [span], 7);
				const lines = linesOfYear(rows, span, 7);
				expect(lines.reduce((ore, { total }) => ore + total.amount, 0)).toBe(year?.total.amount);
				for (const part of orientationParts) {
					expect(lines.reduce((ore, { parts }) => ore + parts[part].amount, 0)).toBe(
						year?.parts[part].amount
					);
					for (const { parts } of lines) {
						const { share } = parts[part];
						expect(share === null || (share >= 0 && share <= 1)).toBe(true);
					}
				}
			}
		})
	);
});

it('a credit that makes a part more than the whole has no share', () => {
	const spans = yearSpans(from, july, false);
	const [year] = linesOfYears([sum(2025, 'förvaltning', 500, 0), sum(2025, 'utveckling', -100, 0)], spans, 7);
	expect(year?.parts.förvaltning.share).toBeNull();
	expect(year?.parts.utveckling.share).toBeNull();
	expect(partsOf(year ? [year] : [])).toEqual(['förvaltning', 'utveckling']);
});

it('the sentence says shares, the months, and how the share has moved', () => {
	const lines = linesOfYears(sums, yearSpans(from, july, false), 7);
	const last = lines.at(-1);
	const lead =
		last && orientationLead(last, 'kr').map((piece) => (typeof piece === 'string' ? piece : piece.text));
	expect(plain((lead ?? []).join(''))).toBe(
		'Av 80 kr it-kostnad jan–jul 2026 är 90,0 % förvaltning och 10,0 % utveckling. Utvecklingens andel är 6,7 procentenheter lägre än samma månader 2025.'
	);
	expect(plain(yearsFinding(lines))).toBe('Utvecklingens andel är 10,0 %, lika stor som 2025');
});

it('the budget counts kommunfullmäktige’s with its additions, and says what is not divided', () => {
	const row = (version: string, orientation: string | null, amount: number) => ({
		year: 2026,
		version,
		orientation,
		amount
	});
	const [year] = budgetByOrientation([
		row('KF-budget', 'förvaltning', 900),
		row('tilläggsbudget', 'utveckling', 50),
		row('KF-budget', null, 40),
		row('T1-prognos', 'utveckling', 999)
	]);
	expect(year && { ...year, parts: [...year.parts] }).toEqual({
		year: 2026,
		parts: [
			['förvaltning', 900],
			['utveckling', 50]
		],
		undivided: 40,
		total: 990
	});
});
