// Who would carry the shared services: figures that can be counted by hand, and nothing lost or made on the way.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { servicesOf, systemShift, unitShifts, type Capability } from '$lib/domain/service-plan';

const kronor = (amount: number) => amount * 100;
const journal = { systemId: 'S-7', usedBy: ['Äldrenämnden', 'Socialnämnden'] };
const employees = new Map<string, number | null>([
	['Äldrenämnden', 300],
	['Socialnämnden', 100],
	['Kulturnämnden', 50],
	['Servicenämnden', 20]
]);
const sharesOf = (shift: ReturnType<typeof systemShift>) =>
	Object.fromEntries(shift.shares.map(({ unit, carried, proposed }) => [unit, [carried, proposed]]));

describe('a system', () => {
	it('is carried by those who use it, by their employees: 300 and 100 of 400 share 1 000 kr as 750 and 250', () => {
		const shift = systemShift(journal, new Map([['Servicenämnden', kronor(1_000)]]), employees);
		expect(sharesOf(shift)).toEqual({
			Servicenämnden: [kronor(1_000), 0],
			Äldrenämnden: [0, kronor(750)],
			Socialnämnden: [0, kronor(250)]
		});
		expect(shift).toMatchObject({ staying: 0, unknown: [], still: null });
	});

	it('leaves the part of a user whose key is unknown where it is', () => {
		const unknown = new Map(employees).set('Socialnämnden', null);
		const shift = systemShift(journal, new Map([['Servicenämnden', kronor(1_000)]]), unknown);
		// One of two is known: half moves, all of it to that one.
		expect(sharesOf(shift)).toEqual({
			Servicenämnden: [kronor(1_000), kronor(500)],
			Äldrenämnden: [0, kronor(500)],
			Socialnämnden: [0, 0]
		});
		expect(shift).toMatchObject({ staying: kronor(500), unknown: ['Socialnämnden'] });
	});

	it.each([
		['nobody says who uses', { ...journal, usedBy: [] }, kronor(10), employees, 'no_users'],
		['no key is known of', journal, kronor(10), new Map<string, number>(), 'no_key'],
		['costs nothing', journal, 0, employees, 'no_cost']
	])('that %s stays where it is', (_, system, ore, weights, still) => {
		const shift = systemShift(system, new Map([['Servicenämnden', ore]]), weights);
		expect(shift.still).toBe(still);
		expect(shift.shares.every(({ carried, proposed }) => carried === proposed)).toBe(true);
	});
});

describe('a nämnd', () => {
	it('gets for what it uses and gives for what it no longer carries', () => {
		const shifts = [
			systemShift(journal, new Map([['Äldrenämnden', kronor(1_000)]]), employees),
			systemShift(
				{ systemId: 'S-1', usedBy: ['Äldrenämnden'] },
				new Map([['Servicenämnden', kronor(80)]]),
				employees
			)
		];
		expect(unitShifts(shifts)).toEqual([
			{
				unit: 'Socialnämnden',
				carried: 0,
				proposed: kronor(250),
				gets: kronor(250),
				gives: 0,
				net: kronor(250)
			},
			{
				unit: 'Servicenämnden',
				carried: kronor(80),
				proposed: 0,
				gets: 0,
				gives: kronor(80),
				net: kronor(-80)
			},
			{
				unit: 'Äldrenämnden',
				carried: kronor(1_000),
				proposed: kronor(830),
				gets: kronor(80),
				gives: kronor(250),
				net: kronor(-170)
			}
		]);
	});
});

describe('a service', () => {
	const capabilities: Capability[] = [
		{ capabilityId: 'F-06', name: 'Vård och omsorg', parent: null },
		{ capabilityId: 'F-0601', name: 'Journal', parent: 'F-06' },
		{ capabilityId: 'F-0602', name: 'Larm', parent: 'F-06' },
		{ capabilityId: 'R-1', name: 'Runt', parent: 'R-2' },
		{ capabilityId: 'R-2', name: 'Om', parent: 'R-1' }
	];
	const system = (systemId: string, named: string[]) => ({
		systemId,
		name: systemId,
		usedBy: [],
		capabilities: named
	});

	it('is the förmåga on top of the first that a system names, and a system without one is its own', () => {
		const services = servicesOf(
			[
				system('S-7', ['F-0601']),
				system('S-8', ['F-0602', 'F-09']),
				system('S-9', []),
				system('S-10', ['F-99'])
			],
			capabilities
		);
		expect(services.map(({ name, systems }) => [name, systems.map(({ systemId }) => systemId)])).toEqual([
			['Vård och omsorg', ['S-7', 'S-8']],
			['S-9', ['S-9']],
			['S-10', ['S-10']]
		]);
	});

	it('has an end also where a register’s förmågor go round', () => {
		expect(servicesOf([system('S-7', ['R-1'])], capabilities)).toHaveLength(1);
	});
});

const boards = ['Äldrenämnden', 'Socialnämnden', 'Kulturnämnden', 'Servicenämnden', 'Lindskärs Hamn AB'];
const anySystem = fc.record({
	usedBy: fc.subarray(boards),
	carried: fc
		.dictionary(fc.constantFrom(...boards), fc.integer({ min: -100_000, max: 90_000_000_000 }))
		.map((carried) => new Map(Object.entries(carried)))
});
const anyWeights = fc
	.array(fc.option(fc.nat(5_000)), { minLength: boards.length, maxLength: boards.length })
	.map((counts) => new Map(boards.map((board, index) => [board, counts[index] ?? null])));

test('kommunbidrag that moves sums to zero to the öre, for each system and over all nämnder', () => {
	fc.assert(
		fc.property(fc.array(anySystem, { maxLength: 6 }), anyWeights, (systems, weights) => {
			const shifts = systems.map(({ usedBy, carried }, index) =>
				systemShift({ systemId: `S-${index}`, usedBy }, carried, weights)
			);
			for (const [index, { shares }] of shifts.entries()) {
				const carried = [...(systems[index]?.carried.values() ?? [])].reduce((sum, ore) => sum + ore, 0);
				expect(shares.reduce((sum, share) => sum + share.carried, 0)).toBe(carried);
				expect(shares.reduce((sum, share) => sum + share.proposed, 0)).toBe(carried);
				for (const { proposed } of shares) expect(Number.isSafeInteger(proposed)).toBe(true);
			}
			const lines = unitShifts(shifts);
			expect(lines.reduce((sum, { net }) => sum + net, 0)).toBe(0);
			for (const { gets, gives, net, carried, proposed } of lines) {
				expect(gets - gives).toBe(net);
				expect(proposed - carried).toBe(net);
			}
		})
	);
});

test('who is known by no key neither gets nor carries more', () => {
	fc.assert(
		fc.property(anySystem, anyWeights, ({ usedBy, carried }, weights) => {
			const { shares } = systemShift({ systemId: 'S', usedBy }, carried, weights);
			for (const share of shares)
				if (!((weights.get(share.unit) ?? 0) > 0) && share.carried >= 0)
					expect(share.proposed).toBeLessThanOrEqual(share.carried);
		})
	);
});
