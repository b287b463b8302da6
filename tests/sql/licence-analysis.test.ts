// The pages of Licenser on the demo city, each figure against a plain calculation over the same rows.
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forecastYear, sumRanges } from '$lib/domain/licence-forecast';
import { hasUnusedFlag, neededLicences, productNeed } from '$lib/domain/licence-need';
import { paymentDifference } from '$lib/domain/licence-payment';
import { comparedYear, priceYears, risesAboveIndex } from '$lib/domain/licence-price';
import { seasonEnds, seasonOf, yearChange, yearEnds } from '$lib/domain/licence-season';
import { transferOf } from '$lib/domain/licence-transfer';
import { monthFrom, monthPlus, parseMonth } from '$lib/domain/period';
import { licenceGroups } from '$lib/queries/licence-groups';
import { licenceMonthAmounts } from '$lib/queries/licence-month-amounts';
import { licencePayments, licencePurchases } from '$lib/queries/licence-payments';
import { licencePriceYears } from '$lib/queries/licence-price-years';
import { licenceTransferUnits } from '$lib/queries/licence-transfer-units';
import { licencePools, licenceUseWindow } from '$lib/queries/licence-use-window';
import { ask, defineQuery } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';

const maybe = v.nullable(v.number());
const word = v.nullable(v.string());
const rawLicences = defineQuery({
	name: 'raw-licences',
	question: '',
	statement: () => ({
		sql: `SELECT product::VARCHAR AS product, supplier_key::VARCHAR AS supplier, unit::VARCHAR AS unit, month::VARCHAR AS month,
			system_id::VARCHAR AS system, contract_id::VARCHAR AS contract, purchased, assigned, active, price FROM licence`,
		parameters: []
	}),
	row: v.object({
		product: v.string(),
		supplier: word,
		unit: v.string(),
		month: v.string(),
		system: word,
		contract: word,
		purchased: v.number(),
		assigned: maybe,
		active: maybe,
		price: v.number()
	})
});
const rawPaid = defineQuery({
	name: 'raw-paid',
	question: '',
	statement: () => ({
		sql: `SELECT supplier_key::VARCHAR AS supplier, unit::VARCHAR AS unit, system_id::VARCHAR AS system,
			contract_ref::VARCHAR AS contract, strftime(day, '%Y-%m') AS month, amount::BIGINT AS amount
		FROM cost WHERE it_cost = 'ja' AND currency = 'SEK' AND cost_kind = 'Licens/SaaS'`,
		parameters: []
	}),
	row: v.object({
		supplier: word,
		unit: word,
		system: word,
		contract: word,
		month: v.string(),
		amount: v.number()
	})
});

let database: NativeDatabase;
let licences: v.InferOutput<typeof rawLicences.row>[];
let paid: v.InferOutput<typeof rawPaid.row>[];
beforeAll(async () => {
	database = await demoEdition();
	licences = await ask(database, rawLicences, undefined);
	paid = await ask(database, rawPaid, undefined);
});
afterAll(() => database.close());

const august = monthFrom(2026, 8);
const all = { product: null, units: [], from: '2023-01', to: '2026-08' };
const office = { ...all, product: 'Kontorspaketet' };
const sum = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
	rows.reduce((total, row) => total + value(row), 0);
const unused = (row: (typeof licences)[number]) =>
	row.assigned === null && row.active === null
		? null
		: Math.max(0, row.purchased - Math.max(row.assigned ?? 0, row.active ?? 0));

describe('the licences of the demo city', () => {
	it.each(['product', 'supplier', 'unit', 'month'] as const)('per %s are what their rows say', async (by) => {
		const key = (row: (typeof licences)[number]) => row[by] ?? '-';
		const shown = by === 'month' ? all : { ...all, from: '2026-08' };
		const groups = await ask(database, licenceGroups, { by, ...shown });
		const own = licences.filter(({ month }) => month >= shown.from);
		expect(new Set(groups.map((group) => group.key))).toEqual(new Set(own.map(key)));
		for (const group of groups) {
			const rows = own.filter((row) => key(row) === group.key);
			const known = rows.filter((row) => unused(row) !== null);
			expect([group.key, group.purchased, group.unused ?? 0, group.unused_amount ?? 0]).toEqual([
				group.key,
				sum(rows, (row) => row.purchased),
				sum(known, (row) => unused(row) ?? 0),
				sum(known, (row) => (unused(row) ?? 0) * row.price)
			]);
			expect(group.unused_base).toBe(sum(known, (row) => row.purchased));
			expect(group.unused ?? 0).toBeLessThanOrEqual(group.strict ?? Infinity);
		}
	});

	it('tell of the unused Kontorspaketet in Utbildningsnämnden, 280 of them bought in July', async () => {
		const groups = await ask(database, licenceGroups, { by: 'unit', ...office, from: '2026-08' });
		expect(groups[0]).toMatchObject({ key: 'Utbildningsnämnden', purchased: 3480, unused: 604 });
		const [july, june] = ['2026-07', '2026-06'].map((month) =>
			sum(
				licences.filter(
					(row) => row.product === office.product && row.unit === 'Utbildningsnämnden' && row.month === month
				),
				(row) => row.purchased
			)
		);
		expect((july ?? 0) - (june ?? 0)).toBe(280);
	});
});

describe('trend and season', () => {
	it('find the dip of summer, and that the use is higher than a year ago', async () => {
		const months = await ask(database, licenceGroups, { by: 'month', ...office });
		const values = months.flatMap(({ key, active }) => {
			const month = parseMonth(key);
			return month ? [{ month, value: active }] : [];
		});
		const season = seasonOf(values, august);
		expect(seasonEnds(season ?? [])?.low.month).toBe(7);
		const use = (month: string) =>
			sum(
				licences.filter((row) => row.product === office.product && row.month === month),
				(row) => row.active ?? 0
			);
		expect(yearChange(values, august)?.change).toBe(use('2026-08') - use('2025-08'));
		expect(yearEnds(values, august)).toEqual({
			high: '2026-03',
			low: '2026-07',
			known: 12
		});
	});
});

describe('the price against an index', () => {
	it('of Kontorspaketet rises 31 % from January 2023, above an index that rises 17 %', async () => {
		const rows = await ask(database, licencePriceYears, office);
		const [first, last] = [rows[0], rows.at(-1)];
		expect([first?.first_price, last?.last_price]).toEqual([15_370, 20_130]);
		const series = {
			name: 'KPI',
			points: [
				{ year: 2023, value: 100 },
				{ year: 2026, value: 117 }
			]
		};
		const years = priceYears(
			rows.map((row) => ({ month: `${row.year}-01`, ...row })),
			series
		);
		const own = (year: string) =>
			licences.filter((row) => row.product === office.product && row.month.startsWith(year));
		const amount = (year: string) => sum(own(year), (row) => row.purchased * row.price);
		const bought = (year: string) => sum(own(year), (row) => row.purchased);
		const base = amount('2023') / bought('2023');
		expect(comparedYear(years)).toMatchObject({
			year: 2026,
			above: Math.round(amount('2026') - base * 1.17 * bought('2026'))
		});
		expect(risesAboveIndex(comparedYear(years))).toBe(true);
	});
});

describe('the forecast', () => {
	it('is the known months and the level of August moved as earlier autumns, product by product', async () => {
		const rows = await ask(database, licenceMonthAmounts, { at: august, ...all });
		const products = [...new Set(rows.map(({ product }) => product))];
		expect(products).toHaveLength(10);
		const forecasts = products.map((product) => {
			const amounts = new Map(
				rows
					.filter((row) => row.product === product)
					.flatMap((row) => {
						const month = parseMonth(row.month);
						return month && row.amount !== null ? [[month, row.amount] as const] : [];
					})
			);
			for (const [month, amount] of amounts) {
				const own = licences.filter((row) => row.product === product && row.month === month);
				expect(amount).toBe(sum(own, (row) => row.purchased * row.price));
			}
			return forecastYear(amounts, august);
		});
		const year = sumRanges(forecasts.flatMap((forecast) => (forecast ? [forecast.year] : [])));
		const known = sum(
			licences.filter(({ month }) => month.startsWith('2026')),
			(row) => row.purchased * row.price
		);
		expect(sum(forecasts, (forecast) => forecast?.known ?? 0)).toBe(known);
		expect(year.low).toBeGreaterThan(known);
		expect(year.low).toBeLessThanOrEqual(year.likely);
		expect(year.likely).toBeLessThanOrEqual(year.high);
	});
});

describe('the need', () => {
	it('is the most used of twelve months, apart and in one pool', async () => {
		const from = monthPlus(august, -11);
		const window = { selection: { ...all, from, to: august }, used: 'active' as const };
		const uses = await ask(database, licenceUseWindow, window);
		const pools = await ask(database, licencePools, { ...window, today: '2026-08-31' });
		const rules = { margin: 0.05, packageSize: 10 };
		for (const pool of pools) {
			const own = licences.filter((row) => row.product === pool.product && row.month >= from);
			const units = [...new Set(own.filter(({ month }) => month === august).map(({ unit }) => unit))];
			const most = (unit: string) => {
				const known = own.filter((row) => row.unit === unit && row.active !== null);
				return known.length ? Math.max(...known.map((row) => row.active ?? 0)) : null;
			};
			const known = units.filter((unit) => most(unit) !== null);
			const together = [...new Set(own.map(({ month }) => month))].map((month) =>
				sum(
					known,
					(unit) => own.find((row) => row.unit === unit && row.month === month)?.active ?? most(unit) ?? 0
				)
			);
			expect([pool.product, pool.most_used]).toEqual([
				pool.product,
				known.length ? Math.max(...together) : null
			]);
			const need = productNeed(
				uses
					.filter(({ product }) => product === pool.product)
					.map((row) => ({ ...row, mostUsed: row.most_used, usedYearBefore: row.used_year_before })),
				pool.most_used,
				rules,
				12
			);
			expect(need.apart).toBe(sum(known, (unit) => neededLicences(most(unit) ?? 0, rules)));
			expect(need.pooled).toBeLessThanOrEqual(need.apart);
			if (pool.product === office.product) expect(hasUnusedFlag(need)).toBe(true);
			if (pool.product === 'Säkerhetsskydd') expect(need).toMatchObject({ known: 0, unknownPurchased: 6245 });
		}
	});
});

describe('paid against bought', () => {
	it('parts the ledger as its rows say, and explains the whole difference', async () => {
		const period = { from: monthFrom(2026, 1), to: august };
		const rows = await ask(database, licencePayments, { period, units: [] });
		const priced = await ask(database, licencePurchases, { period, units: [] });
		const difference = paymentDifference(rows, priced);
		const named = (list: 'system' | 'contract' | 'supplier') =>
			new Set(licences.flatMap((row) => row[list] ?? []));
		const [systems, contracts, suppliers] = [named('system'), named('contract'), named('supplier')];
		const inPeriod = paid.filter(({ month }) => month >= period.from && month <= period.to);
		const isProduct = (row: (typeof paid)[number]) =>
			systems.has(row.system ?? '') || contracts.has(row.contract ?? '');
		expect(difference.paid).toBe(sum(inPeriod, (row) => row.amount));
		expect(difference.priced).toBe(
			sum(
				licences.filter(({ month }) => month >= period.from && month <= period.to),
				(row) => row.purchased * row.price
			)
		);
		const others = inPeriod.filter((row) => !isProduct(row));
		expect(difference.parts['same-supplier']).toBe(
			sum(
				others.filter((row) => suppliers.has(row.supplier ?? '')),
				(row) => row.amount
			)
		);
		expect(difference.parts['other-supplier']).toBe(
			sum(
				others.filter((row) => !suppliers.has(row.supplier ?? '')),
				(row) => row.amount
			)
		);
		expect(Object.values(difference.parts).reduce((total, part) => total + part, 0)).toBe(
			difference.difference
		);
		expect(difference.parts['other-supplier']).toBeGreaterThan(0);
	});
});

describe('kommunbidrag', () => {
	it('moves to the öre, and a transfer by share puts licences with the wrong nämnd', async () => {
		const rows = await ask(database, licenceTransferUnits, {
			selection: { product: null, units: [] },
			month: august
		});
		const now = licences.filter(({ month }) => month === august);
		for (const row of rows) {
			const own = now.filter(({ unit }) => unit === row.unit);
			expect([row.unit, row.priced ?? 0, row.licences ?? 0]).toEqual([
				row.unit,
				sum(own, (one) => one.purchased * one.price) * 12,
				sum(own, (one) => one.purchased)
			]);
			const year = paid.filter(
				({ unit, month }) => unit === row.unit && month > '2025-08' && month <= '2026-08'
			);
			expect(row.ledger ?? 0).toBe(sum(year, (one) => one.amount));
		}
		const units = rows.map((row) => ({
			unit: row.unit,
			cost: row.priced ?? 0,
			licences: row.licences,
			employees: row.employees,
			grant: row.municipal_grant,
			used: row.used
		}));
		const transfer = transferOf(units, 'grant');
		expect(sum(transfer?.lines ?? [], ({ result }) => result)).toBe(0);
		expect(transfer?.total).toBe(sum(now, (one) => one.purchased * one.price) * 12);
		expect(transfer?.misplaced).toBeGreaterThan(0);
	});
});
