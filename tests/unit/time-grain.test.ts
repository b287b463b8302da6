import { describe, expect, it } from 'vitest';
import { incompleteMonths, spanGap } from '../../src/lib/domain/incomplete-months';
import { monthFrom, type Period } from '../../src/lib/domain/period';
import {
	grainFromUrl,
	grainInUrl,
	periodOfSpans,
	spanCompares,
	spanKeyOf,
	spansOf,
	spansOfPeriod,
	spansWithin
} from '../../src/lib/domain/time-grain';
import { gapReason, gapsNote } from '../../src/lib/text/incomplete';
import { spanName, spanShort } from '../../src/lib/text/time-grain';

const period = (from: [number, number], to: [number, number]): Period => ({
	from: monthFrom(...from),
	to: monthFrom(...to)
});
const available = period([2025, 3], [2026, 8]);

describe('spans of time', () => {
	it('are the tertials that the data has something of, named by their months', () => {
		const spans = spansWithin(available, 'tertial');
		expect(spans.map(({ key }) => key)).toEqual(['2025-1', '2025-2', '2025-3', '2026-1', '2026-2']);
		expect(spans.map(({ key }) => spanName(key, 'tertial')).at(-1)).toBe('maj–aug 2026');
		expect(spanShort('2026-1', 'tertial')).toBe('jan–apr');
		expect(spanName('2026', 'year')).toBe('2026');
		expect(spanKeyOf('2026-12', 'tertial')).toBe('2026-3');
	});

	it('gather the rows of their months, kind by kind, to the öre', () => {
		const rows = [
			{ month: '2026-01', kind: 'Drift', ore: 101, rowCount: 1 },
			{ month: '2026-04', kind: 'Drift', ore: 202, rowCount: 2 },
			{ month: '2026-05', kind: 'Drift', ore: 400, rowCount: 1 },
			{ month: '2026-01', kind: 'Konsult', ore: -1, rowCount: 1 }
		];
		expect(spansOf(rows, 'tertial')).toEqual([
			{ month: '2026-1', kind: 'Drift', ore: 303, rowCount: 3 },
			{ month: '2026-2', kind: 'Drift', ore: 400, rowCount: 1 },
			{ month: '2026-1', kind: 'Konsult', ore: -1, rowCount: 1 }
		]);
		expect(spansOf(rows, 'month')).toEqual(rows);
	});

	it('turn into a period and back, cut to the months with data', () => {
		const years = spansWithin(available, 'year');
		expect(periodOfSpans(years, { from: 0, to: 0 }, available)).toEqual(period([2025, 3], [2025, 12]));
		expect(periodOfSpans(years, { from: 0, to: 1 }, available)).toEqual(available);
		expect(spansOfPeriod(years, period([2026, 1], [2026, 8]))).toEqual({ from: 1, to: 1 });
		expect(spansOfPeriod(years, available)).toBeNull();
		expect(spansOfPeriod(years, period([2020, 1], [2020, 2]))).toBeNull();
	});

	it('compare only when all their months with data have a year before', () => {
		const [first, , , , last] = spansWithin(available, 'tertial');
		expect(last && spanCompares(last, available)).toBe(true);
		expect(first && spanCompares(first, available)).toBe(false);
		const [, year2026] = spansWithin(available, 'year');
		expect(year2026 && spanCompares(year2026, available)).toBe(false);
	});

	it('stand in the address by a Swedish word, months not at all', () => {
		expect(grainInUrl('year')).toEqual(['korn', 'ar']);
		expect(grainInUrl('month')).toEqual(['korn', null]);
		expect(grainFromUrl(new URLSearchParams('korn=tertial'))).toBe('tertial');
		expect(grainFromUrl(new URLSearchParams('korn=vecka'))).toBe('month');
	});
});

describe('months that are not whole', () => {
	const ledger = (rows: number[]) =>
		rows.map((count, index) => ({ month: monthFrom(2026, index + 1), rows: count }));

	it('are the month that the edition was made in, and later ones', () => {
		const gaps = incompleteMonths(ledger([100, 100, 100]), '2026-02-28');
		expect([...gaps]).toEqual([
			['2026-02', { reason: 'notEnded' }],
			['2026-03', { reason: 'notEnded' }]
		]);
	});

	it('have fewer than 60 % of the rows that the other months usually have', () => {
		const gaps = incompleteMonths(ledger([100, 110, 90, 100, 60, 59, 100, 3]), '2026-08-15');
		expect([...gaps]).toEqual([
			['2026-08', { reason: 'notEnded' }],
			['2026-06', { reason: 'fewRows', fewer: 0.41 }]
		]);
	});

	it('are not judged by their rows while fewer than six months are known', () => {
		expect(incompleteMonths(ledger([100, 100, 100, 100, 1]), '2027-01-01').size).toBe(0);
		expect(incompleteMonths(ledger([100, 100, 100, 100, 100, 1]), '2027-01-01').size).toBe(1);
	});

	it('say that nothing is loaded where there are no rows at all', () => {
		const gaps = incompleteMonths(ledger([100, 100, 0, 100, 100, 100]), '2027-01-01');
		expect(gaps.get('2026-03')).toEqual({ reason: 'noRows' });
	});
});

describe('spans that are not whole', () => {
	const [, year] = spansWithin(available, 'year');
	const [tertial] = spansWithin(available, 'tertial');

	it('lack months, or have months that are not whole, and say which', () => {
		const gap = year && spanGap(year, available, new Map([['2026-07', { reason: 'fewRows', fewer: 0.4 }]]));
		expect(gap && gapReason(gap, false)).toBe(
			'saknar sep–dec, juli 2026 har 40\u00a0% färre rader än vanligt'
		);
		const start = tertial && spanGap(tertial, available, new Map());
		expect(start && gapReason(start, false)).toBe('saknar jan–feb');
	});

	it('are whole when every month is', () => {
		const whole = spansWithin(available, 'tertial')[1];
		expect(whole && spanGap(whole, available, new Map())).toBeNull();
	});

	it('are told in one line, with the reason while there is one', () => {
		expect(gapsNote([])).toBe('');
		expect(gapsNote([{ name: 'augusti 2026', reason: 'månaden är inte slut' }])).toBe(
			' Augusti 2026 är ofullständig: månaden är inte slut.'
		);
		expect(
			gapsNote([
				{ name: '2023', reason: 'saknar jan' },
				{ name: '2026', reason: 'saknar sep–dec' }
			])
		).toBe(' Ofullständiga: 2023, 2026.');
	});
});
