// The parts of systems, the chain behind a supplier and the levels of sovereignty: equal to a reckoning in plain TypeScript over
// the rows, on the demo city and on a real month, and of use where the register holds nothing but names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dependencyCascade } from '$lib/domain/dependency-cascade';
import { doubleNetworks } from '$lib/domain/double-network';
import { noFilters, type Filters } from '$lib/domain/filters';
import { monthFrom, type Period } from '$lib/domain/period';
import { sovereigntyLevel, sovereigntyShares } from '$lib/domain/sovereignty';
import { isBundled, stackParts, systemStacks, type SystemStack } from '$lib/domain/system-stack';
import { costByKind } from '$lib/queries/cost-by-kind';
import { costSplit } from '$lib/queries/cost-split';
import { joinedCost } from '$lib/queries/joined-cost';
import { selectionReach } from '$lib/queries/selection-reach';
import { subjectSelection } from '$lib/queries/subject-selection';
import { supplierSystems } from '$lib/queries/supplier-systems';
import { systemList } from '$lib/queries/system-list';
import { cascadeCosts } from '$lib/queries/cascade-costs';
import { capabilityNames } from '$lib/queries/capability-names';
import { contractLayers } from '$lib/queries/contract-layers';
import { costRowTotals } from '$lib/queries/cost-rows';
import { networkCosts } from '$lib/queries/network-costs';
import { ask } from '$lib/queries/query';
import { supplierContracts } from '$lib/queries/supplier-contracts';
import { systemRegister } from '$lib/queries/system-register';
import { systemSupplierCosts } from '$lib/queries/system-supplier-costs';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { hasRealFiles, realSource } from '../support/sources';
import { stackRow, stackSelection } from '../../src/routes/(app)/beroende/delar/parts/stack-rows';
import { demoEdition } from './demo-edition';
import { editionOf, smallEdition } from './small-edition';

const year: Filters & { period: Period } = {
	...noFilters,
	period: { from: monthFrom(2025, 9), to: monthFrom(2026, 8) }
};
const [nordvinge, tellunda] = ['559900-0014', '559900-0063'] as const;

/** Kostnadsslag by part, said a second time. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
	licence: ['Licens/SaaS', 'Systemunderhåll'],
	operation: ['Drift', 'Moln', 'Infrastruktur'],
	consulting: ['Konsult'],
	hardware: ['Hårdvara']
};

interface Row {
	day: string;
	system: string | null;
	contract: string | null;
	supplier: string | null;
	kind: string | null;
	unit: string | null;
	amount: number;
}

/** The IT rows in kronor as they lie in the edition, one by one. */
async function rowsOf(edition: NativeDatabase): Promise<Row[]> {
	const rows = await edition.run(
		`SELECT strftime(day, '%Y-%m-%d') AS day, system_id::VARCHAR AS system, contract_ref::VARCHAR AS contract,
			supplier_key::VARCHAR AS supplier, cost_kind::VARCHAR AS kind, unit::VARCHAR AS unit, amount
		FROM cost WHERE it_cost = 'ja' AND currency = 'SEK'`
	);
	return rows.map((row) => ({ ...row, amount: Number(row.amount) })) as unknown as Row[];
}

/** What is joined to which system, by the rule as a person would say it. */
function reckoned(rows: readonly Row[], register: readonly { id: string; contracts: readonly string[] }[]) {
	const joined = (row: Row): string | null => {
		if (row.system !== null) return row.system;
		const named = register.filter(
			({ contracts }) => row.contract !== null && contracts.includes(row.contract)
		);
		return named.length === 1 ? (named[0]?.id ?? null) : null;
	};
	const sums = new Map<string, number>();
	for (const row of rows) {
		const part = Object.keys(kindsOf).find((one) => kindsOf[one]?.includes(row.kind ?? '')) ?? 'other';
		const key = JSON.stringify([joined(row), row.supplier, part]);
		sums.set(key, (sums.get(key) ?? 0) + row.amount);
	}
	return sums;
}

function asSums(stacks: readonly SystemStack[]) {
	const sums = new Map<string, number>();
	for (const { systemId, parts } of stacks)
		for (const part of stackParts)
			for (const { supplierKey, amount } of parts[part])
				sums.set(JSON.stringify([systemId, supplierKey, part]), amount);
	return sums;
}

const sorted = (sums: ReadonlyMap<string, number>) => [...sums].sort(([a], [b]) => (a < b ? -1 : 1));

describe('in the demo city', () => {
	let edition: NativeDatabase;
	let stacks: SystemStack[];
	beforeAll(async () => {
		edition = await demoEdition();
		stacks = systemStacks(await ask(edition, systemSupplierCosts, year));
	});
	afterAll(() => edition.close());
	const stackOf = (id: string) => stacks.find(({ systemId }) => systemId === id);

	it('each supplier is paid for each part what its rows say, and binds as far as they reach', async () => {
		const text = readFileSync(join(import.meta.dirname, '../../data/demo/system.csv'), 'utf8');
		const register = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
			header: true,
			delimiter: ';',
			skipEmptyLines: true
		}).data.map((line) => ({
			id: line.system_id ?? '',
			contracts: (line.avtals_id ?? '').split('|').filter(Boolean)
		}));
		const rows = (await rowsOf(edition)).filter(({ day }) => day >= '2025-09-01' && day <= '2026-08-31');
		const sums = reckoned(rows, register);
		expect(sorted(asSums(stacks))).toEqual(sorted(sums));
		for (const { systemId, binding } of stacks) {
			const own = [...sums].map(([key, amount]) => {
				const [system, supplier, part] = JSON.parse(key) as [string | null, string | null, string];
				return { system, supplier, part, amount };
			});
			const paid = own.filter((sum) => sum.system === systemId && sum.part !== 'other' && sum.amount > 0);
			const held = [...new Set(paid.flatMap(({ supplier }) => supplier ?? []))].map(
				(supplier) => paid.filter((sum) => sum.supplier === supplier).length
			);
			expect(binding?.held ?? 0).toBe(Math.max(0, ...held));
			if (binding) expect(binding.present).toBe(new Set(paid.map(({ part }) => part)).size);
		}
	});

	it('every figure of a system opens the rows that sum to it', async () => {
		for (const id of ['S-002', 'S-007', null]) {
			const stack = stacks.find(({ systemId }) => systemId === id);
			if (!stack) throw new Error(`No stack of ${id}`);
			const [whole] = await ask(edition, costRowTotals, stackSelection(stack, year, null));
			expect(whole).toEqual({ amount: stack.amount, row_count: stack.rowCount });
			for (const part of stackParts)
				for (const cell of stack.parts[part].slice(0, 3)) {
					const [totals] = await ask(edition, costRowTotals, stackSelection(stack, year, cell));
					expect(totals?.amount).toBe(cell.amount);
				}
		}
	});

	it('a system costs the same on its own page, in lists, under the filter and in what binds to it', async () => {
		const lists = {
			list: await ask(edition, systemList, { filters: year, compared: null }),
			split: await ask(edition, costSplit, { selection: { filters: year }, compared: null, by: 'system' }),
			table: await ask(edition, costByKind, { filters: year, compared: null, by: 'system' })
		};
		for (const [name, rows] of Object.entries(lists)) {
			const sums = new Map<string | null, number>();
			for (const { key, amount } of rows) sums.set(key, (sums.get(key) ?? 0) + amount);
			for (const { systemId, amount } of stacks)
				expect([name, systemId, sums.get(systemId)]).toEqual([name, systemId, amount]);
		}
		for (const id of ['S-001', 'S-007']) {
			const selection = subjectSelection({ kind: 'system', key: id }, year);
			const [page] = await ask(edition, costRowTotals, selection);
			expect(page?.amount).toBe(stackOf(id)?.amount);
			const [joined] = await ask(edition, joinedCost, selection);
			expect(joined?.by_contract).toBeGreaterThan(0);
			expect((joined?.by_tag ?? 0) + (joined?.by_contract ?? 0)).toBe(page?.amount);
			for (const [systemCover, amount] of [
				['tagg', joined?.by_tag],
				['avtal', joined?.by_contract]
			] as const) {
				const [opened] = await ask(edition, costRowTotals, { ...selection, systemCover });
				expect(opened?.amount).toBe(amount);
			}
		}
	});

	it("a supplier's systems cost what is hit when it stops, to the öre", async () => {
		const selection = subjectSelection({ kind: 'supplier', key: nordvinge }, year);
		const page = await ask(edition, supplierSystems, { key: nordvinge, selection });
		const reach = await ask(edition, selectionReach, selection);
		const hit = reach.filter(({ what, key }) => what === 'system' && key !== null);
		expect(hit.length).toBeGreaterThan(3);
		expect(
			new Map(page.flatMap(({ system_id, amount }) => (amount === null ? [] : [[system_id, amount]])))
		).toEqual(new Map(hit.map(({ key, amount }) => [key, amount])));
	});

	it('Nordvinge holds several parts, and Omsorgsjournalen is flagged', async () => {
		const register = await ask(edition, systemRegister, undefined);
		const byId = new Map(register.map((system) => [system.system_id, system]));
		const bound = stacks.filter(({ binding }) => isBundled(binding) && binding.supplierKey === nordvinge);
		expect(bound.map(({ systemId }) => systemId)).toContain('S-002');
		expect(stackOf('S-007')?.binding).toMatchObject({ held: 2, present: 3 });
		const parts = stackOf('S-007')?.parts;
		expect(parts?.operation[0]?.supplierKey).toBe(nordvinge);
		expect(parts?.consulting.map(({ supplier }) => supplier)).toEqual([
			'Nordvinge Data AB',
			'Omsorgslinden System AB'
		]);
		const stack = stackOf('S-007');
		expect(stack && stackRow(stack, byId).flag?.name).toMatch(/^Omsorgsjournalen, .* håller 2 av 3 delar$/);
	});

	it('the network is paid for to Tellunda and to Ledtråda, and Telvarp beside it', async () => {
		const reading = doubleNetworks(
			await ask(edition, networkCosts, year),
			await ask(edition, systemRegister, undefined)
		);
		expect(reading.central).toEqual(['Kommunnätet', 'Telefonväxeln']);
		expect(reading.found.map(({ kind, supplier, others }) => [kind, supplier, others[0]])).toEqual([
			['second', 'Ledtråda Fiber AB', 'Tellunda Nät AB'],
			['beside', 'Telvarp AB', 'Kommunnätet']
		]);
		expect(reading.found.some(({ supplierKey }) => supplierKey === tellunda)).toBe(false);
		for (const contract of await ask(edition, contractLayers, year))
			expect(contract.layers.split('|').length).toBeGreaterThan(1);
	});

	it('the chain behind Nordvinge is what the register and its rows say', async () => {
		const costs = await ask(edition, cascadeCosts, { filters: { ...year, suppliers: [nordvinge] } });
		const contracts = await ask(edition, supplierContracts, [nordvinge]);
		const names = await ask(edition, capabilityNames, undefined);
		const cascade = dependencyCascade(
			new Set([nordvinge]),
			costs,
			await ask(edition, systemRegister, undefined),
			new Set(contracts.map(({ contract_id }) => contract_id)),
			new Map(names.map(({ capability_id, name }) => [capability_id, name ?? capability_id]))
		);
		const rows = (await rowsOf(edition)).filter(
			({ day, supplier }) => supplier === nordvinge && day >= '2025-09-01' && day <= '2026-08-31'
		);
		const total = rows.reduce((sum, { amount }) => sum + amount, 0);
		expect(cascade.total).toBe(total);
		expect(cascade.systems.reduce((sum, { amount }) => sum + amount, cascade.outside)).toBe(total);
		for (const { name, paid } of cascade.units)
			expect(paid).toBe(
				rows.filter(({ unit }) => unit === name).reduce((sum, { amount }) => sum + amount, 0)
			);
		expect(cascade.systems.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['S-001', 'S-002', 'S-007', 'S-008'])
		);
		expect(cascade.systems.filter(({ critical }) => critical).map(({ id }) => id)).toEqual([
			'S-001',
			'S-007'
		]);
	});

	it('the office suite is held at level 1, and most of the cost has no known level', async () => {
		const register = await ask(edition, systemRegister, undefined);
		const level = (id: string) => {
			const line = register.find(({ system_id }) => system_id === id);
			return line && sovereigntyLevel(line);
		};
		expect(level('S-003')).toMatchObject({ low: 1, high: 1, known: 8 });
		expect(level('S-007')).toMatchObject({ low: 0, high: 2, known: 6 });
		const amounts = new Map(stacks.map(({ systemId, amount }) => [systemId, amount]));
		const shares = sovereigntyShares(
			register.map((line) => ({
				level: sovereigntyLevel(line),
				amount: amounts.get(line.system_id) ?? 0
			})),
			amounts.get(null) ?? 0
		);
		const parts = [...shares.at, ...shares.atMost, shares.unknown, shares.outside];
		expect(parts.reduce((sum, part) => sum + part, 0)).toBe(shares.total);
		expect(shares.unknown + shares.outside).toBeGreaterThan(0);
		expect(shares.at[1]).toBe(amounts.get('S-003'));
	});
});

it.skipIf(!hasRealFiles)(
	'of a real month without tags of systems, all kronor stand as parts of no system',
	async () => {
		const edition = await editionOf([
			realSource('invoices/orebro_2016-03_semikolon_cp1252_decimalkomma.csv')
		]);
		try {
			const rows = await rowsOf(edition);
			const stacks = systemStacks(await ask(edition, systemSupplierCosts, noFilters));
			expect(stacks.map(({ systemId }) => systemId)).toEqual([null]);
			expect(sorted(asSums(stacks))).toEqual(sorted(reckoned(rows, [])));
			expect(stacks[0]?.amount).toBe(rows.reduce((sum, { amount }) => sum + amount, 0));
		} finally {
			await edition.close();
		}
	},
	120_000
);

it('a register with nothing but names still tells who is paid for what, and what is not joined', async () => {
	const edition = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag',
			'2026-01-10;Kulturnämnden;7431;Norrvik AB;100,00;ja;Drift',
			'2026-01-11;Kulturnämnden;7431;Norrvik AB;200,00;ja;Konsult',
			'2026-01-12;Kulturnämnden;681;Sjöbo AB;400,00;ja;Tele och datakom'
		],
		'system.csv': ['system_id;namn', 'S-1;Katalogen', 'S-2;Arkivet']
	});
	try {
		const register = await ask(edition, systemRegister, undefined);
		const stacks = systemStacks(await ask(edition, systemSupplierCosts, noFilters));
		expect(stacks).toMatchObject([{ systemId: null, amount: 700_00 }]);
		expect(stacks[0]?.parts.operation).toMatchObject([{ supplier: 'Norrvik AB', amount: 100_00 }]);
		expect(await ask(edition, contractLayers, noFilters)).toEqual([]);
		expect(doubleNetworks(await ask(edition, networkCosts, noFilters), register)).toEqual({
			central: [],
			found: [],
			total: 400_00,
			unjudged: 400_00
		});
		const key = 'NORRVIK AB';
		const costs = await ask(edition, cascadeCosts, { filters: { ...noFilters, suppliers: [key] } });
		const cascade = dependencyCascade(new Set([key]), costs, register, new Set(), new Map());
		expect(cascade).toMatchObject({ systems: [], total: 300_00, outside: 300_00 });
		expect(register.map((line) => sovereigntyLevel(line).known)).toEqual([0, 0]);
	} finally {
		await edition.close();
	}
});
