import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costKinds, orientations } from '$lib/domain/cost-kind';
import {
	filtersFromUrl,
	filtersToUrl,
	isKept,
	isUnfiltered,
	keeping,
	listFilters,
	noFilters,
	type Filters
} from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';

const period = fc
	.tuple(
		fc.integer({ min: 2000, max: 2099 }),
		fc.integer({ min: 1, max: 11 }),
		fc.integer({ min: 0, max: 1 })
	)
	.map(([year, month, more]) => ({ from: monthFrom(year, month), to: monthFrom(year, month + more) }));
const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 4 });
const lists = fc.record({
	period: fc.option(period, { nil: null }),
	units: names,
	suppliers: names,
	costKinds: fc.subarray([...costKinds]),
	orientations: fc.subarray([...orientations]),
	systems: names,
	contracts: names,
	accounts: names,
	makers: names,
	internal: fc.boolean(),
	basis: fc.constantFrom('booked', 'accrued')
});
const filters: fc.Arbitrary<Filters> = fc
	.tuple(lists, fc.subarray([...listFilters]))
	.map(([chosen, excluded]) => ({
		...chosen,
		excluding: excluded.filter((name) => chosen[name].length > 0)
	}));

describe('filters live in the address', () => {
	it('and come back equal', () => {
		fc.assert(
			fc.property(filters, (chosen) => {
				const search = filtersToUrl(chosen).toString();
				expect(filtersFromUrl(new URLSearchParams(search))).toEqual(chosen);
			})
		);
	});

	it('write nothing when nothing is chosen', () => {
		expect(filtersToUrl(noFilters).toString()).toBe('');
	});

	it('keep what else is in the address, such as the unit', () => {
		expect(
			filtersToUrl({ ...noFilters, units: ['UBN'] }, new URLSearchParams('enhet=tkr&namnd=KS')).toString()
		).toBe('enhet=tkr&namnd=UBN');
	});

	it('leave out what cannot be read', () => {
		expect(filtersFromUrl(new URLSearchParams('fran=2026-13&till=2026-14&slag=Gissning'))).toEqual(noFilters);
	});

	it('leave nothing out by an empty list', () => {
		expect(filtersFromUrl(new URLSearchParams('utom=leverantor')).excluding).toEqual([]);
	});
});

describe('the basis', () => {
	it('is written only when it is accrued', () => {
		expect(filtersToUrl({ ...noFilters, basis: 'accrued' }).toString()).toBe('bas=periodiserat');
		expect(filtersFromUrl(new URLSearchParams('bas=periodiserat')).basis).toBe('accrued');
		expect(filtersFromUrl(new URLSearchParams('bas=annat')).basis).toBe('booked');
	});

	it('leaves no row out, and so is no filter', () => {
		expect(isUnfiltered({ ...noFilters, basis: 'accrued' })).toBe(true);
	});
});

describe('a list that leaves words out', () => {
	const left: Filters = { ...noFilters, units: ['Kulturnämnden'], excluding: ['units'] };

	it('keeps every other word', () => {
		expect(isKept(left, 'units', 'Kulturnämnden')).toBe(false);
		expect(isKept(left, 'units', 'Socialnämnden')).toBe(true);
	});

	it('keeps just one word once that is asked for', () => {
		expect(keeping(left, 'units', ['Socialnämnden'])).toEqual({ ...noFilters, units: ['Socialnämnden'] });
	});
});
