// What a pivot's address holds, and what a value of time means.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accumulatedValues, cellYearBefore, monthsOfValue, sharedMonths } from '$lib/domain/dimension-months';
import { dimensionKeys } from '$lib/domain/dimensions';
import { monthFrom } from '$lib/domain/period';
import {
	pivotFromUrl,
	pivotMeasures,
	pivotToUrl,
	pivotTops,
	usualPivot,
	type Pivot
} from '$lib/domain/pivot';
import { headingMonths, headingName } from '$lib/text/pivot';

const months = (from: number, to: number) => ({ from: monthFrom(2026, from), to: monthFrom(2026, to) });

describe('the address of a pivot', () => {
	it('is empty for what is usual and plain Swedish for the rest', () => {
		expect(pivotToUrl(usualPivot).toString()).toBe('');
		const pivot: Pivot = {
			rows: ['unit', 'costKind'],
			columns: 'year',
			measure: 'change',
			top: 50,
			sort: { by: { value: '2026' }, direction: 'descending' }
		};
		expect(decodeURIComponent(pivotToUrl(pivot).toString())).toBe(
			'per=namnd,slag&kolumner=ar&matt=forandring&topp=50&ordning=kolumn:2026&riktning=fallande'
		);
	});

	it('keeps what others put there', () => {
		const kept = pivotToUrl(usualPivot, new URLSearchParams('namnd=Skola&rader=x&per=konto'));
		expect(kept.toString()).toBe('namnd=Skola&rader=x');
	});

	it('gives every pivot back', () => {
		const anySort = fc.option(
			fc.record({
				by: fc.oneof(
					fc.constantFrom('name' as const, 'total' as const, 'other' as const),
					fc.record({ value: fc.option(fc.string()) })
				),
				direction: fc.constantFrom('ascending' as const, 'descending' as const)
			})
		);
		fc.assert(
			fc.property(
				fc.shuffledSubarray(dimensionKeys, { minLength: 1, maxLength: 3 }),
				fc.boolean(),
				fc.constantFrom(...pivotMeasures),
				fc.constantFrom(...pivotTops),
				anySort,
				([first = 'unit', second, third], two, measure, top, sort) => {
					const rows: Pivot['rows'] = two && second ? [first, second] : [first];
					const pivot: Pivot = { rows, columns: (two ? third : second) ?? null, measure, top, sort };
					expect(pivotFromUrl(new URLSearchParams(pivotToUrl(pivot).toString()))).toEqual(pivot);
				}
			)
		);
	});

	it('reads nonsense as what is usual, and a dimension in one place only', () => {
		expect(pivotFromUrl(new URLSearchParams('per=x&kolumner=y&matt=z&topp=7&ordning=w'))).toEqual(usualPivot);
		expect(pivotFromUrl(new URLSearchParams('per=slag,slag&kolumner=slag'))).toMatchObject({
			rows: ['costKind'],
			columns: null
		});
	});
});

describe('values of time', () => {
	it('are spans of months', () => {
		expect(monthsOfValue('tertial', '2026-2')).toEqual(months(5, 8));
		expect(monthsOfValue('accumulated', '2026-T2')).toEqual(months(1, 8));
		expect(monthsOfValue('quarter', '2026-K4')).toEqual(months(10, 12));
		expect(monthsOfValue('month', '2026-02')).toEqual(months(2, 2));
		for (const wrong of ['2026-4', '2026-K5', 'x', '', '2026-13', '20261'])
			for (const key of dimensionKeys) expect(monthsOfValue(key, wrong)).toBeNull();
	});

	it('are told apart: a tertial is four months, T2 is eight, and what the period cuts is said', () => {
		const heading = { label: null, gathers: null };
		const tertial = { ...heading, dimension: 'tertial', value: '2026-2' } as const;
		const second = { ...heading, dimension: 'accumulated', value: '2026-T2' } as const;
		expect([headingName(tertial), headingMonths(tertial, months(1, 12), new Map())]).toEqual([
			'Tertial 2 2026',
			'maj–aug'
		]);
		expect([headingName(second), headingMonths(second, months(1, 12), new Map())]).toEqual([
			'T2 2026',
			'jan–aug'
		]);
		expect(headingMonths(second, months(1, 6), new Map())).toBe('ofullständig, jan–jun');
		const gaps = new Map([['2026-07', { reason: 'notEnded' } as const]]);
		expect(headingMonths(second, months(1, 12), gaps)).toBe('ofullständig, jan–aug');
	});

	it('leave out an accumulated period that says the same as the one before', () => {
		expect(accumulatedValues(months(1, 12)).map(({ value }) => value)).toEqual([
			'2026-T1',
			'2026-T2',
			'2026-VB'
		]);
		expect(accumulatedValues(months(1, 8)).map(({ value }) => value)).toEqual(['2026-T1', '2026-T2']);
		expect(accumulatedValues(months(6, 7)).map(({ value }) => value)).toEqual(['2026-T2']);
		expect(sharedMonths(months(1, 2), months(3, 4))).toBeNull();
	});

	it('move a year back, and other values stay', () => {
		expect(cellYearBefore({ dimension: 'quarter', value: '2026-K1' })).toEqual({
			dimension: 'quarter',
			value: '2025-K1'
		});
		const account = { dimension: 'account', value: '2026' } as const;
		expect(cellYearBefore(account)).toEqual(account);
	});
});
