import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredAssumption } from '$lib/domain/assumption';
import { splitSupplier, withoutSupplier } from '$lib/domain/concentration-what-if';
import type { DimensionCell } from '$lib/domain/dimensions';
import { noFilters, type Filters } from '$lib/domain/filters';
import { supplierGroups, type SupplierGroup } from '$lib/domain/supplier-group';
import { supplierViews, viewConcentration, type SupplierView } from '$lib/domain/supplier-view';
import type { Engine } from '$lib/engine/engine';
import { concentrationCells } from '$lib/queries/concentration-cells';
import { costRowTotals } from '$lib/queries/cost-rows';
import { invoicedFor } from '$lib/queries/invoiced-for';
import { ask } from '$lib/queries/query';
import { selectionReach } from '$lib/queries/selection-reach';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { defaultRules } from '$lib/tagging/default-rules';
import { unlocked } from '$lib/tagging/locked-months';
import type { Rule } from '$lib/tagging/rule';
import { hasRealFiles, realSource } from '../support/sources';
import { demoEdition } from './demo-edition';
import { editionOf, smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;

interface LedgerRow {
	cost_kind: string | null;
	unit: string | null;
	supplier_key: string | null;
	maker: string | null;
	it_cost: string | null;
	currency: string | null;
	amount: number;
}

/** Every row of the ledger as it lies there, so that the figures below are counted by nothing that the queries do. */
async function ledger(database: Engine): Promise<LedgerRow[]> {
	const rows = await database.run(
		`SELECT cost_kind::VARCHAR AS cost_kind, unit::VARCHAR AS unit, supplier_key::VARCHAR AS supplier_key,
			maker::VARCHAR AS maker, it_cost::VARCHAR AS it_cost, currency::VARCHAR AS currency, amount::DOUBLE AS amount
		FROM cost`,
		[]
	);
	return rows as unknown as LedgerRow[];
}

async function supplierNames(database: Engine): Promise<{ supplier_key: string; supplier: string }[]> {
	return (await database.run('SELECT supplier_key, supplier FROM supplier', [])) as {
		supplier_key: string;
		supplier: string;
	}[];
}

type Who = (row: LedgerRow) => { netted: string | null; counted: string | null };

/** Who is counted, from the definition: the koncern of the invoicing supplier, or the maker behind it. */
async function whoOf(
	database: Engine,
	view: SupplierView,
	groups: ReadonlyMap<string, SupplierGroup>
): Promise<Who> {
	const names = await supplierNames(database);
	return ({ supplier_key: key, maker }) => {
		if (view === 'maker' && maker !== null) {
			const same = names.filter(({ supplier }) => supplier.toLowerCase() === maker.toLowerCase());
			const who = same.length === 1 ? (same[0]?.supplier_key ?? '') : `avser:${maker.toLowerCase()}`;
			return { netted: who, counted: who };
		}
		const group = view === 'group' && key !== null ? groups.get(key) : undefined;
		return { netted: key, counted: group ? `koncern:${group.key}` : key };
	};
}

/** Σ(100·s)² of some rows, with its number of suppliers and the largest, in plain TypeScript. */
function countedFrom(rows: readonly LedgerRow[], who: Who) {
	const net = new Map<string, { counted: string; amount: number }>();
	for (const row of rows) {
		const { netted, counted } = who(row);
		if (netted === null || counted === null) continue;
		const found = net.get(netted) ?? { counted, amount: 0 };
		found.amount += row.amount;
		net.set(netted, found);
	}
	const sums = new Map<string, number>();
	for (const { counted, amount } of net.values())
		if (amount > 0) sums.set(counted, (sums.get(counted) ?? 0) + amount);
	const base = [...sums.values()].reduce((sum, amount) => sum + amount, 0);
	const shares = [...sums.values()].map((amount) => amount / base);
	return {
		suppliers: sums.size,
		base,
		shares,
		hhi: base > 0 ? shares.reduce((sum, share) => sum + (100 * share) ** 2, 0) : null,
		largest: Math.max(0, ...sums.values())
	};
}

const cellsOf = (row: {
	cost_kind: string | null;
	unit: string | null;
	all_kinds: boolean;
	all_units: boolean;
}): DimensionCell[] => [
	...(row.all_kinds ? [] : [{ dimension: 'costKind' as const, value: row.cost_kind }]),
	...(row.all_units ? [] : [{ dimension: 'unit' as const, value: row.unit }])
];

/** Holds every cell, in each view, against the rows. */
async function holdsAgainstRows(database: Engine, groups: ReadonlyMap<string, SupplierGroup>) {
	const all = (await ledger(database)).filter(
		({ it_cost, currency }) => it_cost === 'ja' && currency === 'SEK'
	);
	let held = 0;
	for (const view of supplierViews) {
		const who = await whoOf(database, view, groups);
		for (const cell of await ask(database, concentrationCells, { filters: noFilters, view, groups })) {
			const rows = all.filter(
				(row) =>
					(cell.all_kinds || row.cost_kind === cell.cost_kind) && (cell.all_units || row.unit === cell.unit)
			);
			const found = countedFrom(rows, who);
			const name = `${view} ${cell.cost_kind} ${cell.unit}`;
			expect(cell.row_count, name).toBe(rows.length);
			expect(cell.amount, name).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
			expect([cell.suppliers, cell.base, cell.top_amount], name).toEqual([
				found.suppliers,
				found.base,
				found.largest
			]);
			expect(cell.hhi === null, name).toBe(found.hhi === null);
			if (found.hhi === null) continue;
			expect(cell.hhi ?? 0, name).toBeCloseTo(found.hhi, 4);
			expect(
				found.shares.reduce((sum, share) => sum + share, 0),
				name
			).toBeCloseTo(1, 9);
			expect(cell.hhi ?? 0, name).toBeGreaterThanOrEqual((10_000 / cell.suppliers) * (1 - 1e-9));
			expect(cell.hhi ?? 0, name).toBeLessThanOrEqual(10_000 * (1 + 1e-9));
			held += 1;
		}
	}
	return held;
}

const lines = async (database: Engine, cells: DimensionCell[] = [], filters: Filters = noFilters) =>
	(await ask(database, invoicedFor, { filters, cells })).map((row) => ({
		supplierKey: row.supplier_key,
		supplier: row.supplier,
		realKey: row.real_key,
		realName: row.real_name,
		makerKnown: row.maker_known,
		amount: row.amount,
		rows: row.row_count
	}));

const said = (id: number, supplier: string, group: string): StoredAssumption => ({
	id,
	key: 'corporate_group',
	subject: { kind: 'supplier', key: supplier },
	value: { kind: 'text', text: group },
	reason: 'Årsredovisning',
	author: 'Maja',
	created: '2026-11-01T10:00:00.000Z'
});

describe('a small ledger', () => {
	let database: NativeDatabase;
	beforeAll(async () => {
		database = await smallEdition({
			'kostnader.csv': [
				'datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag;verklig_leverantor',
				'2026-01-10;Kulturnämnden;5400;Alfa AB;60,00;ja;Drift;',
				'2026-01-11;Kulturnämnden;5400;Beta AB;40,00;ja;Drift;',
				'2026-01-12;Servicenämnden;5400;Alfa AB;30,00;ja;Drift;',
				'2026-01-13;Servicenämnden;5400;Gamma AB;70,00;ja;Licens/SaaS;Beta AB',
				'2026-01-14;Servicenämnden;5400;Gamma AB;20,00;ja;Licens/SaaS;Svenorra',
				'2026-01-15;Servicenämnden;5400;Alfa AB;-50,00;ja;Licens/SaaS;',
				'2026-01-16;Servicenämnden;5400;;5,00;ja;Drift;',
				'2026-01-17;Servicenämnden;5400;Alfa AB;900,00;nej;Drift;'
			]
		});
	});
	afterAll(() => database.close());
	const groups = supplierGroups([said(1, 'ALFA AB', 'Alfakoncernen'), said(2, 'BETA AB', 'alfakoncernen')]);
	const cell = async (view: SupplierView, kind: string | null, unit: string | null) =>
		(await ask(database, concentrationCells, { filters: noFilters, view, groups })).find(
			(row) =>
				row.all_kinds === (kind === null) &&
				row.all_units === (unit === null) &&
				row.cost_kind === kind &&
				row.unit === unit
		);

	it('60 and 40 in a cell are 5 200, and 10 000 when both are of one koncern', async () => {
		expect(await cell('invoiced', 'Drift', 'Kulturnämnden')).toMatchObject({
			suppliers: 2,
			hhi: 5_200,
			top_key: 'ALFA AB',
			top_amount: kronor(60),
			base: kronor(100)
		});
		expect(await cell('group', 'Drift', 'Kulturnämnden')).toMatchObject({
			suppliers: 1,
			hhi: 10_000,
			top_key: 'koncern:alfakoncernen'
		});
	});

	it('a credit is floored in its cell and netted in the total, and kronor without a supplier are told', async () => {
		expect(await cell('invoiced', 'Licens/SaaS', 'Servicenämnden')).toMatchObject({
			suppliers: 1,
			amount: kronor(40),
			base: kronor(90),
			floored: kronor(50)
		});
		expect(await cell('invoiced', null, null)).toMatchObject({
			suppliers: 3,
			amount: kronor(175),
			base: kronor(40 + 40 + 90),
			nameless: kronor(5)
		});
	});

	it('by maker, what Gamma resells of Beta is Beta’s, and Svenorra stands by its name', async () => {
		const found = viewConcentration(await lines(database), 'maker', groups);
		expect(found.suppliers.map(({ name, amount }) => [name, amount])).toEqual([
			['Beta AB', kronor(110)],
			['Alfa AB', kronor(40)],
			['Svenorra', kronor(20)]
		]);
		// Alfa's 40 and Beta's 40, whose maker nobody has said.
		expect(found.assumed).toBe(kronor(80));
		for (const { key, net, rows } of found.suppliers) {
			const [behind] = await ask(database, costRowTotals, { filters: noFilters, realSupplier: key });
			expect(behind, key).toEqual({ amount: net, row_count: rows });
		}
	});

	it('losing the largest and splitting it are counted on what the rows say', async () => {
		const { suppliers } = viewConcentration(await lines(database), 'invoiced', groups);
		const [largest] = suppliers;
		expect(largest).toMatchObject({ key: 'GAMMA AB', amount: kronor(90) });
		const gone = withoutSupplier(suppliers, 'GAMMA AB');
		expect(gone).toMatchObject({
			touched: kronor(90),
			after: { suppliers: 2, base: kronor(80), hhi: 5_000 }
		});
		expect(splitSupplier(suppliers, 'GAMMA AB', 0.5).after.suppliers).toBe(4);
		const reach = await ask(database, selectionReach, { filters: { ...noFilters, suppliers: ['GAMMA AB'] } });
		expect(reach.map(({ what, key, amount }) => [what, key, amount])).toEqual([
			['contract', null, kronor(90)],
			['system', null, kronor(90)],
			['unit', 'Servicenämnden', kronor(90)]
		]);
	});

	it('each cell is what its rows say, in each view', async () => {
		expect(await holdsAgainstRows(database, groups)).toBeGreaterThan(10);
	});

	it('a filter on suppliers leaves the concentration of all', async () => {
		const filters = { ...noFilters, suppliers: ['ALFA AB'] };
		const [one] = await ask(database, concentrationCells, { filters, view: 'invoiced', groups });
		const [other] = await ask(database, concentrationCells, { filters: noFilters, view: 'invoiced', groups });
		expect(one).toEqual(other);
	});
});

describe('the demo city', () => {
	let database: NativeDatabase;
	beforeAll(async () => {
		// The text of Kvistrona's invoices names the maker, which is what a controller writes a rule of.
		const named: Rule = {
			id: 'T1',
			namn: 'Svenorra genom Kvistrona',
			om: { falt: 'text', ar: 'innehaller', varden: ['tillv. Svenorra'] },
			satt: { it_kostnad: 'ja', kostnadsslag: 'Licens/SaaS', verklig_leverantor: 'Svenorra' }
		};
		database = await demoEdition(unlocked({ ...defaultRules, regler: [named, ...defaultRules.regler] }));
	});
	afterAll(() => database.close());
	const groups = supplierGroups([
		said(1, '559900-0014', 'Kvistronagruppen'),
		said(2, '559900-0022', 'Kvistronagruppen')
	]);

	it('has in every cell the concentration that its rows say, in each view', async () => {
		expect(await holdsAgainstRows(database, groups)).toBeGreaterThan(100);
	});

	it('is by the page’s own reckoning what the cells say, and rows open to each supplier', async () => {
		for (const view of supplierViews) {
			const cells = await ask(database, concentrationCells, { filters: noFilters, view, groups });
			for (const cell of [cells.at(-1), ...cells.slice(0, 3)]) {
				if (!cell) throw new Error('There are no cells.');
				const found = viewConcentration(await lines(database, cellsOf(cell)), view, groups);
				expect(found.concentration.hhi ?? 0).toBeCloseTo(cell.hhi ?? 0, 4);
				expect(found.concentration).toMatchObject({
					suppliers: cell.suppliers,
					base: cell.base,
					floored: cell.floored,
					top1: cell.top_amount
				});
				expect(found.suppliers[0]?.key).toBe(cell.top_key);
				expect(found.nameless).toBe(cell.nameless);
			}
		}
	});

	it('shows Svenorra behind Kvistrona Licens, a maker behind a reseller', async () => {
		const found = viewConcentration(await lines(database), 'maker', groups);
		const svenorra = found.suppliers.find(({ name }) => name === 'Svenorra');
		expect(svenorra?.amount).toBeGreaterThan(kronor(10_000_000));
		expect(svenorra?.key).toBe('avser:svenorra');
		const [behind] = await ask(database, costRowTotals, {
			filters: noFilters,
			realSupplier: svenorra?.key ?? ''
		});
		expect(behind?.amount).toBe(svenorra?.net);
	});
});

describe.skipIf(!hasRealFiles)('a real month of a municipality', () => {
	it('has in every cell the concentration that its rows say', async () => {
		const database = await editionOf([
			realSource('invoices/orebro_2016-03_semikolon_cp1252_decimalkomma.csv')
		]);
		expect(await holdsAgainstRows(database, new Map())).toBeGreaterThan(50);
		await database.close();
	});
});
