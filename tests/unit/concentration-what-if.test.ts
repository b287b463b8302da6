import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hhiStep, isFlagged, type ConcentrationCell } from '$lib/domain/concentration-cell';
import { splitSupplier, withoutSupplier } from '$lib/domain/concentration-what-if';
import { supplierViews, viewConcentration, type InvoicedFor } from '$lib/domain/supplier-view';

const costs = fc
	.array(fc.integer({ min: 1, max: 9_000_000_000 }), { minLength: 1, maxLength: 40 })
	.map((amounts) => amounts.map((amount, index) => ({ key: `s${index}`, amount })));
const largestOf = (some: readonly { key: string; amount: number }[]) =>
	some.reduce((most, one) => (one.amount > most.amount ? one : most));

it('60 and 40 split in 30, 30 and 40 are 3 400 instead of 5 200, and without the largest one is left alone', () => {
	const some = [
		{ key: 'A', amount: 60 },
		{ key: 'B', amount: 40 }
	];
	expect(splitSupplier(some, 'A', 0.5)).toMatchObject({
		before: { hhi: 5_200 },
		after: { hhi: 3_400, suppliers: 3, base: 100 },
		touched: 60
	});
	expect(withoutSupplier(some, 'A')).toMatchObject({ after: { hhi: 10_000, base: 40 }, touched: 60 });
	expect(withoutSupplier([{ key: 'A', amount: 5 }], 'A').after.hhi).toBeNull();
});

it('splitting a supplier never raises HHI and loses no öre', () => {
	fc.assert(
		fc.property(costs, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (some, share, index) => {
			const { key } = some[index % some.length] ?? largestOf(some);
			const { before, after } = splitSupplier(some, key, share);
			expect(after.base).toBe(before.base);
			expect(after.hhi ?? 0).toBeLessThanOrEqual((before.hhi ?? 0) + 1e-6);
		})
	);
});

it('what is lost and what remains are all kronor, and an even split lowers HHI most', () => {
	fc.assert(
		fc.property(costs, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
			const { key } = largestOf(some);
			const { before, after, touched } = withoutSupplier(some, key);
			expect(after.base + touched).toBe(before.base);
			expect(after.suppliers).toBe(before.suppliers - 1);
			const even = splitSupplier(some, key, 0.5).after.hhi ?? 0;
			expect(even).toBeLessThanOrEqual((splitSupplier(some, key, share).after.hhi ?? 0) * (1 + 1e-6) + 1e-6);
		})
	);
});

const line = fc.record({
	supplierKey: fc.constantFrom('A', 'B', 'C', 'D', null),
	maker: fc.constantFrom('A', 'avser:m', 'avser:n', null),
	amount: fc.integer({ min: -3_000_000, max: 9_000_000_000 })
});
const toLine = ({
	supplierKey,
	maker,
	amount
}: {
	supplierKey: string | null;
	maker: string | null;
	amount: number;
}) =>
	({
		supplierKey,
		supplier: supplierKey,
		realKey: maker ?? supplierKey,
		realName: maker ?? supplierKey,
		makerKnown: maker !== null,
		amount,
		rows: 1
	}) satisfies InvoicedFor;

it('each view counts every row once, and what nobody has said never exceeds what is counted', () => {
	const groups = new Map([
		['A', { key: 'x', name: 'X' }],
		['C', { key: 'x', name: 'X' }]
	]);
	fc.assert(
		fc.property(fc.array(line, { maxLength: 40 }), (some) => {
			const lines = some.map(toLine);
			const net = lines.reduce((sum, { amount }) => sum + amount, 0);
			for (const view of supplierViews) {
				const { suppliers, concentration, nameless, assumed } = viewConcentration(lines, view, groups);
				expect(suppliers.reduce((sum, one) => sum + one.net, 0) + nameless).toBe(net);
				expect(concentration.base - concentration.floored + nameless).toBe(net);
				expect(suppliers.reduce((sum, { amount }) => sum + amount, 0)).toBe(concentration.base);
				if (view !== 'maker') expect(assumed).toBeLessThanOrEqual(concentration.base);
			}
		})
	);
});

it('one or two suppliers are a flag from 700 000 kr, in a cell and not in a total', () => {
	const cell: ConcentrationCell = {
		costKind: 'Drift',
		unit: 'Kulturnämnden',
		amount: 70_000_000,
		nameless: 0,
		base: 70_000_000,
		suppliers: 2,
		hhi: 5_000,
		topKey: 'A',
		topAmount: 35_000_000,
		rows: 4
	};
	expect(isFlagged(cell)).toBe(true);
	expect(isFlagged({ ...cell, suppliers: 3 })).toBe(false);
	expect(isFlagged({ ...cell, base: 69_999_999 })).toBe(false);
	expect(isFlagged({ ...cell, unit: undefined })).toBe(false);
	expect(isFlagged({ ...cell, unit: null })).toBe(true);
	expect([900, 1_000, 1_500, 2_500, 5_000, 9_000, 10_000].map((hhi) => hhiStep({ ...cell, hhi }))).toEqual([
		1, 1, 2, 3, 4, 5, 6
	]);
	expect(hhiStep({ ...cell, base: 9_999_999 })).toBeNull();
});
