import fc from 'fast-check';
import { expect, it } from 'vitest';
import { supplierConcentration } from '$lib/domain/concentration';

it('half, three tenths and two tenths give 50² + 30² + 20² = 3 800', () => {
	expect(supplierConcentration([50_00, 30_00, 20_00])).toEqual({
		suppliers: 3,
		base: 100_00,
		floored: 0,
		hhi: 3800,
		effectiveSuppliers: 10_000 / 3800,
		top1: 50_00,
		top5: 100_00
	});
});

it('one supplier is 10 000, and ten equal ones are 1 000 and count as ten', () => {
	expect(supplierConcentration([7])).toMatchObject({ hhi: 10_000, effectiveSuppliers: 1 });
	const equal = supplierConcentration(Array.from({ length: 10 }, () => 123));
	expect(equal.hhi).toBeCloseTo(1000);
	expect(equal.effectiveSuppliers).toBeCloseTo(10);
	expect(equal.top5).toBe(5 * 123);
});

it('a supplier whose credits exceed its invoices counts as zero, and the amount is told', () => {
	expect(supplierConcentration([80, 20, -5])).toMatchObject({
		suppliers: 2,
		base: 100,
		floored: 5,
		hhi: 6800,
		top1: 80
	});
});

it('without cost there is no index', () => {
	const nothing = { suppliers: 0, base: 0, hhi: null, effectiveSuppliers: null, top1: 0, top5: 0 };
	expect(supplierConcentration([])).toMatchObject({ ...nothing, floored: 0 });
	expect(supplierConcentration([0, -10])).toMatchObject({ ...nothing, floored: 10 });
});

const costs = fc.array(fc.integer({ min: 1, max: 9_000_000_000 }), { minLength: 1, maxLength: 60 });

it('lies between 10 000 / n and 10 000, and so do the suppliers it stands for', () => {
	fc.assert(
		fc.property(costs, (amounts) => {
			const { hhi, effectiveSuppliers, suppliers } = supplierConcentration(amounts);
			expect(suppliers).toBe(amounts.length);
			expect(hhi).toBeGreaterThanOrEqual((10_000 / amounts.length) * (1 - 1e-9));
			expect(hhi).toBeLessThanOrEqual(10_000 * (1 + 1e-9));
			expect(effectiveSuppliers).toBeGreaterThanOrEqual(1 - 1e-9);
			expect(effectiveSuppliers).toBeLessThanOrEqual(amounts.length * (1 + 1e-9));
		})
	);
});

it('is made of shares that sum to one, whatever the order and the unit', () => {
	fc.assert(
		fc.property(costs, fc.integer({ min: 2, max: 1000 }), (amounts, factor) => {
			const found = supplierConcentration(amounts);
			const shares = amounts.map((amount) => amount / found.base);
			expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
			const other = supplierConcentration([...amounts].reverse().map((amount) => amount * factor));
			expect(other.hhi).toBeCloseTo(found.hhi ?? 0, 5);
			expect(found.top1).toBeLessThanOrEqual(found.top5);
			expect(found.top5).toBeLessThanOrEqual(found.base);
		})
	);
});
