import { expect, test } from 'vitest';
import { layersOf, usersOf, yearlyPriceChanges, type BoughtSystem } from '$lib/domain/contract-use';
import { priceChange } from '$lib/text/contract-card';

const system = (facts: Partial<BoughtSystem>): BoughtSystem => ({
	system_id: 'S-1',
	name: null,
	layer: null,
	used_by: null,
	shared: null,
	user_rating: null,
	...facts
});

test('the nämnder that use a contract are those of all its systems, each once', () => {
	const systems = [
		system({ used_by: 'Äldrenämnden|Kulturnämnden' }),
		system({ used_by: 'Kulturnämnden', shared: 'nej' })
	];
	expect(usersOf(systems)).toEqual(['Kulturnämnden', 'Äldrenämnden']);
	expect(usersOf([...systems, system({ shared: 'ja' })])).toBe('all');
	expect(usersOf([system({})])).toBeNull();
	expect(usersOf([])).toBeNull();
});

test('a contract over two layers says both', () => {
	expect(layersOf([system({ layer: 'plattform' }), system({ layer: 'applikation' }), system({})])).toEqual([
		'applikation',
		'plattform'
	]);
});

test('a price is set beside that of the same month a year before, and left out without one', () => {
	const prices = [
		{ product: 'Kontor', month: '2025-08', price: 40_000 },
		{ product: 'Kontor', month: '2026-07', price: 41_000 },
		{ product: 'Kontor', month: '2026-08', price: 42_000 },
		{ product: 'Ny', month: '2026-08', price: 1_000 }
	];
	const [change, ...others] = yearlyPriceChanges(prices);
	expect(others).toEqual([]);
	expect(change).toEqual({ product: 'Kontor', from: '2025-08', to: '2026-08', before: 40_000, now: 42_000 });
	expect(change && priceChange(change).replace(/\s/g, ' ')).toBe('420 kr, +5,0 % sedan augusti 2025');
	expect(change && priceChange({ ...change, before: 0 }).replace(/\s/g, ' ')).toBe(
		'420 kr, utan kostnad augusti 2025'
	);
});
