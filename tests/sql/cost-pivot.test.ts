// The pivot: hand-made figures, and over random ledgers that each cell is its rows, and that nothing is lost or counted twice.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellYearBefore } from '$lib/domain/dimension-months';
import { dimensionFacts, dimensionKeys } from '$lib/domain/dimensions';
import { noFilters, type Filters } from '$lib/domain/filters';
import { monthFrom, yearBefore, type Period } from '$lib/domain/period';
import { overlappingRows, pivotMeasures, type Pivot } from '$lib/domain/pivot';
import {
	cellsOf,
	lineValue,
	pivotTable,
	sumsAt,
	type PivotLine,
	type PivotTable
} from '$lib/domain/pivot-table';
import { costPivot } from '$lib/queries/cost-pivot';

import { costRowTotals } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import { smallEdition } from './small-edition';

const header =
	'datum;namnd;ansvar;verksamhet;projekt;konto;konto_text;leverantor;organisationsnummer;belopp;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id;verklig_leverantor';
const months = (from: number, to: number, year = 2026): Period => ({
	from: monthFrom(year, from),
	to: monthFrom(year, to)
});
const available: Period = { from: monthFrom(2024, 1), to: monthFrom(2026, 12) };
const kronor = (amount: number) => amount * 100;
type AnyTop = Omit<Pivot, 'top'> & { top: number | null };
const usual: AnyTop = { rows: ['unit'], columns: 'costKind', measure: 'amount', top: 20, sort: null };

async function tableOf(
	database: NativeDatabase,
	pivot: AnyTop,
	filters: Filters & { period: Period },
	data = available
): Promise<PivotTable> {
	const compared = yearBefore(filters.period);
	const answer = await ask(database, costPivot, { filters, compared, pivot });
	return pivotTable(answer, { ...pivot, top: 20 }, { period: filters.period, available: data });
}

const named = (line: PivotLine) =>
	line.headings.map((head) =>
		head.gathers === null ? (head.label ?? head.value) : `Övriga ${head.gathers}`
	);
const shown = (table: PivotTable) =>
	table.lines.map((line) => [
		...named(line),
		...[...line.cells.keys(), line.cells.length].map((column) => lineValue(table, line, column))
	]);

describe('a ledger that can be added up by hand', () => {
	let database: NativeDatabase;
	beforeAll(async () => {
		const row = (day: string, unit: string, account: string, supplier: string, kr: number, kind: string) =>
			`${day};${unit};;;;${account};Konto ${account};${supplier};;${kr},00;ja;${kind};;;;`;
		database = await smallEdition({
			'kostnader.csv': [
				header,
				row('2025-02-01', 'Skola', '10', 'Alfa', 100_000, 'Drift'),
				row('2025-06-01', 'Skola', '10', 'Alfa', 50_000, 'Moln'),
				row('2026-02-01', 'Skola', '10', 'Alfa', 120_000, 'Drift'),
				row('2026-06-01', 'Skola', '20', 'Beta', 30_000, 'Moln'),
				row('2026-06-01', 'Kultur', '20', '', 5_000, 'Moln'),
				row('202610', 'Kultur', '30', 'Gamma', 7_000, 'Drift'),
				row('2026-06-02', 'Miljö', '30', 'Gamma', -2_000, 'Drift')
			]
		});
	});
	afterAll(() => database.close());
	const year = { ...noFilters, period: months(1, 12) };

	it('stands largest first, with sums of rows, columns and all', async () => {
		const table = await tableOf(database, usual, year);
		expect(table.columns.map(({ value }) => value)).toEqual(['Drift', 'Moln']);
		expect(shown(table)).toEqual([
			['Skola', kronor(120_000), kronor(30_000), kronor(150_000)],
			['Kultur', kronor(7_000), kronor(5_000), kronor(12_000)],
			['Miljö', kronor(-2_000), null, kronor(-2_000)]
		]);
		expect(table.sums?.cells.map((cell) => cell?.amount)).toEqual([kronor(125_000), kronor(35_000)]);
		expect(table.whole).toMatchObject({ amount: kronor(160_000), rowCount: 5, before: kronor(150_000) });
	});

	it('gathers what lies beyond the largest under Övriga, last and with its rows', async () => {
		const pivot: AnyTop = { ...usual, rows: ['account'], columns: null, top: 1 };
		const table = await tableOf(database, pivot, year);
		expect(shown(table)).toEqual([
			['Konto 10', kronor(120_000)],
			['Övriga 2', kronor(40_000)]
		]);
		const [, others] = table.lines;
		expect(others && cellsOf(table, others, 0)).toEqual([{ dimension: 'account', except: ['10'] }]);
		// One value more is shorter than the word that would hide it.
		expect(shown(await tableOf(database, { ...pivot, top: 2 }, year))).toHaveLength(3);
	});

	it('sets the same months of the year before beside each other, and says unknown before the data', async () => {
		const change: AnyTop = { ...usual, columns: 'tertial', measure: 'change' };
		const table = await tableOf(database, change, year);
		expect(table.columns.map(({ value }) => value)).toEqual(['2026-1', '2026-2', '2026-3']);
		expect(shown(table)).toEqual([
			['Kultur', null, kronor(5_000), kronor(7_000), kronor(12_000)],
			['Miljö', null, kronor(-2_000), null, kronor(-2_000)],
			['Skola', kronor(20_000), kronor(-20_000), null, 0]
		]);
		const percent = await tableOf(database, { ...change, measure: 'changeShare' }, year);
		expect(shown(percent)).toEqual([
			['Kultur', null, null, null, null],
			['Miljö', null, null, null, null],
			['Skola', 0.2, -0.4, null, 0]
		]);
		const late = await tableOf(database, change, year, { from: monthFrom(2025, 5), to: monthFrom(2026, 12) });
		expect(shown(late)[2]).toEqual(['Skola', null, kronor(-20_000), null, null]);
	});

	it('gives accumulated periods no sum, and leaves out a year that says the same as T2', async () => {
		const table = await tableOf(database, { ...usual, columns: 'accumulated' }, year);
		expect(table.columns.map(({ value }) => value)).toEqual(['2026-T1', '2026-T2', '2026-VB']);
		expect(shown(table)[0]).toEqual(['Skola', kronor(120_000), kronor(150_000), kronor(150_000), null]);
		expect(table.sums?.total).toBeNull();
		expect(table.hasTotals).toBe(false);
		const august = await tableOf(
			database,
			{ ...usual, columns: 'accumulated' },
			{ ...year, period: months(1, 8) }
		);
		expect(august.columns.map(({ value }) => value)).toEqual(['2026-T1', '2026-T2']);
		const turned = await tableOf(database, { ...usual, rows: ['unit', 'accumulated'], columns: null }, year);
		expect(turned.sums).toBeNull();
		expect(turned.lines[0]).toMatchObject({ group: true, overlapping: true, total: null });
	});

	it('shares out the whole, the row and the column', async () => {
		const table = await tableOf(database, { ...usual, measure: 'share' }, year);
		expect(shown(table)[0]).toEqual(['Skola', 120 / 160, 30 / 160, 150 / 160]);
		const row = await tableOf(database, { ...usual, measure: 'rowShare' }, year);
		expect(shown(row)[0]).toEqual(['Skola', 120 / 150, 30 / 150, 1]);
		const column = await tableOf(database, { ...usual, measure: 'columnShare' }, year);
		expect(shown(column)[0]).toEqual(['Skola', 120 / 125, 30 / 35, 150 / 160]);
	});

	it('sorts by any column, with Övriga last either way', async () => {
		const sort = { by: { value: 'Moln' }, direction: 'ascending' } as const;
		const table = await tableOf(database, { ...usual, sort }, year);
		expect(table.lines.map((line) => named(line)[0])).toEqual(['Kultur', 'Skola', 'Miljö']);
		const byName = await tableOf(
			database,
			{ ...usual, top: 1, sort: { by: 'name', direction: 'ascending' } },
			year
		);
		expect(byName.lines.map((line) => named(line)[0])).toEqual(['Skola', 'Övriga 2']);
	});

	it('is empty, not wrong, when nothing fits', async () => {
		const table = await tableOf(database, usual, { ...year, units: ['Ingen'] });
		expect(table.lines).toEqual([]);
		expect(table.whole).toMatchObject({ amount: 0, rowCount: 0 });
	});
});

describe('the demo city', () => {
	it('gives every cell and every sum the rows that sum to it', async () => {
		const folder = join(import.meta.dirname, '..', '..', 'data', 'demo');
		const lines = (name: string) =>
			readFileSync(join(folder, name), 'utf8')
				.replace(/^\ufeff/, '')
				.trimEnd()
				.split('\r\n');
		const files = ['kostnader_2025.csv', 'kostnader_2026.csv', 'avtal.csv', 'system.csv'];
		const database = await smallEdition(Object.fromEntries(files.map((name) => [name, lines(name)])));
		try {
			const data = { from: monthFrom(2025, 1), to: monthFrom(2026, 8) };
			const pivots: Partial<AnyTop>[] = [
				{ rows: ['unit'], columns: 'costKind' },
				{ rows: ['supplier'], columns: 'accumulated', top: 10 },
				{ rows: ['contract'], columns: 'tertial', top: 10, measure: 'change' },
				{ rows: ['system', 'account'], columns: null, top: 5 },
				{ rows: ['orientation', 'maker'], columns: 'quarter', measure: 'rows' }
			];
			for (const pivot of pivots) await holds(database, { ...usual, ...pivot }, months(1, 8), data);
		} finally {
			await database.close();
		}
	});
});

/** A row of few words, so that cells have several rows and some are unknown. */
const anyRow = fc
	.tuple(
		fc.integer({ min: 0, max: 31 }),
		fc.constantFrom('Skola', 'Kultur', 'Miljö'),
		fc.constantFrom('', 'a1', 'a2'),
		fc.integer({ min: 10, max: 29 }),
		fc.constantFrom('', 'Alfa', 'Beta', 'Gamma', 'Delta'),
		fc.integer({ min: -99_999, max: 999_999 }),
		fc.constantFrom('Drift', 'Moln', 'Konsult', ''),
		fc.constantFrom('', 's-1', 's-2'),
		fc.boolean()
	)
	.map(([month, unit, code, account, supplier, ore, kind, system, period]) => {
		const year = 2024 + Math.floor(month / 12);
		const day = `${monthFrom(year, (month % 12) + 1)}${period ? '' : '-15'}`;
		const amount = (ore / 100).toFixed(2).replace('.', ',');
		return `${day};${unit};${code};${code};${code};${account};;${supplier};;${amount};ja;${kind};;${system};${system && 'A-1'};${supplier && 'Maker'}`;
	});
const anyPivot = fc
	.tuple(
		fc.shuffledSubarray(dimensionKeys, { minLength: 1, maxLength: 3 }),
		fc.boolean(),
		fc.constantFrom(1, 2, 5, null),
		fc.constantFrom(...pivotMeasures)
	)
	.map(([[first = 'unit', second, third], two, top, measure]): AnyTop => ({
		rows: two && second ? [first, second] : [first],
		columns: (two ? third : second) ?? null,
		measure,
		top,
		sort: null
	}));

const total = (sums: readonly ({ amount: number } | null | undefined)[]) =>
	sums.reduce((sum, one) => sum + (one?.amount ?? 0), 0);

describe('over random ledgers', () => {
	it('each figure is its rows, and lines and columns add up to the whole', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(anyRow, { minLength: 1, maxLength: 60 }),
				fc.array(anyPivot, { minLength: 6, maxLength: 6 }),
				fc.integer({ min: 1, max: 8 }),
				async (rows, pivots, from) => {
					// A file of credits alone would be asked about, so as many costs stand years before.
					const costs = rows.map(() => '2020-01-01;Skola;;;;10;;;;1,00;ja;Drift;;;;');
					const database = await smallEdition({ 'kostnader.csv': [header, ...rows, ...costs] });
					try {
						for (const pivot of pivots) await holds(database, pivot, months(from, 8));
					} finally {
						await database.close();
					}
				}
			),
			{ numRuns: 15 }
		);
	}, 300_000);
});

async function holds(
	database: NativeDatabase,
	pivot: AnyTop,
	period: Period,
	data = available
): Promise<void> {
	const filters = { ...noFilters, period };
	const table = await tableOf(database, pivot, filters, data);
	expect(table.lines.length).toBeGreaterThan(table.whole.rowCount ? 0 : -1);
	const [kept] = await ask(database, costRowTotals, { filters });
	expect(table.whole).toMatchObject({ amount: kept?.amount, rowCount: kept?.row_count });
	const outer = table.lines.filter(({ headings }) => headings.length === 1);
	for (const [column, heading] of table.columns.entries()) {
		if (overlappingRows(table.pivot)) continue;
		expect(total(outer.map((line) => sumsAt(line, column)))).toBe(table.sums?.cells[column]?.amount ?? 0);
		expect(heading.dimension).toBe(pivot.columns);
	}
	for (const line of [...table.lines, ...(table.sums ? [table.sums] : [])]) {
		if (table.hasTotals && table.columns.length && line.total)
			expect(total(line.cells)).toBe(line.total.amount);
		if (line.group && !line.overlapping && !dimensionFacts(pivot.rows[1] ?? pivot.rows[0]).overlapping) {
			const inner = table.lines.filter(
				({ headings }) =>
					headings.length === 2 &&
					headings[0]?.value === line.headings[0]?.value &&
					headings[0]?.gathers === null
			);
			expect(total(inner.map((one) => one.total))).toBe(table.hasTotals ? line.total?.amount : 0);
		}
		for (const column of [...line.cells.keys(), ...(table.hasTotals ? [line.cells.length] : [])])
			await isItsRows(database, table, line, column, filters);
	}
}

async function isItsRows(
	database: NativeDatabase,
	table: PivotTable,
	line: PivotLine,
	column: number,
	filters: Filters & { period: Period }
): Promise<void> {
	if (line.overlapping) return;
	const sums = sumsAt(line, column);
	const cells = cellsOf(table, line, column);
	// As the address holds them.
	const { selection } = rowsFromText(rowsToText({ path: [], selection: { filters, cells } }));
	const [now] = await ask(database, costRowTotals, selection);
	expect(now).toEqual({ amount: sums?.amount ?? 0, row_count: sums?.rowCount ?? 0 });
	const { measure } = table.pivot;
	const compared = yearBefore(filters.period);
	const [before] = await ask(database, costRowTotals, {
		filters: { ...filters, period: compared },
		cells: cells.map(cellYearBefore)
	});
	expect(sums?.before ?? 0).toBe(before?.amount);
	if (measure === 'change' && sums)
		expect(lineValue(table, line, column)).toBe((now?.amount ?? 0) - (before?.amount ?? 0));
}
