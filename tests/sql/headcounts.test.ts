// Kronor per anställd and per användare on figures that can be divided by hand, and which months of a ledger are known.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFilters, type Filters } from '$lib/domain/filters';
import { headedBy } from '$lib/domain/headcount';
import { monthFrom, type Period } from '$lib/domain/period';
import { isOffered, type Pivot } from '$lib/domain/pivot';
import { headsAt, isPartial, lineValue, pivotTable, type PivotTable } from '$lib/domain/pivot-table';
import { costPivot } from '$lib/queries/cost-pivot';
import { headcounts } from '$lib/queries/headcounts';
import { ledgerMonths } from '$lib/queries/ledger-months';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { coverageText, headNotes } from '$lib/text/pivot-heads';
import { smallEdition } from './small-edition';

const period: Period = { from: monthFrom(2026, 1), to: monthFrom(2026, 8) };
const year: Filters & { period: Period } = { ...noFilters, period };
const kronor = (amount: number) => amount * 100;
const usual: Pivot = { rows: ['unit'], columns: null, measure: 'perEmployee', top: 20, sort: null };

let database: NativeDatabase;
beforeAll(async () => {
	const row = (day: string, unit: string, supplier: string, system: string, kr: number) =>
		`${day};${unit};${supplier};${kr},00;ja;Drift;${system}`;
	database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;leverantor;belopp;it_kostnad;kostnadsslag;system_id',
			row('2026-02-01', 'Skola', 'Alfa', 'S1', 90_000),
			row('2026-02-01', 'Kultur', 'Alfa', 'S1', 10_000),
			row('2026-05-01', 'Kultur', 'Beta', 'S2', 20_000),
			row('2026-05-01', 'Valnämnd', 'Beta', '', 7_000)
		],
		'namnder.csv': [
			'namnd;kod;typ;anstallda;giltig_fran;giltig_till',
			// The nämnd grew in July: the line of the period's last day counts.
			'Skola;SK;nämnd;100;2015-01-01;2026-06-30',
			'Skola;SK;nämnd;300;2026-07-01;',
			'Kultur;KU;nämnd;100;2015-01-01;',
			'Valnämnd;VN;nämnd;;2015-01-01;',
			'Bolaget;BO;bolag;5000;2015-01-01;'
		],
		'system.csv': ['system_id;namn;antal_anvandare', 'S1;Schema;50', 'S2;Biblio;']
	});
});
afterAll(() => database.close());

async function tableOf(pivot: Pivot, filters = year): Promise<PivotTable> {
	const answer = await ask(database, costPivot, { filters, compared: null, pivot });
	const of = headedBy(pivot.measure);
	const heads = of && (await ask(database, headcounts, { filters, of }));
	return pivotTable(answer, pivot, { period, available: period, heads });
}

const values = (table: PivotTable) =>
	table.lines.map((line) => [line.headings[0]?.value, lineValue(table, line, line.cells.length)]);

describe('kronor per anställd', () => {
	it('divides each nämnd by its employees on the last day, and knows nothing without a number', async () => {
		const table = await tableOf(usual);
		expect(values(table)).toEqual([
			['Skola', kronor(300)],
			['Kultur', kronor(300)],
			['Valnämnd', null]
		]);
	});

	it('sums kronor and employees of the nämnder that are known, and says what is left out', async () => {
		const table = await tableOf(usual);
		const { sums } = table;
		if (!sums) throw new Error('The table has no sums.');
		expect(lineValue(table, sums, 0)).toBe(kronor(300));
		expect(isPartial(table, sums, 0)).toBe(true);
		expect(isPartial(table, table.lines[0] ?? sums, 0)).toBe(false);
		const heads = headsAt(table, sums, 0);
		expect(heads && coverageText(heads, 'unit')).toBe('2 av 3\u00a0nämnder har känt antal. Okänt: Valnämnd.');
		expect(
			heads && headNotes('unit', heads, table.whole.amount - table.whole.covered, period, 'tkr')[1]
		).toContain('7\u00a0tkr är därför inte med');
	});

	it('divides by all nämnder where none is named: a supplier costs the whole city', async () => {
		const table = await tableOf({ ...usual, rows: ['supplier'] });
		expect(values(table)).toEqual([
			['ALFA', kronor(250)],
			['BETA', kronor(50)]
		]);
	});

	it('divides Övriga by the nämnder that it gathers', async () => {
		const answer = await ask(database, costPivot, {
			filters: year,
			compared: null,
			pivot: { ...usual, top: 1 }
		});
		const heads = await ask(database, headcounts, { filters: year, of: 'unit' });
		const table = pivotTable(answer, usual, { period, available: period, heads });
		const others = table.lines.at(-1);
		expect(others?.headings[0]?.gathers).toBe(2);
		expect(others && lineValue(table, others, 0)).toBe(kronor(300));
		expect(others && isPartial(table, others, 0)).toBe(true);
	});
});

describe('kronor per användare', () => {
	it('is offered only where a system stands', () => {
		expect(isOffered('perUser', usual, year)).toBe(false);
		expect(isOffered('perUser', { rows: ['unit'], columns: 'system' }, year)).toBe(true);
		expect(isOffered('perUser', usual, { ...year, systems: ['S1'] })).toBe(true);
		expect(isOffered('perUser', usual, { ...year, systems: ['S1'], excluding: ['systems'] })).toBe(false);
	});

	it('divides each system by its users, and knows nothing of others', async () => {
		const table = await tableOf({ ...usual, rows: ['system'], measure: 'perUser' });
		expect(values(table)).toEqual([
			['S1', kronor(2_000)],
			['S2', null],
			[null, null]
		]);
		const { sums } = table;
		expect(sums && lineValue(table, sums, 0)).toBe(kronor(2_000));
	});
});

describe('months of the ledger', () => {
	it('are counted from the first to the last, also those without rows', async () => {
		expect(await ask(database, ledgerMonths, undefined)).toEqual([
			{ month: '2026-02', rows: 2 },
			{ month: '2026-03', rows: 0 },
			{ month: '2026-04', rows: 0 },
			{ month: '2026-05', rows: 2 }
		]);
	});
});
