import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	competitionDimensions,
	competitionKeys,
	competitionParts,
	competitionShares,
	type CompetitionDimension,
	type CompetitionPart
} from '$lib/domain/competition-parts';
import { competitionYears } from '$lib/domain/competition-years';
import { parseIsoDay, type Day } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import type { Engine } from '$lib/engine/engine';
import { competedContracts } from '$lib/queries/competed-contracts';
import { competitionBy } from '$lib/queries/competition-by';
import { concentrationCells } from '$lib/queries/concentration-cells';
import { contractCoverage } from '$lib/queries/contract-coverage';
import { costRowTotals } from '$lib/queries/cost-rows';
import { dependenceReading } from '$lib/queries/dependence';
import { editionMeta } from '$lib/queries/edition-meta';
import { ask } from '$lib/queries/query';
import { selectionReach } from '$lib/queries/selection-reach';
import { bidsPerContract } from '$lib/queries/single-bid';
import { supplierCosts } from '$lib/queries/supplier-costs';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { hasRealFiles, realSource } from '../support/sources';
import { demoEdition } from './demo-edition';
import { editionOf, smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;
function day(text: string): Day {
	const read = parseIsoDay(text);
	if (!read) throw new Error(text);
	return read;
}
const today = day('2026-08-31');

interface LedgerRow {
	supplier_key: string | null;
	cost_kind: string | null;
	unit: string | null;
	contract_ref: string | null;
	cover: string | null;
	amount: number;
}
interface ContractRow {
	contract_id: string;
	supplier_key: string | null;
	procedure: string | null;
	bids: number | null;
	start_day: string | null;
}

const itRows = async (database: Engine) =>
	(await database.run(
		`SELECT supplier_key::VARCHAR AS supplier_key, cost_kind::VARCHAR AS cost_kind, unit::VARCHAR AS unit,
			contract_ref::VARCHAR AS contract_ref, contract_cover::VARCHAR AS cover, amount::DOUBLE AS amount
		FROM cost WHERE it_cost = 'ja' AND currency = 'SEK'`,
		[]
	)) as unknown as LedgerRow[];
const contractRows = async (database: Engine) =>
	(await database.run(
		`SELECT contract_id, supplier_key::VARCHAR AS supplier_key, procedure::VARCHAR AS procedure, bids::INTEGER AS bids,
			start_day::VARCHAR AS start_day
		FROM contract`,
		[]
	)) as unknown as ContractRow[];

/** What is known of the competition for a row, from the definition. */
function partOf(row: LedgerRow, contracts: readonly ContractRow[]): CompetitionPart {
	const contract = contracts.find(({ contract_id }) => contract_id === row.contract_ref);
	if (!contract) return row.cover === 'flera' || row.cover === 'okänt' ? 'möjligt' : 'utanför';
	if (contract.procedure?.toLowerCase().startsWith('direktupphandling')) return 'utan annons';
	return contract.bids === null ? 'okänt' : contract.bids === 1 ? 'ett' : 'flera';
}

const keyOf: Readonly<Record<CompetitionDimension, (row: LedgerRow) => string | null>> = {
	supplier: ({ supplier_key }) => supplier_key,
	costKind: ({ cost_kind }) => cost_kind,
	unit: ({ unit }) => unit
};

/** Holds every group of each dimension against the rows; how many groups that was. */
async function holdsAgainstRows(database: Engine): Promise<number> {
	const rows = await itRows(database);
	const contracts = await contractRows(database);
	const told = rows.map((row) => ({ row, part: partOf(row, contracts) }));
	let held = 0;
	for (const by of competitionDimensions) {
		const groups = competitionParts(await ask(database, competitionBy, { filters: noFilters, by }));
		expect(new Set(groups.map(({ key }) => key)).size, by).toBe(groups.length);
		for (const group of groups) {
			const name = `${by} ${group.key}`;
			const own = told.filter(({ row }) => group.key === undefined || keyOf[by](row) === group.key);
			expect(group.rows, name).toBe(own.length);
			for (const part of competitionKeys) {
				const of = own.filter((one) => one.part === part);
				expect(group.amounts[part], name).toBe(of.reduce((sum, { row }) => sum + row.amount, 0));
				const named = part === 'utanför' || part === 'möjligt' ? [] : of.map(({ row }) => row.contract_ref);
				expect(group.contracts[part], name).toBe(new Set(named).size);
			}
			const { singleBid, direct, known } = competitionShares(group.contracts);
			for (const { share } of [singleBid, direct, known])
				if (share !== null) expect(share >= 0 && share <= 1, name).toBe(true);
			held += 1;
		}
	}
	return held;
}

/** Years since, in plain TypeScript with Date: whole years by the calendar, and the days of the one begun. */
function yearsSince(start: string, end: string): number {
	const at = (year: number) => Date.UTC(year, Number(start.slice(5, 7)) - 1, Number(start.slice(8, 10)));
	const now = Date.parse(end);
	let year = Number(end.slice(0, 4));
	if (at(year) > now) year -= 1;
	return year - Number(start.slice(0, 4)) + (now - at(year)) / (at(year + 1) - at(year));
}

async function yearsOf(database: Engine) {
	const costs = await ask(database, supplierCosts, noFilters);
	const contracts = await ask(database, competedContracts, undefined);
	return competitionYears(
		costs.map((row) => ({ supplierKey: row.supplier_key, supplier: row.supplier, amount: row.amount })),
		contracts.map((row) => ({
			supplierKey: row.supplier_key,
			start: row.start_day === null ? null : parseIsoDay(row.start_day),
			contractId: row.contract_id
		})),
		today
	);
}

/** The same from the rows. */
async function yearsFromRows(database: Engine) {
	const net = new Map<string | null, number>();
	for (const { supplier_key: key, amount } of await itRows(database))
		net.set(key, (net.get(key) ?? 0) + amount);
	const competed = (await contractRows(database)).filter(
		({ bids, procedure, start_day: start }) =>
			(bids ?? 0) >= 2 &&
			!procedure?.toLowerCase().startsWith('direktupphandling') &&
			start !== null &&
			start <= '2026-08-31'
	);
	let [known, unknown, sum] = [0, 0, 0];
	for (const [key, amount] of net) {
		if (amount <= 0) continue;
		const starts = competed
			.filter(({ supplier_key }) => supplier_key === key)
			.map(({ start_day }) => start_day ?? '');
		const last = starts.sort().at(-1);
		if (key === null || last === undefined) unknown += amount;
		else {
			known += amount;
			sum += amount * yearsSince(last, '2026-08-31');
		}
	}
	return { known, unknown, years: known > 0 ? sum / known : null };
}

describe('a small register', () => {
	let database: NativeDatabase;
	beforeAll(async () => {
		database = await smallEdition({
			'avtal.csv': [
				'avtals_id;benamning;leverantor;namnd;avtalsstart;upphandlingsforfarande;antal_anbud',
				'A-1;Journal;Alfa AB;Servicenämnden;2022-08-31;öppet;3',
				'A-2;Karta;Alfa AB;Servicenämnden;2018-01-01;öppet;5',
				'A-3;Karta, ny;Alfa AB;Servicenämnden;2027-01-01;öppet;4',
				'B-1;Nät;Beta AB;Servicenämnden;2024-08-31;öppet;1',
				'B-2;Guide;Beta AB;Servicenämnden;2025-08-31;direktupphandling;3',
				'C-1;Lön;Gamma AB;Servicenämnden;;öppet;2'
			],
			'kostnader.csv': [
				'datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag;avtals_id',
				'2026-01-10;Servicenämnden;5400;Alfa AB;60,00;ja;Drift;A-1',
				'2026-01-11;Kulturnämnden;5400;Beta AB;30,00;ja;Drift;B-1',
				'2026-01-12;Kulturnämnden;5400;Beta AB;10,00;ja;Konsult;B-2',
				'2026-01-13;Kulturnämnden;5400;Gamma AB;7,00;ja;Konsult;',
				'2026-01-14;Kulturnämnden;5400;;3,00;ja;Konsult;'
			]
		});
	});
	afterAll(() => database.close());

	it('Alfa competed four years ago; direct awards, single bids and unknown starts are unknown, by kronor', async () => {
		const found = await yearsOf(database);
		expect(found).toMatchObject({ years: 4, known: kronor(60), unknown: kronor(50) });
		expect(
			found.suppliers.find(({ supplierKey }) => supplierKey === 'ALFA AB')?.last?.contract
		).toMatchObject({
			contractId: 'A-1'
		});
		expect(found.buckets.map(({ years, amount }) => [years, amount])).toEqual([
			[0, 0],
			[1, 0],
			[2, 0],
			[3, 0],
			[4, kronor(60)],
			[null, kronor(50)]
		]);
	});

	it('in Kulturnämnden all of what is known came with one bid or without notice', async () => {
		const rows = await ask(database, competitionBy, { filters: noFilters, by: 'unit' });
		const culture = competitionParts(rows).find(({ key }) => key === 'Kulturnämnden');
		expect(culture?.amounts).toEqual({
			ett: kronor(30),
			flera: 0,
			'utan annons': kronor(10),
			okänt: 0,
			// Gamma's only contract has no start day.
			möjligt: kronor(7),
			utanför: kronor(3)
		});
		expect(
			competitionShares(
				culture?.amounts ?? { ett: 0, flera: 0, 'utan annons': 0, okänt: 0, möjligt: 0, utanför: 0 }
			)
		).toEqual({
			singleBid: { numerator: kronor(30), denominator: kronor(30), share: 1 },
			direct: { numerator: kronor(10), denominator: kronor(40), share: 1 / 4 },
			known: { numerator: kronor(40), denominator: kronor(50), share: 4 / 5 }
		});
	});

	it('is what the rows say', async () => {
		expect(await holdsAgainstRows(database)).toBe(4 + 1 + 2 + 1 + 2 + 1);
	});
});

describe('the demo city', () => {
	let database: NativeDatabase;
	beforeAll(async () => {
		database = await demoEdition();
	});
	afterAll(() => database.close());

	it('has in every group the competition that its rows say, and the same sums as the register card', async () => {
		expect(await holdsAgainstRows(database)).toBeGreaterThan(100);
		const [all] = competitionParts(
			await ask(database, competitionBy, { filters: noFilters, by: 'supplier' })
		);
		for (const { competition, amount } of await ask(database, bidsPerContract, noFilters))
			expect(all?.amounts[competition], competition).toBe(amount);
	});

	it('tells what may be on a contract from what is on none, alike on Konkurrens, Koncentration, the start and its rows', async () => {
		const period = { from: monthFrom(2026, 1), to: monthFrom(2026, 8) };
		for (const filters of [
			{ ...noFilters, period },
			{ ...noFilters, period, suppliers: ['559900-0014'] }
		]) {
			const [all] = competitionParts(await ask(database, competitionBy, { filters, by: 'supplier' }));
			const [coverage] = await ask(database, contractCoverage, filters);
			const [bids] = await ask(database, bidsPerContract, filters);
			const reach = await ask(database, selectionReach, { filters });
			const reached = (of: 'contract' | 'possible') =>
				reach.find(({ what, key }) => what === of && key === null)?.amount ?? 0;
			const rows = async (competition: 'möjligt' | 'utanför') =>
				(await ask(database, costRowTotals, { filters, competition }))[0]?.amount;
			expect(coverage?.several).toBeGreaterThan(0);
			for (const amount of [
				all?.amounts.möjligt,
				bids?.possible_amount,
				reached('possible'),
				await rows('möjligt')
			])
				expect(amount).toBe(coverage?.several);
			for (const amount of [
				all?.amounts.utanför,
				bids?.outside_amount,
				reached('contract'),
				await rows('utanför')
			])
				expect(amount).toBe(coverage?.without ?? 0);
		}
	});

	it('has the years since competition that its rows say, and every krona in one bucket', async () => {
		const found = await yearsOf(database);
		const counted = await yearsFromRows(database);
		expect([found.known, found.unknown]).toEqual([counted.known, counted.unknown]);
		expect(found.years ?? 0).toBeCloseTo(counted.years ?? 0, 9);
		expect(found.years ?? 0).toBeGreaterThan(1);
		expect(found.buckets.reduce((sum, { amount }) => sum + amount, 0)).toBe(found.known + found.unknown);
	});

	it('knows the years of as large a share among the indicators, of cost with a supplier or without', async () => {
		const found = await yearsOf(database);
		const { indicators } = await dependenceReading(database, noFilters, await editionMeta(database));
		const age = indicators.find(({ key }) => key === 'ar_sedan_konkurrens');
		expect(age?.known).toBeCloseTo(found.known / (found.known + found.unknown), 9);
	});

	it('tells the single-bid core system: all kronor of Omsorgsjournalen’s contract came with one bid', async () => {
		const filters = { ...noFilters, contracts: ['A-2022-090'] };
		const [all] = competitionParts(await ask(database, competitionBy, { filters, by: 'supplier' }));
		expect(all?.amounts.ett).toBeGreaterThan(0);
		expect(
			competitionShares(
				all?.amounts ?? { ett: 0, flera: 0, 'utan annons': 0, okänt: 0, möjligt: 0, utanför: 0 }
			).singleBid.share
		).toBe(1);
	});
});

it('without a register everything is outside it and unknown, and nothing is guessed', async () => {
	const database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;belopp;it_kostnad',
			'2026-01-10;Servicenämnden;5400;Alfa AB;60,00;ja'
		]
	});
	expect(await yearsOf(database)).toMatchObject({ years: null, known: 0, unknown: kronor(60) });
	const [all] = competitionParts(await ask(database, competitionBy, { filters: noFilters, by: 'unit' }));
	expect(all).toMatchObject({ amounts: { utanför: kronor(60) }, total: kronor(60) });
	expect(all && competitionShares(all.amounts).singleBid.share).toBeNull();
	await database.close();
});

describe.skipIf(!hasRealFiles)('a real month of a municipality, without any register', () => {
	it('is outside every contract, in every group', async () => {
		const database = await editionOf([
			realSource('invoices/orebro_2016-03_semikolon_cp1252_decimalkomma.csv')
		]);
		expect(await holdsAgainstRows(database)).toBeGreaterThan(50);
		expect(await yearsFromRows(database)).toMatchObject({ known: 0 });
		expect(await yearsOf(database)).toMatchObject({ years: null, known: 0 });
		await database.close();
	});
});

it('with registers of names only, kronor are told by what is missing and concentration is counted all the same', async () => {
	const database = await smallEdition({
		'system.csv': ['system_id;namn;namnd;leverantor', 'S-1;Journalen;;', 'S-2;Kartan;;'],
		'avtal.csv': [
			'avtals_id;benamning;leverantor;namnd;avtalsstart;antal_anbud',
			'A-1;Journal;;;;',
			'A-2;Karta;;;;'
		],
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag;avtals_id',
			'2026-01-10;Servicenämnden;5400;Alfa AB;60,00;ja;Drift;A-1',
			'2026-01-10;Servicenämnden;5400;Beta AB;40,00;ja;Drift;'
		]
	});
	const [all] = competitionParts(await ask(database, competitionBy, { filters: noFilters, by: 'costKind' }));
	expect(all?.amounts).toEqual({
		ett: 0,
		flera: 0,
		'utan annons': 0,
		okänt: kronor(60),
		möjligt: 0,
		utanför: kronor(40)
	});
	expect(await yearsOf(database)).toMatchObject({ years: null, known: 0, unknown: kronor(100) });
	const question = { filters: noFilters, view: 'invoiced' as const, groups: new Map() };
	expect((await ask(database, concentrationCells, question)).at(-1)).toMatchObject({
		hhi: 5_200,
		suppliers: 2
	});
	const reach = await ask(database, selectionReach, { filters: noFilters });
	expect(reach.filter(({ what }) => what === 'system')).toEqual([
		{ what: 'system', key: null, name: null, amount: kronor(100) }
	]);
	await database.close();
});
