import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { licenceMonths } from '$lib/queries/licence-months';
import { licencePrices } from '$lib/queries/licence-prices';
import { licenceGroups } from '$lib/queries/licence-groups';
import { licencePurchase } from '$lib/queries/licence-purchase';
import { licenceSourceRows, licenceSourceTotals } from '$lib/queries/licence-source-rows';
import { licenceSpan } from '$lib/queries/licence-span';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;
const header = 'produkt;leverantor;namnd;manad;antal_kopta;antal_tilldelade;antal_aktiva;pris_per_licens';

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'licenser.csv': [
			header,
			'Kontor;Bolaget AB;Skolnämnden;2026-07;100;90;80;10,00',
			'Kontor;Bolaget AB;Skolnämnden;2026-08;120;90;80;11,00',
			'Kontor;Bolaget AB;Fritidsnämnden;2026-07;40;;;10,00',
			'Kontor;Bolaget AB;Fritidsnämnden;2026-08;40;;50;11,00',
			'Kontor;Bolaget AB;Kulturnämnden;2026-08;20;15;;11,00',
			'Kontor;Bolaget AB;Miljönämnden;2026-08;10;;;11,00',
			'Skydd;Bolaget AB;Skolnämnden;2026-08;500;;;2,00',
			'Karta;Bolaget AB;Skolnämnden;2026-08;7;5;4;',
			'Gammal;Bolaget AB;Skolnämnden;2026-06;9;9;9;5,00'
		]
	});
});
afterAll(() => database.close());

const inAugust = { product: null, units: [], from: '2026-08', to: '2026-08' };

describe('a product in a month', () => {
	it('counts unused carefully and strictly, never netted between nämnder, and leaves out what is unknown', async () => {
		const rows = await ask(database, licenceGroups, { by: 'product', ...inAugust });
		expect(rows.find((row) => row.key === 'Kontor')).toMatchObject({
			row_count: 4,
			purchased: 120 + 40 + 20 + 10,
			// Skolnämnden 120 − 90, Fritidsnämnden max(0, 40 − 50), Kulturnämnden 20 − 15; Miljönämnden unknown.
			unused: 30 + 0 + 5,
			unused_base: 120 + 40 + 20,
			unused_amount: kronor(35 * 11),
			// Strict needs active: Skolnämnden 120 − 80, Fritidsnämnden 0.
			strict: 40,
			active_base: 120 + 40,
			strict_amount: kronor(40 * 11),
			assigned: 105,
			assigned_base: 140,
			active: 130
		});
	});

	it('is unknown, not zero, when nothing is said about its use', async () => {
		const rows = await ask(database, licenceGroups, { by: 'product', ...inAugust });
		expect(rows.find((row) => row.key === 'Skydd')).toMatchObject({
			purchased: 500,
			assigned: null,
			active: null,
			unused: null,
			unused_base: 0,
			unused_amount: null,
			strict: null,
			strict_amount: null
		});
	});

	it('has licences but no kronor when the price is missing', async () => {
		const rows = await ask(database, licenceGroups, { by: 'product', ...inAugust });
		expect(rows.find((row) => row.key === 'Karta')).toMatchObject({
			unused: 2,
			unused_amount: null,
			unused_amount_base: 0,
			strict: 3,
			strict_amount: null
		});
	});

	it('lists the most expensive unused first and the unknown last', async () => {
		const rows = await ask(database, licenceGroups, { by: 'product', ...inAugust });
		expect(rows.map((row) => row.key)).toEqual(['Kontor', 'Karta', 'Skydd']);
	});
});

it('splits a product per nämnd', async () => {
	const rows = await ask(database, licenceGroups, { by: 'unit', ...inAugust, product: 'Kontor' });
	expect(rows.map((row) => [row.key, row.purchased, row.unused, row.strict])).toEqual([
		['Skolnämnden', 120, 30, 40],
		['Kulturnämnden', 20, 5, null],
		['Fritidsnämnden', 40, 0, 0],
		['Miljönämnden', 10, null, null]
	]);
	expect(
		await ask(database, licenceGroups, {
			by: 'unit',
			...inAugust,
			product: 'Kontor',
			units: ['Kulturnämnden']
		})
	).toHaveLength(1);
});

it('follows a product month by month, with the unknown left unknown', async () => {
	const rows = await ask(database, licenceMonths, {
		product: 'Kontor',
		units: ['Fritidsnämnden'],
		from: '2026-01',
		to: '2026-08'
	});
	expect(rows).toEqual([
		{ unit: 'Fritidsnämnden', month: '2026-07', purchased: 40, assigned: null, active: null },
		{ unit: 'Fritidsnämnden', month: '2026-08', purchased: 40, assigned: null, active: 50 }
	]);
});

it('follows the price per licence', async () => {
	const rows = await ask(database, licencePrices, {
		product: 'Kontor',
		units: [],
		from: '2026-01',
		to: '2026-12'
	});
	expect(rows.map((row) => [row.month, row.price, row.lowest, row.highest])).toEqual([
		['2026-07', kronor(10), kronor(10), kronor(10)],
		['2026-08', kronor(11), kronor(11), kronor(11)]
	]);
});

it('knows which months each product has', async () => {
	expect(await ask(database, licenceSpan, undefined)).toEqual([
		{ product: 'Gammal', first: '2026-06', last: '2026-06', row_count: 1 },
		{ product: 'Karta', first: '2026-08', last: '2026-08', row_count: 1 },
		{ product: 'Kontor', first: '2026-07', last: '2026-08', row_count: 6 },
		{ product: 'Skydd', first: '2026-08', last: '2026-08', row_count: 1 }
	]);
});

it('multiplies bought licences by their price, and says how many have none', async () => {
	const [sum] = await ask(database, licencePurchase, { units: [], from: '2026-07', to: '2026-08' });
	// July 140 × 10, August 190 × 11 and 500 × 2; Karta has no price.
	expect(sum).toEqual({
		amount: kronor(1400 + 2090 + 1000),
		row_count: 8,
		purchased: 140 + 190 + 500 + 7,
		without_price: 7
	});
});

describe('the licence rows behind a figure', () => {
	const selection = { product: 'Kontor', units: ['Skolnämnden'], from: '2026-08', to: '2026-08' };

	it('carry file and row', async () => {
		const rows = await ask(database, licenceSourceRows, { selection, limit: 10 });
		expect(rows).toMatchObject([
			{
				file_name: 'licenser.csv',
				source_row: 3,
				purchased: 120,
				unused: 30,
				unused_amount: kronor(330),
				strict: 40
			}
		]);
	});

	it('sum to the figure, without the unknown when the figure is without them', async () => {
		const [all] = await ask(database, licenceSourceTotals, { ...selection, units: [] });
		expect(all).toMatchObject({ row_count: 4, purchased: 190, unused: 35, purchase_amount: kronor(2090) });
		const [active] = await ask(database, licenceSourceTotals, { ...selection, units: [], known: 'active' });
		expect(active).toMatchObject({ row_count: 2, active: 130, purchased: 160 });
	});
});

it('answers with nothing where no licences are loaded', async () => {
	const empty = await smallEdition({
		'kostnader.csv': ['datum;namnd;konto;belopp', '2026-01-10;Skolnämnden;74311;400,00']
	});
	try {
		expect(await ask(empty, licenceSpan, undefined)).toEqual([]);
		expect(await ask(empty, licenceGroups, { by: 'product', ...inAugust })).toEqual([]);
		const [sum] = await ask(empty, licencePurchase, { units: [], from: '2026-01', to: '2026-08' });
		expect(sum).toEqual({ amount: 0, row_count: 0, purchased: 0, without_price: 0 });
	} finally {
		await empty.close();
	}
});
