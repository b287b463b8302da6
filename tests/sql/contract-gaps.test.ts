// Where ledger and register do not fit together, against sums that are added up here from the files themselves.
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractGapsOf, type ContractGap, type GapKind, type UncoveredCost } from '$lib/domain/contract-gap';
import { directAwardLimit } from '$lib/domain/direct-award';
import { noFilters } from '$lib/domain/filters';
import { contractGapList } from '$lib/queries/contract-gap-list';
import { costRowTotals } from '$lib/queries/cost-rows';
import { editionMeta } from '$lib/queries/edition-meta';
import { ask } from '$lib/queries/query';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { gapSelection } from '../../src/routes/(app)/avtal/luckor/parts/gap-rows';
import { demoEdition } from './demo-edition';
import { smallEdition } from './small-edition';

const gapsOf = async (from: NativeDatabase) => contractGapList(from, noFilters, await editionMeta(from));
const ofKind = (gaps: readonly ContractGap[], kind: GapKind) => gaps.filter((gap) => gap.kind === kind);

/** The rows behind each gap, as its link opens them. */
async function expectRowsToSum(database: NativeDatabase, gaps: readonly ContractGap[]): Promise<number> {
	let opened = 0;
	for (const gap of gaps) {
		const selection = gapSelection(gap);
		if (!selection) {
			expect(gap).toMatchObject({ kind: 'unused', amount: 0 });
			continue;
		}
		const linked = rowsFromText(rowsToText({ path: [], selection })).selection;
		const [total] = await ask(database, costRowTotals, linked);
		expect(total?.amount, `${gap.kind} ${gap.contractId ?? gap.supplier}`).toBe(gap.amount);
		opened++;
	}
	return opened;
}

const register = [
	'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut;forlangningssatt;takvolym;ramavtal_ref',
	'R-1;Ramavtal;Alfa AB;Servicenämnden;2025-01-01;2028-08-31;ingen;1000,00;',
	'V-1;Avrop;Alfa AB;Servicenämnden;2025-01-01;2028-08-31;ingen;;R-1',
	'G-1;Gammalt;Beta AB;Servicenämnden;2020-01-01;2026-02-28;;100,00;',
	'G-1;Gammalt, del två;Beta AB;Servicenämnden;2020-01-01;2026-03-15;;;',
	'T-1;Tills vidare;Gamma AB;Servicenämnden;2016-01-01;2020-12-31;tillsvidare;;',
	'O-1;Oanvänt;Delta AB;Skolnämnden;2025-01-01;2027-12-31;;;',
	'F-1;Före;Delta AB;Skolnämnden;2010-01-01;2015-12-31;;;',
	'E-1;Efter;Delta AB;Skolnämnden;2030-01-01;;;;',
	'X-1;Utan dagar;Delta AB;Skolnämnden;;;;;'
];
const ledger = [
	'datum;namnd;konto;leverantor;belopp;valuta;it_kostnad;kostnadsslag;avtals_id',
	'2026-01-10;Servicenämnden;5400;Alfa AB;850,00;;ja;Drift;V-1',
	'2026-03-15;Servicenämnden;5400;Beta AB;10,00;;ja;Drift;G-1',
	'2026-03-16;Servicenämnden;5400;Beta AB;60,00;;nej;;G-1',
	'2026-05-20;Servicenämnden;5400;Beta AB;40,00;;ja;Drift;G-1',
	'2026-05-20;Servicenämnden;5400;Beta AB;999,00;EUR;ja;Drift;G-1',
	'2026-06-01;Servicenämnden;5400;Gamma AB;5,00;;ja;Drift;T-1',
	'2026-02-01;Servicenämnden;5400;Nollan AB;700000,00;;ja;Drift;',
	'2026-02-02;Skolnämnden;5400;Ettan AB;400000,00;;ja;Drift;',
	'2026-07-02;Skolnämnden;5400;Ettan AB;300000,01;;ja;Drift;',
	'2026-07-02;Skolnämnden;5400;Ettan AB;699999,00;;ja;Konsult;',
	'2025-07-02;Skolnämnden;5400;Ettan AB;699999,00;;ja;Drift;',
	'2026-07-02;Skolnämnden;5400;;900000,00;;ja;Drift;'
];
const months = ['datum;namnd;konto;leverantor;belopp;it_kostnad;avtals_id'];
months.push(
	'2026-03;Servicenämnden;5400;Beta AB;1,00;ja;G-1',
	'2026-04;Servicenämnden;5400;Beta AB;2,00;ja;G-1'
);

describe('the gaps between a small ledger and its register', () => {
	let database: NativeDatabase;
	let gaps: ContractGap[];
	beforeAll(async () => {
		database = await smallEdition({ 'avtal.csv': register, 'kostnader.csv': ledger, 'perioder.csv': months });
		gaps = await gapsOf(database);
	});
	afterAll(() => database.close());

	it('count the cost of suppliers without contract, also that of no supplier', () => {
		expect(ofKind(gaps, 'uncovered').map(({ supplier, amount, rows }) => [supplier, amount, rows])).toEqual([
			['Ettan AB', 209_999_801, 4],
			[null, 90_000_000, 1],
			['Nollan AB', 70_000_000, 1]
		]);
	});

	it('set one kostnadsslag and year of a supplier against the limit, and the limit itself is not over it', () => {
		expect(
			ofKind(gaps, 'over-limit').map(({ supplier, costKind, year, amount, against }) => [
				supplier,
				costKind,
				year,
				amount,
				against
			])
		).toEqual([['Ettan AB', 'Drift', 2026, 70_000_001, 70_000_000]]);
	});

	it('name the contracts that ran without being invoiced; a framework is used through its avrop', () => {
		expect(ofKind(gaps, 'unused').map(({ contractId }) => contractId)).toEqual(['O-1']);
	});

	it('count what came after the latest end, of any tag; a month counts when all of it is later', () => {
		expect(
			ofKind(gaps, 'expired-invoiced').map(({ contractId, amount, rows, endDay, lastDay }) => [
				contractId,
				amount,
				rows,
				endDay,
				lastDay
			])
		).toEqual([['G-1', 10_200, 3, '2026-03-15', '2026-05-20']]);
	});

	it('open rows that sum to them, to the öre', async () => {
		expect(await expectRowsToSum(database, gaps)).toBe(7);
	});

	it('tell ceilings that are near from those that are reached', () => {
		expect(
			ofKind(gaps, 'ceiling-80').map(({ contractId, amount, against }) => [contractId, amount, against])
		).toEqual([['R-1', 85_000, 100_000]]);
		expect(ofKind(gaps, 'ceiling-100').map(({ contractId, amount }) => [contractId, amount])).toEqual([
			['G-1', 11_300]
		]);
	});
});

it('without contracts nothing is a gap, and without a ledger no contract is called unused', async () => {
	const onlyCosts = await smallEdition({ 'kostnader.csv': ledger });
	expect(await gapsOf(onlyCosts)).toEqual([]);
	onlyCosts.close();
	const onlyContracts = await smallEdition({ 'avtal.csv': register });
	expect(await gapsOf(onlyContracts)).toEqual([]);
	onlyContracts.close();
});

describe('the gaps of the demo city', () => {
	let database: NativeDatabase;
	let gaps: ContractGap[];
	beforeAll(async () => {
		database = await demoEdition();
		gaps = await gapsOf(database);
	});
	afterAll(() => database.close());

	it('sum to the cost without contract, to the öre', async () => {
		const [total] = await ask(database, costRowTotals, { filters: noFilters, cover: 'saknas' as const });
		const uncovered = ofKind(gaps, 'uncovered');
		expect(uncovered.length).toBeGreaterThan(3);
		expect(uncovered.reduce((sum, { amount }) => sum + amount, 0)).toBe(total?.amount);
		expect(uncovered.reduce((sum, { rows }) => sum + rows, 0)).toBe(total?.row_count);
	});

	it('open rows that sum to them, to the öre', async () => {
		expect(await expectRowsToSum(database, gaps)).toBeGreaterThan(10);
	});

	it('are of contracts that its register has, each kind once per contract', () => {
		const folder = join(import.meta.dirname, '..', '..', 'data', 'demo');
		const text = readFileSync(join(folder, 'avtal.csv'), 'utf8').replace(/^\ufeff/, '');
		const ids = new Set(text.split('\r\n').map((line) => line.split(';')[0]));
		const named = gaps.filter(({ contractId }) => contractId !== null);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter(({ contractId }) => !ids.has(contractId ?? ''))).toEqual([]);
		const keys = named.map(({ kind, contractId }) => `${kind} ${contractId}`);
		expect(new Set(keys).size).toBe(keys.length);
	});
});

describe('any cost without contract', () => {
	const cost: fc.Arbitrary<UncoveredCost> = fc.record({
		supplier_key: fc.constantFrom(null, 'a', 'b', 'c'),
		supplier: fc.constant('Någon AB'),
		organisation_number: fc.constant(null),
		cost_kind: fc.constantFrom('Drift', 'Konsult', 'Intern debitering'),
		year: fc.integer({ min: 2015, max: 2030 }),
		internal: fc.boolean(),
		amount: fc.integer({ min: -200_000_000, max: 200_000_000 }),
		row_count: fc.integer({ min: 1, max: 50 })
	});

	it('is kept to the öre, largest first, and over the limit only by suppliers, years with a limit and more than it', () => {
		fc.assert(
			fc.property(fc.array(cost, { maxLength: 40 }), (costs) => {
				const gaps = contractGapsOf(costs, [], [], null);
				const uncovered = ofKind(gaps, 'uncovered');
				expect(uncovered.reduce((sum, { amount }) => sum + amount, 0)).toBe(
					costs.reduce((sum, { amount }) => sum + amount, 0)
				);
				expect(uncovered.map(({ amount }) => amount)).toEqual(
					uncovered.map(({ amount }) => amount).toSorted((one, other) => other - one)
				);
				const over = costs.filter(
					({ supplier_key, year, amount, internal, cost_kind }) =>
						supplier_key !== null &&
						!internal &&
						cost_kind !== 'Intern debitering' &&
						amount > (directAwardLimit(year) ?? Infinity)
				);
				expect(ofKind(gaps, 'over-limit')).toHaveLength(over.length);
			})
		);
	});
});

it.each([
	[2017, null],
	[2018, 58_690_700],
	[2021, 61_531_200],
	[2022, 70_000_000],
	[2026, 70_000_000]
])('the direct-award limit of %i is %s öre', (year, limit) => {
	expect(directAwardLimit(year)).toBe(limit);
});
