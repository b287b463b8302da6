// Licences as real registers have them: hardly anything filled in. What is known is still answered, and what is missing is said.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paymentDifference } from '$lib/domain/licence-payment';
import { productNeed } from '$lib/domain/licence-need';
import { monthFrom } from '$lib/domain/period';
import { licenceBudget } from '$lib/queries/licence-budget';
import { licenceGroups } from '$lib/queries/licence-groups';
import { licenceMonthAmounts } from '$lib/queries/licence-month-amounts';
import { licenceNamed } from '$lib/queries/licence-named';
import { licencePayments, licencePurchases } from '$lib/queries/licence-payments';
import { licencePriceYears } from '$lib/queries/licence-price-years';
import { licenceSuppliers } from '$lib/queries/licence-suppliers';
import { licenceTransferUnits } from '$lib/queries/licence-transfer-units';
import { licencePools, licenceUseWindow } from '$lib/queries/licence-use-window';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;
const [january, august] = [monthFrom(2026, 1), monthFrom(2026, 8)];
const all = { product: null, units: [], from: '2026-01', to: '2026-08' };

describe('a register of names and numbers only', () => {
	let database: NativeDatabase;
	beforeAll(async () => {
		database = await smallEdition({
			'licenser.csv': [
				'produkt;namnd;manad;antal_kopta;leverantor',
				'Kontor;Skolnämnden;2026-08;100;',
				'Kontor;Kulturnämnden;2026-08;20;',
				'Karta;Skolnämnden;2026-08;7;'
			]
		});
	});
	afterAll(() => database.close());

	it('tells how many are bought, and that nothing else is known', async () => {
		expect(await ask(database, licenceGroups, { by: 'supplier', ...all })).toMatchObject([
			{ key: '-', name: 'Okänt', purchased: 127, unused: null, unused_base: 0, unused_amount: null }
		]);
		expect(await ask(database, licenceGroups, { by: 'product', ...all, suppliers: ['-'] })).toHaveLength(2);
		expect(await ask(database, licenceSuppliers, undefined)).toEqual([{ key: '-', name: 'Okänt' }]);
		expect(await ask(database, licenceNamed, undefined)).toEqual([]);
	});

	it('has no price, no forecast and no need, but says of how many', async () => {
		expect(await ask(database, licencePriceYears, all)).toEqual([]);
		expect(await ask(database, licenceMonthAmounts, { at: '2026-08', ...all })).toMatchObject([
			{ product: 'Karta', amount: null, without_price: 7 },
			{ product: 'Kontor', amount: null, without_price: 120 }
		]);
		expect(await ask(database, licenceBudget, { year: 2026, units: [] })).toEqual([]);
		const window = { selection: { ...all, from: january, to: august }, used: 'either' as const };
		const uses = await ask(database, licenceUseWindow, window);
		const pools = await ask(database, licencePools, { ...window, today: '2026-08-31' });
		expect(pools).toEqual([
			{ product: 'Karta', most_used: null, notice_day: null },
			{ product: 'Kontor', most_used: null, notice_day: null }
		]);
		const office = uses
			.filter(({ product }) => product === 'Kontor')
			.map((row) => ({ ...row, mostUsed: row.most_used, usedYearBefore: row.used_year_before }));
		expect(productNeed(office, null, { margin: 0.05, packageSize: 1 }, 12)).toMatchObject({
			known: 0,
			unknown: 2,
			unknownPurchased: 120,
			savingApart: null,
			overUse: null
		});
	});

	it('has nothing to transfer by but the number of licences', async () => {
		const units = await ask(database, licenceTransferUnits, {
			selection: { product: null, units: [] },
			month: august
		});
		expect(units).toMatchObject([
			{ unit: 'Kulturnämnden', licences: 20, priced: null, without_price: 20, municipal_grant: null },
			{ unit: 'Skolnämnden', licences: 107, priced: null, without_price: 107, employees: null }
		]);
	});
});

describe('paid against bought', () => {
	const cost = (day: string, supplier: string, system: string, contract: string, amount: string) =>
		`${day};Skolnämnden;74311;${supplier};${system};${contract};${amount}`;
	let database: NativeDatabase;
	beforeAll(async () => {
		database = await smallEdition({
			'licenser.csv': [
				'produkt;leverantor;system_id;avtals_id;namnd;manad;antal_kopta;pris_per_licens',
				...[1, 2, 3, 4, 5, 6, 7, 8].map(
					(month) => `Kontor;Bolaget AB;S-1;;Skolnämnden;2026-0${month};100;10,00`
				),
				'Ritning;Bolaget AB;S-2;;Skolnämnden;2026-08;10;50,00',
				'Karta;Kartan AB;;A-9;Skolnämnden;2026-08;5;'
			],
			'kostnader.csv': [
				'datum;namnd;konto;leverantor;system_id;avtals_id;belopp',
				cost('2024-01-10', 'Annan AB', '', '', '1,00'),
				// A yearly invoice each March: 1 000 kr a month.
				cost('2025-03-10', 'Bolaget AB', 'S-1', '', '12000,00'),
				cost('2026-03-10', 'Bolaget AB', 'S-1', '', '12000,00'),
				cost('2026-08-10', 'Bolaget AB', '', '', '700,00'),
				cost('2026-08-11', 'Annan AB', '', '', '300,00'),
				cost('2026-08-12', 'Kartan AB', '', 'A-9', '40,00'),
				// Another seller of the same system is the product's cost too.
				cost('2026-07-12', 'Säljaren AB', 'S-2', '', '90,00')
			]
		});
	});
	afterAll(() => database.close());

	it('spreads yearly invoices, and names what is other, early, unpaid and unexplained', async () => {
		const question = { period: { from: january, to: august }, units: [] };
		const found = paymentDifference(
			await ask(database, licencePayments, question),
			await ask(database, licencePurchases, question)
		);
		expect(found).toMatchObject({ paid: kronor(13_130), priced: kronor(8_500), difference: kronor(4_630) });
		expect(found.parts).toEqual({
			'other-supplier': kronor(300),
			'same-supplier': kronor(700),
			// S-2 has licence rows in August only.
			uncovered: kronor(90),
			later: kronor(6_000),
			earlier: -kronor(2_000),
			unpaid: 0,
			// 8 000 and 40 paid against 8 000 and 500, whose price for Karta is unknown.
			rest: kronor(-460)
		});
	});

	it('is of the chosen nämnder on both sides', async () => {
		const question = { period: { from: january, to: august }, units: ['Kulturnämnden'] };
		expect(await ask(database, licencePayments, question)).toEqual([]);
		expect(await ask(database, licencePurchases, question)).toEqual([]);
	});

	it('tells licences that nobody has paid for', async () => {
		const bare = await smallEdition({
			'licenser.csv': [
				'produkt;leverantor;system_id;namnd;manad;antal_kopta;pris_per_licens',
				'Kontor;Bolaget AB;S-1;Skolnämnden;2026-08;100;10,00'
			],
			'kostnader.csv': ['datum;namnd;konto;leverantor;belopp', '2026-08-11;Skolnämnden;74311;Annan AB;300,00']
		});
		try {
			const question = { period: { from: august, to: august }, units: [] };
			const { parts, difference } = paymentDifference(
				await ask(bare, licencePayments, question),
				await ask(bare, licencePurchases, question)
			);
			expect([parts.unpaid, parts['other-supplier'], difference]).toEqual([
				kronor(-1_000),
				kronor(300),
				kronor(-700)
			]);
		} finally {
			await bare.close();
		}
	});
});
