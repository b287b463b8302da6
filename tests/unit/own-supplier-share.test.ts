import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownSupplierShare, type SystemCost } from '$lib/domain/own-supplier-share';

const cost = (supplierKey: string | null, costKind: string, amount: number): SystemCost => ({
	supplierKey,
	costKind,
	amount
});

it('three of four consultant kronor to the supplier that the register names', () => {
	const found = ownSupplierShare(
		[
			cost('Egen', 'Konsult', 200),
			cost('Egen', 'Konsult', 100),
			cost('Annan', 'Konsult', 100),
			cost('Annan', 'Licens/SaaS', 9000)
		],
		['Egen', null]
	);
	expect(found).toMatchObject({
		suppliers: ['Egen'],
		basis: 'register',
		consult: 400,
		own: 300,
		low: 0.75,
		high: 0.75
	});
});

it('without a supplier in the register, whoever is paid most for licences and operation is assumed', () => {
	const found = ownSupplierShare(
		[
			cost('A', 'Konsult', 100),
			cost('B', 'Licens/SaaS', 50),
			cost('B', 'Drift', 60),
			cost('A', 'Drift', 100),
			cost(null, 'Drift', 900)
		],
		[null]
	);
	expect(found).toMatchObject({ suppliers: ['B'], basis: 'antagen', own: 0, low: 0 });
});

it('with consultants alone nobody can say whose they are', () => {
	const found = ownSupplierShare([cost('A', 'Konsult', 100)], []);
	expect(found).toMatchObject({ basis: null, consult: 100, own: null, low: null, high: null });
});

it('without consultants there is no share', () => {
	expect(ownSupplierShare([cost('A', 'Drift', 100)], ['A'])).toMatchObject({ consult: 0, own: 0, low: null });
});

it('consultants that the ledger does not name may be the own supplier’s', () => {
	const found = ownSupplierShare([cost('A', 'Konsult', 60), cost(null, 'Konsult', 40)], ['A']);
	expect(found).toMatchObject({ low: 0.6, high: 1, unnamed: 40 });
});

it('credits beyond what was bought count as nothing', () => {
	const found = ownSupplierShare([cost('A', 'Konsult', 60), cost('B', 'Konsult', -90)], ['A']);
	expect(found).toMatchObject({ consult: 60, low: 1 });
});

const key = fc.constantFrom('A', 'B', 'C');
const rows = fc.array(
	fc.record({
		supplierKey: fc.option(key),
		costKind: fc.constantFrom('Konsult', 'Drift', 'Licens/SaaS', 'Hårdvara'),
		amount: fc.integer({ min: -1000, max: 10_000 })
	})
);

it('the share lies between 0 and 1, and goes neither by the order of rows nor by how they are divided', () => {
	fc.assert(
		fc.property(rows, fc.array(fc.option(key)), (costs, registered) => {
			const found = ownSupplierShare(costs, registered);
			if (found.low !== null) {
				expect(found.low).toBeGreaterThanOrEqual(0);
				expect(found.low).toBeLessThanOrEqual(found.high ?? 0);
				expect(found.high).toBeLessThanOrEqual(1);
			}
			const divided = costs.flatMap((one) => [
				{ ...one, amount: one.amount - 7 },
				{ ...one, amount: 7 }
			]);
			expect(ownSupplierShare(divided.toReversed(), registered.toReversed())).toEqual({
				...found,
				suppliers: expect.arrayContaining(found.suppliers) as unknown
			});
		})
	);
});

it('naming one supplier more of a row never widens the interval', () => {
	fc.assert(
		fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), key, (own, other, unnamed, answer) => {
			const costs = [cost('A', 'Konsult', own), cost('B', 'Konsult', other)];
			const before = ownSupplierShare([...costs, cost(null, 'Konsult', unnamed)], ['A']);
			const after = ownSupplierShare([...costs, cost(answer, 'Konsult', unnamed)], ['A']);
			if (before.low === null || after.low === null) return expect(after.low).toBe(before.low);
			expect(after.low).toBeGreaterThanOrEqual(before.low);
			expect(after.high).toBeLessThanOrEqual(before.high ?? 0);
		})
	);
});
