import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	compareFromUrl,
	compareToUrl,
	comparedMonths,
	usualComparison,
	type ComparedTo
} from '$lib/domain/compared-to';
import { monthFrom, monthsOf, parseMonth, type Month } from '$lib/domain/period';

const read = (text: string) => compareFromUrl(new URLSearchParams(text));
const month = (text: string): Month => {
	const found = parseMonth(text);
	if (!found) throw new Error(text);
	return found;
};
const t2 = { from: month('2026-01'), to: month('2026-08') };

const anyMonth = fc
	.tuple(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }))
	.map(([year, number]) => monthFrom(year, number));
const anyName = fc.string({ minLength: 1, maxLength: 30 });
const anyComparison: fc.Arbitrary<ComparedTo> = fc.oneof(
	fc.constant(usualComparison),
	anyMonth.map((from) => ({ kind: 'months' as const, from })),
	anyName.map((unit) => ({ kind: 'unit' as const, unit })),
	fc
		.integer({ min: 1, max: 999_999 })
		.map((edition) => ({ kind: 'edition' as const, edition: String(edition) })),
	fc.constantFrom<ComparedTo>({ kind: 'budget' }, { kind: 'nothing' })
);

describe('what a cost is compared with, in an address', () => {
	it('is the same months a year before when nothing is said', () => {
		expect(read('namnd=Kulturnämnden')).toEqual({ kind: 'yearBefore' });
		expect(compareToUrl(usualComparison).toString()).toBe('');
	});

	it('is a first month, a nämnd, an edition, the budget or nothing', () => {
		expect(read('mot=2024-01')).toEqual({ kind: 'months', from: '2024-01' });
		expect(read('mot=namnd:Kulturnämnden')).toEqual({ kind: 'unit', unit: 'Kulturnämnden' });
		expect(read('mot=utgava:41')).toEqual({ kind: 'edition', edition: '41' });
		expect(read('mot=utgava:abc')).toEqual(usualComparison);
		expect(read('mot=budget')).toEqual({ kind: 'budget' });
		expect(read('mot=inget')).toEqual({ kind: 'nothing' });
	});

	it('is as usual when it cannot be read', () => {
		for (const text of ['mot=2024-13', 'mot=namnd:', 'mot=utgava:', 'mot=något', 'mot='])
			expect(read(text)).toEqual(usualComparison);
	});

	it('returns from the address as it was written, beside every other parameter', () => {
		fc.assert(
			fc.property(anyComparison, (compared) => {
				const search = compareToUrl(compared, new URLSearchParams('namnd=A&mot=2019-01&enhet=tkr'));
				expect(compareFromUrl(new URLSearchParams(search.toString()))).toEqual(compared);
				expect([search.get('namnd'), search.get('enhet')]).toEqual(['A', 'tkr']);
			})
		);
	});
});

describe('the months compared with', () => {
	it('are T2 of the year before for T2', () => {
		expect(comparedMonths(usualComparison, t2)).toEqual({ from: '2025-01', to: '2025-08' });
	});

	it('are as many as the period has, from the month that is chosen', () => {
		expect(comparedMonths({ kind: 'months', from: month('2024-11') }, t2)).toEqual({
			from: '2024-11',
			to: '2025-06'
		});
		fc.assert(
			fc.property(anyMonth, (from) => {
				const months = comparedMonths({ kind: 'months', from }, t2);
				expect(months && monthsOf(months)).toHaveLength(8);
			})
		);
	});

	it('are the same for another nämnd, and none for the budget', () => {
		expect(comparedMonths({ kind: 'unit', unit: 'Kulturnämnden' }, t2)).toEqual(t2);
		expect(comparedMonths({ kind: 'budget' }, t2)).toBeNull();
		expect(comparedMonths({ kind: 'nothing' }, t2)).toBeNull();
	});
});
