// The cells that the cost pages are drawn from, against the rows behind each figure.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeCells, encodeCells } from '$lib/crossfilter/cell-file';
import { CellFileError } from '$lib/crossfilter/cost-cells';
import { costFigures, FilteredCells, type PeriodFilters } from '$lib/crossfilter/cost-figures';
import { costKinds, orientations } from '$lib/domain/cost-kind';
import {
	keeping,
	listFilters,
	noFilters,
	withoutValue,
	type Basis,
	type ListFilter
} from '$lib/domain/filters';
import { monthFrom, yearBefore, type Period } from '$lib/domain/period';
import { costRowTotals } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import { cellsOf } from '$lib/server/editions/build-cells';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const header =
	'datum;namnd;konto;leverantor;organisationsnummer;belopp;valuta;motpart;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id';
const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;
/** Rows with every kind of gap, the same every time. */
const lines = Array.from({ length: 400 }, (_, row) => {
	const mixed = (row * 7919) % 1013;
	const month = `${2025 + (mixed % 2)}-${String((mixed % 12) + 1).padStart(2, '0')}`;
	const ore = ((mixed * 104_729) % 9_000_000) - 400_000;
	return [
		`${month}-${String((mixed % 27) + 1).padStart(2, '0')}`,
		pick(['Skolnämnden', 'Kulturnämnden', 'Socialnämnden'], row),
		pick(['74310', '74311', '40233'], mixed),
		pick(['Alfa AB', 'Beta AB', '', 'Gamma AB'], mixed + row),
		pick(['559900-0014', '559900-0022', '', ''], mixed + row),
		`${ore < 0 ? '-' : ''}${Math.floor(Math.abs(ore) / 100)},${String(Math.abs(ore) % 100).padStart(2, '0')}`,
		row % 37 === 0 ? 'EUR' : '',
		row % 11 === 0 ? 'SK' : '',
		row % 13 === 0 ? 'nej' : 'ja',
		pick(['Licens/SaaS', 'Drift', '', 'Konsult'], row + (mixed % 3)),
		pick(['förvaltning', 'utveckling', ''], mixed),
		pick(['S-1', '', 'S-2'], mixed),
		pick(['', 'A-1', '', 'A-2'], row)
	].join(';');
});

let database: NativeDatabase;
let cells: FilteredCells;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [header, ...lines],
		'namnder.csv': ['namnd;kod;typ;anstallda', 'Skolnämnden;SK;nämnd;10', 'Kulturnämnden;KU;nämnd;5'],
		'system.csv': ['system_id;namn;namnd', 'S-1;Lärstigen;Skolnämnden']
	});
	cells = new FilteredCells(await cellsOf(database));
});
afterAll(() => database.close());

const words: Readonly<Record<ListFilter, readonly string[]>> = {
	units: ['Skolnämnden', 'Kulturnämnden', 'Socialnämnden'],
	suppliers: ['559900-0014', '559900-0022', withoutValue, 'Gamma AB', 'Finns inte AB'],
	costKinds,
	orientations,
	systems: ['S-1', 'S-2', withoutValue],
	contracts: ['A-1', 'A-2', withoutValue],
	accounts: ['74310', '74311', '40233'],
	makers: [withoutValue, 'Kontorssviten']
};
const period: fc.Arbitrary<Period> = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
	.map(([one, other]) => {
		const month = (index: number) => monthFrom(2025 + Math.floor(index / 12), (index % 12) + 1);
		return { from: month(Math.min(one, other)), to: month(Math.max(one, other)) };
	});
const filters: fc.Arbitrary<PeriodFilters> = fc
	.tuple(
		period,
		fc.boolean(),
		fc.tuple(...listFilters.map((name) => fc.subarray([...words[name]], { maxLength: 2 }))),
		// Most lists are empty, as people leave them.
		fc.subarray([...listFilters], { maxLength: 3 }),
		fc.subarray([...listFilters]),
		fc.constantFrom<Basis>('booked', 'accrued')
	)
	.map(([chosen, internal, lists, used, excluding, basis]) => {
		const kept = used.reduce(
			(all, name) => keeping(all, name, lists[listFilters.indexOf(name)] ?? []),
			noFilters
		);
		return {
			...kept,
			period: chosen,
			internal,
			basis,
			excluding: excluding.filter((name) => kept[name].length > 0)
		};
	});

const allBars = Object.fromEntries(listFilters.map((name) => [name, null]));

async function rowsOf(chosen: PeriodFilters): Promise<{ amount: number; rows: number }> {
	const [found] = await ask(database, costRowTotals, { filters: chosen });
	return { amount: found?.amount ?? 0, rows: found?.row_count ?? 0 };
}

describe('cells', () => {
	it('hold each krona of the it cost once, whatever the list', () => {
		const all = { ...noFilters, period: { from: monthFrom(2025, 1), to: monthFrom(2026, 12) } };
		const { shown, lists } = costFigures(cells, {
			filters: all,
			against: null,
			lists: allBars,
			table: null
		});
		for (const name of listFilters) {
			expect(lists[name]?.figures.reduce((sum, { amount }) => sum + amount, 0)).toBe(shown.amount);
			expect(lists[name]?.figures.reduce((sum, { rows }) => sum + rows, 0)).toBe(shown.rows);
		}
		expect(lists.systems?.figures.find(({ key }) => key === 'S-1')?.label).toBe('Lärstigen');
		expect(lists.suppliers?.figures.find(({ key }) => key === withoutValue)?.label).toBeNull();
	});

	it('come back from their file as they were', () => {
		const back = decodeCells(encodeCells(cells.cells).buffer);
		expect(back).toEqual(cells.cells);
	});

	it('are refused when the file is cut short, or is no such file', () => {
		const file = encodeCells(cells.cells);
		expect(() => decodeCells(file.slice(0, -16).buffer)).toThrow(CellFileError);
		expect(() => decodeCells(new TextEncoder().encode('<!doctype html><title>x</title>').buffer)).toThrow(
			CellFileError
		);
	});
});

describe('a figure from the cells', () => {
	it('is the sum of its rows under any filters, and so is each of its bars, months and cells', async () => {
		await fc.assert(
			fc.asyncProperty(filters, fc.constantFrom('units', 'suppliers', 'systems'), async (chosen, by) => {
				const found = costFigures(cells, {
					filters: chosen,
					against: null,
					lists: allBars,
					table: { by: by as ListFilter, limit: null }
				});
				expect(found.shown).toMatchObject(await rowsOf(chosen));
				const { period: months, basis } = chosen;
				expect(found.whole).toEqual(await rowsOf({ ...noFilters, period: months, basis }));
				const bars = listFilters.flatMap((name) =>
					(found.lists[name]?.figures ?? []).map((bar) => ({ name, ...bar }))
				);
				for (const { name, key, amount, rows } of bars)
					expect({ name, key, amount, rows }).toEqual({
						...{ name, key },
						...(await rowsOf({ ...keeping(chosen, name, [key]), period: chosen.period }))
					});
				for (const { month, costKind, amount, rows } of found.months.slice(0, 6)) {
					const ofMonth = { ...keepingKind(chosen, costKind), period: { from: month, to: month } };
					expect({ amount, rows }).toEqual(await rowsOf(ofMonth));
				}
				const tableCells = (found.table?.rows ?? []).flatMap(({ key, kinds }) =>
					kinds.map((cell) => ({ key, ...cell }))
				);
				for (const { key, costKind, amount, rows } of tableCells) {
					const ofCell = narrowed(keepingKind(chosen, costKind), by as ListFilter, key);
					expect({ amount, rows }).toEqual(await rowsOf(ofCell));
				}
			}),
			{ numRuns: 16 }
		);
	});

	it('stands beside the same months a year before', async () => {
		await fc.assert(
			fc.asyncProperty(filters, async (chosen) => {
				const earlier = { ...chosen, period: yearBefore(chosen.period) };
				const found = costFigures(cells, {
					filters: chosen,
					against: { filters: earlier },
					lists: { units: null, suppliers: null },
					table: { by: 'units', limit: 1 }
				});
				expect(found.shown.before).toBe((await rowsOf(earlier)).amount);
				const { rows = [], others = null } = found.table ?? {};
				const tableSum = (side: 'amount' | 'before') =>
					rows.reduce((sum, row) => sum + (row[side] ?? 0), others?.[side] ?? 0);
				expect(tableSum('before')).toBe(found.shown.before);
				expect(tableSum('amount')).toBe(found.shown.amount);
				expect(others?.kinds.reduce((sum, kind) => sum + kind.amount, 0) ?? 0).toBe(others?.amount ?? 0);
				for (const bar of found.lists.suppliers?.figures ?? [])
					expect(bar.before).toBe(
						(await rowsOf({ ...keeping(earlier, 'suppliers', [bar.key]), period: earlier.period })).amount
					);
			}),
			{ numRuns: 16 }
		);
	});

	it('shows the largest bars and what the filters name, and sums the others', () => {
		const all = { ...noFilters, period: { from: monthFrom(2025, 1), to: monthFrom(2026, 12) } };
		const [first, ...rest] =
			costFigures(cells, { filters: all, against: null, lists: { suppliers: null }, table: null }).lists
				.suppliers?.figures ?? [];
		const last = rest.at(-1);
		const named = { ...all, suppliers: [last?.key ?? ''] };
		const { lists } = costFigures(cells, {
			filters: named,
			against: null,
			lists: { suppliers: 1 },
			table: null
		});
		expect(lists.suppliers?.figures).toEqual([first, last]);
		const hidden = rest.slice(0, -1);
		expect(lists.suppliers?.others).toEqual({
			count: hidden.length,
			amount: hidden.reduce((sum, { amount }) => sum + amount, 0),
			rows: hidden.reduce((sum, { rows }) => sum + rows, 0),
			before: null
		});
	});

	it('is the same from another file of the same rows, whose words have other codes', () => {
		const other = new FilteredCells(decodeCells(encodeCells(cells.cells).buffer));
		const all = { ...noFilters, period: { from: monthFrom(2026, 1), to: monthFrom(2026, 12) } };
		const question = {
			filters: all,
			against: { filters: all },
			lists: allBars,
			table: { by: 'units' as const, limit: 2 }
		};
		const against = costFigures(cells, question, other);
		expect(against).toEqual(costFigures(cells, question));
		expect(against.shown.before).toBe(against.shown.amount);
	});
});

/** A kostnadsslag of what the filter keeps already. */
function keepingKind(chosen: PeriodFilters, kind: string): PeriodFilters {
	return { ...keeping(chosen, 'costKinds', [kind]), period: chosen.period };
}

function narrowed(chosen: PeriodFilters, by: ListFilter, key: string): PeriodFilters {
	return { ...keeping(chosen, by, [key]), period: chosen.period };
}
