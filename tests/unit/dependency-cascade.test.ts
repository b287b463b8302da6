import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependencyCascade, raisedBy, type CascadeSystem } from '$lib/domain/dependency-cascade';

const system = (system_id: string, said: Partial<CascadeSystem> = {}): CascadeSystem => ({
	system_id,
	name: system_id,
	unit: null,
	used_by: null,
	supplier_key: null,
	contract_ids: null,
	capabilities: null,
	criticality: null,
	users: null,
	...said
});
const names = new Map([['F-1', 'Äldreomsorg']]);

describe('a supplier that stops', () => {
	const register = [
		system('Journalen', {
			unit: 'Äldrenämnden',
			used_by: 'Äldrenämnden|Socialnämnden',
			capabilities: 'F-1|F-2',
			criticality: 'samhällsviktig',
			users: 2700
		}),
		system('Portalen', { supplier_key: 'Nordvinge' }),
		system('Nätet', { contract_ids: 'A-9 | A-1', unit: 'Servicenämnden' }),
		system('Annat', { supplier_key: 'Tellunda', unit: 'Kulturnämnden' })
	];
	const costs = [
		{ system_ref: 'Journalen', unit: 'Äldrenämnden', amount: 500 },
		{ system_ref: 'Okänd', unit: 'Kulturnämnden', amount: 200 },
		{ system_ref: null, unit: 'Kulturnämnden', amount: 100 }
	];
	const cascade = dependencyCascade(new Set(['Nordvinge']), costs, register, new Set(['A-1']), names);

	it('touches what it is paid for, what it supplies and what it has a contract for, critical first', () => {
		expect(cascade.systems.map(({ id, amount, reasons }) => [id, amount, reasons])).toEqual([
			['Journalen', 500, ['paid']],
			['Okänd', 200, ['paid']],
			['Portalen', 0, ['supplied']],
			['Nätet', 0, ['contract']]
		]);
	});
	it('touches the förmågor and nämnder behind them', () => {
		expect(cascade.capabilities.map(({ name, units }) => [name, units])).toEqual([
			['Äldreomsorg', ['Äldrenämnden', 'Socialnämnden']],
			['F-2', ['Äldrenämnden', 'Socialnämnden']]
		]);
		expect(cascade.units.map(({ name, paid, systems }) => [name, paid, systems.length])).toEqual([
			['Äldrenämnden', 500, 1],
			['Socialnämnden', 0, 1],
			['Servicenämnden', 0, 1],
			['Kulturnämnden', 300, 0]
		]);
	});
	it('says by kronor which links nobody knows', () => {
		expect(cascade).toMatchObject({
			total: 800,
			outside: 100,
			withoutCapability: 200,
			withoutUnits: 200,
			withoutUsers: 200,
			users: 2700
		});
	});
});

describe('kronor of a cascade', () => {
	const ids = ['S-1', 'S-2', 'S-3'];
	const anyRegister = fc.array(
		fc.record({
			system_id: fc.constantFrom(...ids),
			capabilities: fc.constantFrom(null, 'F-1', 'F-1|F-2'),
			used_by: fc.constantFrom(null, 'A', 'A|B'),
			supplier_key: fc.constantFrom(null, 'X')
		}),
		{ maxLength: 3 }
	);
	const costsOf = (amount: fc.Arbitrary<number>) =>
		fc.array(
			fc.record({
				system_ref: fc.constantFrom(...ids, 'S-9', null),
				unit: fc.constantFrom('A', 'B', null),
				amount
			})
		);
	const cascadeOf = (
		register: readonly { system_id: string }[],
		costs: Parameters<typeof dependencyCascade>[1]
	) => {
		const lines = new Map(register.map((line) => [line.system_id, system(line.system_id, line)]));
		return dependencyCascade(new Set(['X']), costs, [...lines.values()], new Set(), names);
	};

	it('are the total: those of the systems and those joined to none', () => {
		fc.assert(
			fc.property(anyRegister, costsOf(fc.integer({ min: -1000, max: 1000 })), (register, costs) => {
				const { systems, outside, total } = cascadeOf(register, costs);
				expect(systems.reduce((sum, { amount }) => sum + amount, outside)).toBe(total);
			})
		);
	});
	it('never exceed the total at any place of the chain', () => {
		fc.assert(
			fc.property(anyRegister, costsOf(fc.nat(1000)), (register, costs) => {
				const cascade = cascadeOf(register, costs);
				const places = [
					...cascade.systems.map(({ amount }) => amount),
					...cascade.capabilities.map(({ amount }) => amount),
					...cascade.units.map(({ paid }) => paid),
					cascade.withoutCapability,
					cascade.withoutUnits,
					cascade.units.reduce((sum, { paid }) => sum + paid, 0)
				];
				for (const amount of places) expect(amount).toBeLessThanOrEqual(cascade.total);
			})
		);
	});
	it('of a price rise sum to the rise of the whole, to the öre', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: -100_000, max: 1_000_000 })),
				fc.integer({ min: 0, max: 100 }),
				(amounts, percent) => {
					const total = amounts.reduce((sum, amount) => sum + amount, 0);
					const rises = raisedBy(amounts, percent);
					expect(rises.reduce((sum, rise) => sum + rise, 0) - Math.round((total * percent) / 100)).toBe(0);
					rises.forEach((rise, place) =>
						expect(Math.abs(rise - ((amounts[place] ?? 0) * percent) / 100)).toBeLessThanOrEqual(1)
					);
				}
			)
		);
	});
});
