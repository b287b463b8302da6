import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costKinds } from '$lib/domain/cost-kind';
import { doubleNetworks } from '$lib/domain/double-network';
import { isBundled, stackParts, systemStack, systemStacks, type StackCost } from '$lib/domain/system-stack';

const cost = (
	system_ref: string | null,
	supplier_key: string | null,
	cost_kind: string,
	amount: number,
	system_cover: StackCost['system_cover'] = 'tagg'
): StackCost => ({
	system_ref,
	system_cover: system_ref === null ? null : system_cover,
	supplier_key,
	supplier: supplier_key,
	cost_kind,
	amount,
	row_count: 1
});

const anyCost = fc.record({
	system_ref: fc.constantFrom('S-1', 'S-2', null),
	system_cover: fc.constantFrom('tagg' as const, 'avtal' as const, null),
	supplier_key: fc.constantFrom('Norrvik', 'Sjöbo', 'Holmö', null),
	supplier: fc.constant(null),
	cost_kind: fc.constantFrom(...costKinds),
	amount: fc.integer({ min: -1_000_000, max: 10_000_000 }),
	row_count: fc.constant(1)
});

describe('the parts of a system', () => {
	it('hold what each supplier is paid, and sum to what the system costs', () => {
		const [stack] = systemStacks([
			cost('S-7', 'Omsorgslinden', 'Licens/SaaS', 1150),
			cost('S-7', 'Nordvinge', 'Drift', 270, 'avtal'),
			cost('S-7', 'Nordvinge', 'Konsult', 270),
			cost('S-7', 'Omsorgslinden', 'Konsult', 200),
			cost('S-7', null, 'Kapitalkostnad', 50)
		]);
		expect(stack).toMatchObject({ systemId: 'S-7', amount: 1940, byContract: 270 });
		expect(stack?.parts.consulting.map(({ supplierKey, amount }) => [supplierKey, amount])).toEqual([
			['Nordvinge', 270],
			['Omsorgslinden', 200]
		]);
		// Both hold two of three; the one that is paid most binds.
		expect(stack?.binding).toMatchObject({
			supplierKey: 'Omsorgslinden',
			held: 2,
			present: 3,
			amount: 1350,
			of: 1940
		});
	});
	it('are not held by a supplier whose net is nothing', () => {
		const stack = systemStack('S-1', [
			cost('S-1', 'Norrvik', 'Drift', 100),
			cost('S-1', 'Norrvik', 'Konsult', 100),
			cost('S-1', 'Norrvik', 'Konsult', -100),
			cost('S-1', null, 'Hårdvara', 10)
		]);
		expect(stack.binding).toMatchObject({ held: 1, present: 2 });
	});
	it('are bundled where one supplier holds at least two and more than half', () => {
		const bound = (held: number, present: number) =>
			isBundled({ supplierKey: 'A', supplier: null, held, present, amount: 1, of: 1 });
		expect([bound(1, 1), bound(2, 2), bound(2, 3), bound(2, 4), bound(3, 4)]).toEqual([
			false,
			true,
			true,
			false,
			true
		]);
		expect(isBundled(null)).toBe(false);
	});
	it('sum to the cost of every system, and all systems to all cost, whatever is paid', () => {
		fc.assert(
			fc.property(fc.array(anyCost, { maxLength: 40 }), (costs) => {
				const stacks = systemStacks(costs);
				for (const stack of stacks) {
					const cells = stackParts.flatMap((part) => stack.parts[part]);
					expect(cells.reduce((sum, { amount }) => sum + amount, 0)).toBe(stack.amount);
					if (!stack.binding) continue;
					const { held, present, amount, of } = stack.binding;
					expect(held).toBeGreaterThan(0);
					expect(held).toBeLessThanOrEqual(present);
					expect(present).toBeLessThanOrEqual(4);
					expect(amount).toBeLessThanOrEqual(of);
				}
				expect(stacks.reduce((sum, { amount }) => sum + amount, 0)).toBe(
					costs.reduce((sum, { amount }) => sum + amount, 0)
				);
			})
		);
	});
});

describe('paying twice for data communication', () => {
	const network = {
		system_id: 'S-17',
		name: 'Kommunnätet',
		layer: 'kommunikation',
		shared: 'ja',
		supplier_key: 'Tellunda',
		contract_ids: 'A-30'
	};
	const paid = (
		system_ref: string | null,
		contract_ref: string | null,
		supplier_key: string,
		cost_kind: string,
		amount: number
	) => ({ system_ref, contract_ref, supplier_key, supplier: supplier_key, cost_kind, amount });
	const costs = [
		paid('S-17', 'A-30', 'Tellunda', 'Tele och datakom', 500),
		paid('S-17', 'A-47', 'Ledtråda', 'Infrastruktur', 300),
		// On the network's contract, and by the network's supplier: not beside it.
		paid(null, 'A-30', 'Tellunda', 'Tele och datakom', 400),
		paid(null, null, 'Tellunda', 'Tele och datakom', 30),
		paid('S-29', 'A-4', 'Telvarp', 'Tele och datakom', 40),
		paid(null, null, 'Mobilo', 'Tele och datakom', 60)
	];
	it('is a second supplier on the network, and Tele och datakom beside it', () => {
		const { central, found, total, unjudged } = doubleNetworks(costs, [network]);
		expect(central).toEqual(['Kommunnätet']);
		expect(
			found.map(({ kind, supplierKey, systemId, amount }) => [kind, supplierKey, systemId, amount])
		).toEqual([
			['second', 'Ledtråda', 'S-17', 300],
			['beside', 'Mobilo', null, 60],
			['beside', 'Telvarp', 'S-29', 40]
		]);
		expect([total, unjudged]).toEqual([1030, 0]);
	});
	it('cannot be told where the register names no shared network', () => {
		const reading = doubleNetworks(costs, [{ ...network, shared: null }]);
		expect(reading).toEqual({ central: [], found: [], total: 1030, unjudged: 1030 });
	});
});
