import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StoredAssumption } from '$lib/domain/assumption';
import { supplierConcentration } from '$lib/domain/concentration';
import { countByGroup, groupKey, supplierGroups, type SupplierGroup } from '$lib/domain/supplier-group';

const said = (id: number, supplier: string, group: string | null): StoredAssumption => ({
	id,
	key: 'corporate_group',
	subject: { kind: 'supplier', key: supplier },
	value: group === null ? null : { kind: 'text', text: group },
	reason: 'Årsredovisning',
	author: 'Maja',
	created: '2026-11-01T10:00:00.000Z'
});
const koncern: SupplierGroup = { key: 'kvistronagruppen', name: 'Kvistronagruppen' };

it('a koncern is the same however its name is cased and spaced, and what is taken back is none', () => {
	const groups = supplierGroups([
		said(1, 'A', 'Kvistronagruppen'),
		said(2, 'B', ' kvistronagruppen  '),
		said(3, 'C', 'Nordvinge'),
		said(4, 'C', null),
		said(5, 'D', 'Gamla koncernen'),
		said(6, 'D', 'Kvistrona gruppen')
	]);
	expect(groups.get('A')).toEqual(koncern);
	expect(groups.get('B')).toEqual(koncern);
	expect(groups.has('C')).toBe(false);
	expect(groups.get('D')?.name).toBe('Kvistrona gruppen');
	expect(groupKey('ÅÄÖ  Data')).toBe(groupKey('åäö data'));
});

it('forty and thirty in one koncern and thirty alone are 70² + 30² instead of 3 400', () => {
	const costs = [
		{ key: 'A', amount: 40 },
		{ key: 'B', amount: 30 },
		{ key: 'C', amount: 30 }
	];
	const counted = countByGroup(
		costs,
		new Map([
			['A', koncern],
			['C', koncern]
		])
	);
	expect(counted).toEqual([
		{ key: 'koncern:kvistronagruppen', group: koncern, members: ['A', 'C'], amount: 70 },
		{ key: 'B', group: null, members: ['B'], amount: 30 }
	]);
	expect(supplierConcentration(counted.map(({ amount }) => amount)).hhi).toBe(5_800);
	expect(supplierConcentration(costs.map(({ amount }) => amount)).hhi).toBeCloseTo(3_400);
});

const world = fc.record({
	costs: fc.array(fc.integer({ min: -5_000_000, max: 9_000_000_000 }), { minLength: 1, maxLength: 40 }),
	groups: fc.array(fc.option(fc.constantFrom('x', 'y', 'z'), { nil: null }), { minLength: 40, maxLength: 40 })
});

it('grouping never lowers HHI, keeps every krona and each supplier once', () => {
	fc.assert(
		fc.property(world, ({ costs, groups }) => {
			const suppliers = costs.map((amount, index) => ({ key: `s${index}`, amount }));
			const map = new Map(
				suppliers.flatMap(({ key }, index) => {
					const name = groups[index];
					return name ? [[key, { key: name, name }] as const] : [];
				})
			);
			const counted = countByGroup(suppliers, map);
			const before = supplierConcentration(costs);
			const after = supplierConcentration(counted.map(({ amount }) => amount));
			expect(after.base).toBe(before.base);
			expect(counted.flatMap(({ members }) => members).sort()).toEqual(
				suppliers.map(({ key }) => key).sort()
			);
			expect(after.hhi === null).toBe(before.hhi === null);
			expect(after.hhi ?? 0).toBeGreaterThanOrEqual((before.hhi ?? 0) - 1e-6);
			expect(after.top1).toBeGreaterThanOrEqual(before.top1);
		})
	);
});
