import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters, type Filters } from '$lib/domain/filters';
import { parseMonth, type Period } from '$lib/domain/period';
import { contractCoverage } from '$lib/queries/contract-coverage';
import { dependenceOf } from '$lib/queries/dependence';
import { dependenceRegister } from '$lib/queries/dependence-register';
import { editionMeta } from '$lib/queries/edition-meta';
import { costRowTotals } from '$lib/queries/cost-rows';
import { indicators } from '$lib/queries/indicators';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;
const costHeader = 'datum;namnd;konto;leverantor;belopp;it_kostnad;avtals_id';
const contracts = [
	'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut',
	'A-1;Drift;Alfa AB;Servicenämnden;2026-01-15;2026-06-30',
	'G-1;Licenser;Gamma AB;Servicenämnden;2026-01-01;2026-12-31',
	'G-2;Konsulter;Gamma AB;Servicenämnden;2026-06-01;',
	'D-1;Support;Delta AB;Servicenämnden;;'
];
// Each amount is twice the one before, so that a sum tells which rows are in it.
const days = [
	costHeader,
	'2026-01-14;Servicenämnden;5400;Alfa AB;1,00;ja;',
	'2026-01-15;Servicenämnden;5400;Alfa AB;2,00;ja;',
	'2026-06-30;Servicenämnden;5400;Alfa AB;4,00;ja;',
	'2026-07-01;Servicenämnden;5400;Alfa AB;8,00;ja;',
	'2026-03-01;Servicenämnden;5400;Beta AB;16,00;ja;',
	'2026-03-01;Servicenämnden;5400;Beta AB;32,00;ja;A-1',
	'2026-03-01;Servicenämnden;5400;;64,00;ja;',
	'2026-03-01;Servicenämnden;5400;Gamma AB;128,00;ja;',
	'2026-06-01;Servicenämnden;5400;Gamma AB;256,00;ja;',
	'2026-03-01;Servicenämnden;5400;Delta AB;512,00;ja;',
	'2026-03-01;Servicenämnden;5400;Beta AB;5000,00;nej;'
];
const periods = [
	costHeader,
	'2025-12;Servicenämnden;5400;Alfa AB;1024,00;ja;',
	'2026-01;Servicenämnden;5400;Alfa AB;2048,00;ja;',
	'2026-06;Servicenämnden;5400;Alfa AB;4096,00;ja;',
	'2026-07;Servicenämnden;5400;Alfa AB;8192,00;ja;'
];

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'avtal.csv': contracts,
		'kostnader_dagar.csv': days,
		'kostnader_perioder.csv': periods
	});
});
afterAll(() => database.close());

async function sumOf(cover: 'avtal' | 'antagen' | 'flera' | 'saknas' | 'okänt'): Promise<number> {
	const [found] = await ask(database, costRowTotals, { filters: noFilters, cover });
	return found?.amount ?? 0;
}

const foundDependence = async (database: NativeDatabase, filters: Filters) =>
	dependenceOf(
		database,
		filters,
		'supplier',
		await dependenceRegister(database, await editionMeta(database))
	);

describe('IT cost without a contract', () => {
	it('is what lies outside the days of every contract of its supplier, both ends included', async () => {
		// 14 January and 1 July; Beta and the nameless have none; the periods December and July.
		expect(await sumOf('saknas')).toBe(kronor(1 + 8 + 16 + 64 + 1024 + 8192));
	});

	it('is not what a contract covers on some day of the period', async () => {
		// 15 January, 30 June, Gamma before its second contract, and the whole months January and June.
		expect(await sumOf('antagen')).toBe(kronor(2 + 4 + 128 + 2048 + 4096));
	});

	it('is not what names a contract, whoever the supplier is', async () => {
		expect(await sumOf('avtal')).toBe(kronor(32));
	});

	it('is undecided where several contracts hold, or where none has a start day', async () => {
		expect(await sumOf('flera')).toBe(kronor(256));
		expect(await sumOf('okänt')).toBe(kronor(512));
	});

	it('is told with the IT cost it is a part of, and with what is undecided', async () => {
		const [found] = await ask(database, contractCoverage, noFilters);
		const without = 1 + 8 + 16 + 64 + 1024 + 8192;
		expect(found).toMatchObject({
			contracts: 4,
			without: kronor(without),
			without_rows: 6,
			undecided: kronor(512),
			it_amount: kronor(16_383)
		});
		const figures = await indicators(database, noFilters);
		const share = figures.find((figure) => figure.name === 'kostnad_utan_avtal_andel');
		expect(share?.value).toBeCloseTo(without / 16_383);
		expect(share?.known).toBeCloseTo((16_383 - 512) / 16_383);
	});

	it('is listed by supplier, largest first, and adds up to the same', async () => {
		const { gaps, coverage, hasContracts } = await foundDependence(database, noFilters);
		expect(gaps.map(({ name, amount, rowCount }) => [name, amount, rowCount])).toEqual([
			['Alfa AB', kronor(1 + 8 + 1024 + 8192), 4],
			[null, kronor(64), 1],
			['Beta AB', kronor(16), 1]
		]);
		expect(hasContracts).toBe(true);
		expect(coverage).toEqual({
			without: kronor(1 + 8 + 16 + 64 + 1024 + 8192),
			withoutRows: 6,
			several: kronor(256),
			undecided: kronor(512),
			amount: kronor(16_383),
			size: kronor(16_383)
		});
		const beta = await foundDependence(database, { ...noFilters, suppliers: ['BETA AB'] });
		expect(beta.gaps.map(({ name }) => name)).toEqual(['Beta AB']);
		expect(beta.coverage.without).toBe(kronor(16));
	});

	it('follows the period', async () => {
		const [from, to] = [parseMonth('2026-01'), parseMonth('2026-03')];
		const period: Period | null = from && to ? { from, to } : null;
		const [found] = await ask(database, contractCoverage, { ...noFilters, period });
		expect(found?.without).toBe(kronor(1 + 16 + 64));
	});
});

it('without contracts nobody knows, and nothing is zero', async () => {
	const alone = await smallEdition({ 'kostnader.csv': days.map((line) => line.replace(/A-1$/, '')) });
	const [found] = await ask(alone, contractCoverage, noFilters);
	expect(found).toMatchObject({ contracts: 0, without: null, undecided: null });
	expect(await foundDependence(alone, noFilters)).toMatchObject({ hasContracts: false, gaps: [] });
	const figures = await indicators(alone, noFilters);
	for (const name of ['kostnad_utan_avtal', 'kostnad_utan_avtal_andel', 'ettanbudsandel'])
		expect(figures.find((figure) => figure.name === name)).toMatchObject({ value: null, known: null });
	await alone.close();
});
