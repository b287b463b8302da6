// Every indicator of dependence against plain TypeScript over the rows themselves: no SQL but reading them.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DependenceIndicator, DependenceKey } from '$lib/domain/dependence-indicator';
import { noFilters, type Filters } from '$lib/domain/filters';
import { parseMonth, type Period } from '$lib/domain/period';
import type { Dependence } from '$lib/domain/supplier-dependence';
import { dependenceOf, dependenceReading } from '$lib/queries/dependence';
import { dependenceRegister } from '$lib/queries/dependence-register';
import { editionMeta } from '$lib/queries/edition-meta';
import type { EngineRow } from '$lib/engine/engine';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { hasRealFiles, realSource } from '../support/sources';
import { demoEdition } from './demo-edition';
import { editionOf, smallEdition } from './small-edition';

vi.setConfig({ testTimeout: 60_000 });

interface Rows {
	cost: EngineRow[];
	contract: EngineRow[];
	system: EngineRow[];
	licence: EngineRow[];
}

async function rowsOf(database: NativeDatabase): Promise<Rows> {
	const all = (table: string, columns: string) => database.run(`SELECT ${columns} FROM ${table}`, []);
	return {
		cost: await all(
			'cost',
			`supplier_key::VARCHAR AS supplier, unit::VARCHAR AS unit, system_ref::VARCHAR AS system, contract_ref,
			contract_cover::VARCHAR AS cover, cost_kind::VARCHAR AS kind, amount, it_cost::VARCHAR AS it, candidate, currency,
			left(day::VARCHAR, 7) AS month`
		),
		contract: await all(
			'contract',
			`contract_id, supplier_key::VARCHAR AS supplier, procedure, bids, start_day::VARCHAR AS start_day,
			end_day::VARCHAR AS end_day, extension_kind, exit_plan, data_export, data_ownership, open_api, open_source, notice_months`
		),
		system: await all('system', 'system_id, supplier_key::VARCHAR AS supplier, contract_ids'),
		licence: await all(
			'licence',
			'product::VARCHAR AS product, month::VARCHAR AS month, purchased, active, unused_amount, price'
		)
	};
}

const amountOf = (row: EngineRow) => Number(row.amount);
const total = (rows: readonly EngineRow[]) => rows.reduce((sum, row) => sum + amountOf(row), 0);
const groups = (rows: readonly EngineRow[], by: string) => {
	const found = new Map<unknown, EngineRow[]>();
	for (const row of rows) found.set(row[by], [...(found.get(row[by]) ?? []), row]);
	return found;
};
const ratio = (one: number, all: number) => (all > 0 ? one / all : null);

function bidsOf(contract: EngineRow): string {
	if (
		String(contract.procedure ?? '')
			.toLowerCase()
			.startsWith('direktupphandling')
	)
		return 'direct';
	if (contract.bids === null) return 'unknown';
	return Number(contract.bids) === 1 ? 'one' : 'several';
}

const isRunning = (contract: EngineRow, today: string) =>
	!(contract.start_day !== null && String(contract.start_day) > today) &&
	(contract.extension_kind === 'tillsvidare' ||
		contract.end_day === null ||
		String(contract.end_day) >= today);

/** Yes, no and unknown of the six questions. */
function exitCounts(contracts: readonly EngineRow[]) {
	const [yes, no, unknown] = [0, 0, 0];
	const count = { yes, no, unknown };
	for (const contract of contracts) {
		for (const name of ['exit_plan', 'data_export', 'data_ownership', 'open_api', 'open_source']) {
			if (contract[name] === 'ja') count.yes++;
			else if (contract[name] === 'nej') count.no++;
			else count.unknown++;
		}
		if (contract.notice_months === null) count.unknown++;
		else if (Number(contract.notice_months) <= 2) count.yes++;
		else count.no++;
	}
	return count;
}

/** Years by days of 365,2425, which is as near as a test needs to be. */
const years = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 / 365.2425;

const partOf: Readonly<Record<string, string>> = {
	'Licens/SaaS': 'licens',
	Systemunderhåll: 'licens',
	Drift: 'drift',
	Moln: 'drift',
	Infrastruktur: 'drift',
	Konsult: 'konsult',
	Hårdvara: 'hårdvara'
};

/** What each indicator is, counted row by row. */
function counted(
	rows: Rows,
	period: Period | null,
	today: string
): Partial<Record<DependenceKey, number | null>> {
	const sek = rows.cost.filter((row) => row.currency === 'SEK');
	const it = sek.filter(
		(row) =>
			row.it === 'ja' && (!period || (String(row.month) >= period.from && String(row.month) <= period.to))
	);
	const perSupplier = [
		...groups(
			it.filter((row) => row.supplier !== null),
			'supplier'
		)
	].map(([key, own]) => [key, total(own)] as const);
	const costs = perSupplier.map(([, amount]) => amount).filter((amount) => amount > 0);
	const base = costs.reduce((sum, amount) => sum + amount, 0);
	const sorted = [...costs].sort((a, b) => b - a);
	const hhi = base > 0 ? costs.reduce((sum, amount) => sum + ((amount / base) * 100) ** 2, 0) : null;

	const kindOf = new Map<unknown, string>();
	for (const contract of rows.contract)
		if (!kindOf.has(contract.contract_id)) kindOf.set(contract.contract_id, bidsOf(contract));
	const paid = (kind: string) => total(it.filter((row) => kindOf.get(row.contract_ref) === kind));
	const numberOf = (kind: string) => rows.contract.filter((contract) => bidsOf(contract) === kind).length;
	const hasContracts = rows.contract.length > 0;

	const lastStart = new Map<unknown, string>();
	for (const contract of rows.contract) {
		const start = contract.start_day;
		if (bidsOf(contract) !== 'several' || start === null || String(start) > today) continue;
		const known = lastStart.get(contract.supplier);
		if (known === undefined || known < String(start)) lastStart.set(contract.supplier, String(start));
	}
	let [weighted, weight] = [0, 0];
	for (const [key, amount] of perSupplier) {
		const start = lastStart.get(key);
		if (start === undefined || amount <= 0) continue;
		weighted += amount * years(start, today);
		weight += amount;
	}

	let [whole, divisible, own, consult] = [0, 0, 0, 0];
	for (const [system, ofSystem] of groups(
		it.filter((row) => row.system !== null),
		'system'
	)) {
		const held: { part: string; supplier: string; amount: number }[] = [];
		for (const [supplier, ofSupplier] of groups(ofSystem, 'supplier')) {
			for (const part of new Set(Object.values(partOf))) {
				const amount = total(ofSupplier.filter((row) => partOf[String(row.kind)] === part));
				if (amount > 0) held.push({ part, supplier: String(supplier), amount });
			}
			const registered = rows.system.filter((row) => row.system_id === system && row.supplier !== null);
			const paidConsult = Math.max(0, total(ofSupplier.filter((row) => row.kind === 'Konsult')));
			if (registered.length) consult += paidConsult;
			if (registered.some((row) => row.supplier === supplier)) own += paidConsult;
		}
		const parts = new Set(held.map((one) => one.part));
		if (parts.size < 2) continue;
		const amount = held.reduce((sum, one) => sum + one.amount, 0);
		divisible += amount;
		const holders = [...new Set(held.map((one) => one.supplier))].filter((supplier) => supplier !== 'null');
		const holdsAll = holders.some((supplier) =>
			[...parts].every((part) => held.some((one) => one.part === part && one.supplier === supplier))
		);
		if (holdsAll) whole += amount;
	}

	const until = period?.to ?? '9999-12';
	const inTime = rows.licence.filter((row) => String(row.month) <= until);
	const latest = inTime.reduce((last, row) => (String(row.month) > last ? String(row.month) : last), '');
	const now = inTime.filter((row) => row.month === latest);
	const yearBefore = `${Number(latest.slice(0, 4)) - 1}${latest.slice(4)}`;
	const price = (ofProduct: readonly EngineRow[]) => {
		const priced = ofProduct.filter((row) => row.price !== null && row.purchased !== null);
		const bought = priced.reduce((sum, row) => sum + Number(row.purchased), 0);
		return bought
			? priced.reduce((sum, row) => sum + Number(row.price) * Number(row.purchased), 0) / bought
			: null;
	};
	let [basketNow, basketBefore] = [0, 0];
	for (const [product, ofProduct] of groups(now, 'product')) {
		const then = price(rows.licence.filter((row) => row.month === yearBefore && row.product === product));
		const today_ = price(ofProduct);
		if (then === null || today_ === null) continue;
		const bought = ofProduct.reduce((sum, row) => sum + Number(row.purchased ?? 0), 0);
		basketNow += bought * today_;
		basketBefore += bought * then;
	}
	const used = now.filter((row) => row.active !== null);
	const dated = now.filter((row) => row.unused_amount !== null);
	const size = (list: readonly EngineRow[]) => list.reduce((sum, row) => sum + Math.abs(amountOf(row)), 0);
	const candidates = size(sek.filter((row) => row.candidate === true));
	const judged = size(sek.filter((row) => row.it === 'ja'));
	const without = total(it.filter((row) => row.cover === 'saknas'));
	return {
		hhi,
		effektiva_leverantorer: hhi === null ? null : 10_000 / hhi,
		storsta_leverantor: ratio(sorted[0] ?? 0, base),
		fem_storsta: ratio(
			sorted.slice(0, 5).reduce((sum, amount) => sum + amount, 0),
			base
		),
		ettanbud_avtal: hasContracts ? ratio(numberOf('one'), numberOf('one') + numberOf('several')) : null,
		ettanbud_kronor: hasContracts ? ratio(paid('one'), paid('one') + paid('several')) : null,
		direktupphandlat: hasContracts
			? ratio(paid('direct'), paid('one') + paid('several') + paid('direct') + paid('unknown'))
			: null,
		ar_sedan_konkurrens: hasContracts && weight > 0 ? weighted / weight : null,
		utan_avtal: hasContracts ? without : null,
		utan_avtal_andel: hasContracts ? ratio(without, total(it)) : null,
		vertikal_bindning: ratio(whole, divisible),
		kompetensberoende: ratio(own, consult),
		licensutnyttjande: ratio(
			used.reduce((sum, row) => sum + Number(row.active), 0),
			used.reduce((sum, row) => sum + Number(row.purchased ?? 0), 0)
		),
		oanvanda_licenser: dated.length
			? dated.reduce((sum, row) => sum + Number(row.unused_amount), 0) * 12
			: null,
		prisutveckling: basketBefore > 0 ? basketNow / basketBefore - 1 : null,
		otaggad_andel: ratio(candidates, candidates + judged)
	};
}

const value = (found: readonly DependenceIndicator[], key: DependenceKey) =>
	found.find((indicator) => indicator.key === key);

async function compare(database: NativeDatabase, rows: Rows, filters: Filters) {
	const meta = await editionMeta(database);
	const { indicators, suppliers } = await dependenceReading(database, filters, meta);
	for (const [key, expected] of Object.entries(counted(rows, filters.period, meta.today))) {
		const found = value(indicators, key as DependenceKey)?.value;
		if (expected === null) expect(found, key).toBeNull();
		else expect(found, key).toBeCloseTo(expected, key === 'ar_sedan_konkurrens' ? 2 : 6);
	}
	const exit = exitCounts(rows.contract.filter((contract) => isRunning(contract, meta.today)));
	const asked = exit.yes + exit.no + exit.unknown;
	const readiness = value(indicators, 'exitberedskap');
	expect([readiness?.low ?? readiness?.value ?? null, readiness?.high ?? readiness?.value ?? null]).toEqual([
		ratio(exit.yes, asked),
		ratio(exit.yes + exit.unknown, asked)
	]);
	return { meta, indicators, suppliers };
}

/** The columns of a supplier, row by row. */
function supplierFigures(rows: Rows, key: string, today: string) {
	const it = rows.cost.filter((row) => row.it === 'ja' && row.currency === 'SEK' && row.supplier === key);
	const contracts = rows.contract.filter((contract) => contract.supplier === key);
	const ids = new Set(contracts.map((contract) => contract.contract_id));
	const kindOf = new Map(rows.contract.map((contract) => [contract.contract_id, bidsOf(contract)]));
	const systems = new Set<unknown>();
	for (const system of rows.system) {
		const own = String(system.contract_ids ?? '').split('|');
		if (system.supplier === key || own.some((id) => ids.has(id))) systems.add(system.system_id);
	}
	for (const row of it) if (row.system !== null) systems.add(row.system);
	const exit = exitCounts(contracts.filter((contract) => isRunning(contract, today)));
	const asked = exit.yes + exit.no + exit.unknown;
	return {
		amount: total(it),
		contracts: ids.size,
		systems: systems.size,
		units: new Set(it.map((row) => row.unit).filter((unit) => unit !== null)).size,
		singleBid: total(it.filter((row) => kindOf.get(row.contract_ref) === 'one')),
		exit: [ratio(exit.yes, asked), ratio(exit.yes + exit.unknown, asked)]
	};
}

function expectSuppliers(all: readonly Dependence[], rows: Rows, today: string, most = Infinity) {
	const base = all.reduce((sum, supplier) => sum + Math.max(0, supplier.amount), 0);
	for (const supplier of all.slice(0, most)) {
		const expected = supplierFigures(rows, supplier.key, today);
		expect(
			{
				amount: supplier.amount,
				contracts: supplier.contracts ?? 0,
				systems: supplier.tied ?? 0,
				units: supplier.units,
				singleBid: supplier.competition?.one ?? 0,
				exit: [supplier.exit.low, supplier.exit.high]
			},
			supplier.key
		).toEqual(expected);
		expect(supplier.share).toBeCloseTo(base > 0 ? Math.max(0, supplier.amount) / base : 0, 9);
	}
}

describe('the demo city', () => {
	let database: NativeDatabase;
	let rows: Rows;
	beforeAll(async () => {
		database = await demoEdition();
		rows = await rowsOf(database);
	});
	afterAll(() => database.close());

	it('has every indicator as counted row by row, over all months and over one year', async () => {
		await compare(database, rows, noFilters);
		const [from, to] = [parseMonth('2025-01'), parseMonth('2025-12')];
		if (!from || !to) throw new Error('no months');
		await compare(database, rows, { ...noFilters, period: { from, to } });
	});

	it('has every supplier’s figures as counted row by row', async () => {
		const { suppliers, meta } = await compare(database, rows, noFilters);
		expect(suppliers.list.length).toBeGreaterThan(100);
		expectSuppliers(suppliers.list, rows, meta.today);
		// A fifth of the cost, as the demo is made.
		expect(suppliers.list[0]?.name).toBe('Nordvinge Data AB');
		expect(suppliers.list[0]?.share).toBeCloseTo(0.2, 1);
		expect(suppliers.list.reduce((sum, supplier) => sum + (supplier.share ?? 0), 0)).toBeCloseTo(1, 9);
	});

	it('adds up what it takes to leave each system that costs anything, and says "at least" while something is unknown', async () => {
		const meta = await editionMeta(database);
		const { indicators } = await dependenceReading(database, noFilters, meta);
		const [cost, months] = [value(indicators, 'exitkostnad'), value(indicators, 'exitmanader')];
		const paid = new Map<unknown, number>();
		for (const row of rows.cost)
			if (row.it === 'ja' && row.currency === 'SEK' && row.system !== null && String(row.month) > '2025-08')
				paid.set(row.system, (paid.get(row.system) ?? 0) + amountOf(row));
		const yearly = [...paid.values()].filter((amount) => amount > 0);
		expect(cost?.count).toBe(yearly.length);
		expect(months?.denominator).toBe(yearly.reduce((sum, amount) => sum + amount, 0));
		expect(cost?.high).toBeNull();
		// Each system takes at least the fixed part of migration and a procurement, 150 000 and 250 000 kr.
		expect(cost?.low).toBeGreaterThan(yearly.length * 40_000_000);
		expect(months?.low).toBeCloseTo((12 * (cost?.low ?? 0)) / (months?.denominator ?? 1), 9);
	});

	it('tells of systems by the same rows: their kronor are those that name one', async () => {
		const register = await dependenceRegister(database, await editionMeta(database));
		const systems = await dependenceOf(database, noFilters, 'system', register);
		const tagged = rows.cost.filter((row) => row.it === 'ja' && row.currency === 'SEK');
		expect(systems.list.reduce((sum, system) => sum + system.amount, 0)).toBe(
			total(tagged.filter((row) => row.system !== null))
		);
		expect(systems.without.amount).toBe(total(tagged.filter((row) => row.system === null)));
		const journal = systems.list.find((system) => system.key === 'S-007');
		expect(journal?.name).toBe('Omsorgsjournalen');
		expect(journal?.competition?.one).toBeGreaterThan(0);
		// Omsorgslinden sells consultants on its own system.
		expect(journal?.competence.own).toBeGreaterThan(0);
	});
});

describe.skipIf(!hasRealFiles)('one real month, without any register', () => {
	it('has what a ledger can tell, and says of the rest that it is unknown', async () => {
		const database = await editionOf([
			realSource('invoices/orebro_2016-03_semikolon_cp1252_decimalkomma.csv')
		]);
		const rows = await rowsOf(database);
		const { indicators, suppliers, meta } = await compare(database, rows, noFilters);
		expect(value(indicators, 'hhi')?.value).toBeGreaterThan(1400);
		for (const key of [
			'ettanbud_avtal',
			'ettanbud_kronor',
			'utan_avtal',
			'exitberedskap',
			'licensutnyttjande'
		] as const)
			expect(value(indicators, key)).toMatchObject({ value: null, low: null, high: null });
		for (const supplier of suppliers.list)
			expect(supplier).toMatchObject({ contracts: null, tied: null, competition: null });
		expectSuppliers(suppliers.list, rows, meta.today, 40);
		await database.close();
	});
});

it('a register of names only, and no ledger, gives systems without figures and no zeroes', async () => {
	const database = await smallEdition({ 'system.csv': ['system_id;namn', 'S-1;Journal', 'S-2;Karta'] });
	const meta = await editionMeta(database);
	const { indicators, suppliers } = await dependenceReading(database, noFilters, meta);
	expect(suppliers).toMatchObject({ list: [], hasLedger: false, hasContracts: false, systems: 2 });
	for (const indicator of indicators) expect(indicator.value, indicator.key).toBeNull();
	const systems = await dependenceOf(database, noFilters, 'system', await dependenceRegister(database, meta));
	expect(systems.list.map(({ key, competition, tied }) => [key, competition, tied])).toEqual([
		['S-1', null, null],
		['S-2', null, null]
	]);
	await database.close();
});
