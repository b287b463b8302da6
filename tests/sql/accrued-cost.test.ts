// Yearly licences spread over their months: by hand, and over random ledgers against a reading of the rows one by one.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costFigures, FilteredCells, type PeriodFilters } from '$lib/crossfilter/cost-figures';
import { noFilters, type Filters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import { costPivot } from '$lib/queries/cost-pivot';
import { costRowExport } from '$lib/queries/cost-row-export';
import { costRows, costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { ask } from '$lib/queries/query';
import { whyTagged } from '$lib/queries/why-tagged';
import { cellsOf } from '$lib/server/editions/build-cells';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import { accruedParts, monthNumber, monthText, type LedgerRow, type Part } from '../support/accrued-reading';
import { smallEdition } from './small-edition';

const header =
	'datum;namnd;konto;leverantor;belopp;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id;verifikat';

const lineOf = (row: LedgerRow, number: number) => {
	const ore = String(Math.abs(row.ore)).padStart(3, '0');
	const kronor = `${row.ore < 0 ? '-' : ''}${ore.slice(0, -2)},${ore.slice(-2)}`;
	const day = `${monthText(row.month)}-${String(row.day).padStart(2, '0')}`;
	return `${day};${row.unit};${row.account};${row.supplier};${kronor};ja;${row.kind};förvaltning;${row.system};${row.contract};V${number}`;
};
const editionOf = (rows: readonly LedgerRow[]) =>
	smallEdition({ 'kostnader.csv': [header, ...rows.map(lineOf)] });

const licence: LedgerRow = {
	...{ supplier: 'Alfa AB', unit: 'Skola', account: '74310', contract: '', system: '', kind: 'Licens/SaaS' },
	...{ month: monthNumber(2025, 3), day: 15, ore: 120_000 }
};
const at = (year: number, month: number, more: Partial<LedgerRow> = {}): LedgerRow => ({
	...licence,
	month: monthNumber(year, month),
	...more
});
/** The edition's day is in August 2026: a row in that month makes the data reach it. */
const lastMonth = monthNumber(2026, 8);
const theLast = at(2026, 8, { supplier: 'Drift AB', kind: 'Drift' });
const accrued = (fromYear: number, from: number, toYear: number, to: number): PeriodFilters => ({
	...noFilters,
	basis: 'accrued',
	period: { from: monthFrom(fromYear, from), to: monthFrom(toYear, to) }
});
const all = accrued(2023, 1, 2028, 12);

async function spreadMonthsOf(rows: readonly LedgerRow[]): Promise<Record<string, string[]>> {
	const database = await editionOf([...rows, theLast]);
	try {
		const found = await ask(database, costRows, {
			...{ selection: { filters: all }, freeText: false, limit: 1000, offset: 0 },
			sort: { field: 'day', descending: false }
		});
		const months: Record<string, string[]> = {};
		for (const { booked_day, day } of found)
			if (booked_day !== null) (months[booked_day.slice(0, 7)] ??= []).push(day.slice(0, 7));
		return months;
	} finally {
		await database.close();
	}
}
const booked = async (rows: readonly LedgerRow[]) => Object.keys(await spreadMonthsOf(rows)).sort();

describe('a yearly licence', () => {
	it('is spread over twelve months from the one that it is booked in', async () => {
		const found = await spreadMonthsOf([at(2025, 3)]);
		const months = Array.from({ length: 12 }, (_, place) => monthText(monthNumber(2025, 3) + place));
		expect(found).toEqual({ '2025-03': months });
	});

	it('is shown as far as the data reaches', async () => {
		const found = await spreadMonthsOf([at(2026, 1)]);
		expect(found['2026-01']?.at(-1)).toBe('2026-08');
		expect(found['2026-01']).toHaveLength(8);
	});

	it('may come in two months of a year, but not in three', async () => {
		expect(await booked([at(2025, 1), at(2025, 3)])).toEqual(['2025-01', '2025-03']);
		expect(await booked([at(2025, 1), at(2025, 3), at(2025, 6)])).toEqual([]);
	});

	it('is no subscription that has just begun, whatever the turn of the year', async () => {
		expect(await booked([at(2026, 7), at(2026, 8)])).toEqual([]);
		expect(await booked([at(2026, 6)])).toEqual([]);
		expect(await booked([at(2026, 5)])).toEqual(['2026-05']);
		const monthly = [at(2024, 11), at(2024, 12), at(2025, 1), at(2025, 2), at(2025, 3)];
		expect(await booked(monthly)).toEqual([]);
	});

	it('is no subscription that ended early in its last year', async () => {
		const monthly = [10, 11, 12].map((month) => at(2024, month));
		expect(await booked([...monthly, at(2025, 1), at(2025, 2)])).toEqual([]);
	});

	it('that is known from another year is spread at once', async () => {
		expect(await booked([at(2025, 7), at(2026, 7)])).toEqual(['2025-07', '2026-07']);
	});

	it('is one purchase: another nämnd, account, contract, system or supplier is another', async () => {
		const others: Partial<LedgerRow>[] = [
			{ unit: 'Kultur' },
			{ account: '74311' },
			{ contract: 'A-1' },
			{ system: 'S-1' },
			{ supplier: 'Beta AB' }
		];
		const rows = others.flatMap((other, index) => {
			const unit = `Nämnd ${index}`;
			return [at(2025, 1, { unit }), at(2025, 5, { unit }), at(2025, 9, { unit, ...other })];
		});
		const months = await spreadMonthsOf(rows);
		expect(Object.values(months).map((parts) => parts.length)).toEqual([60, 60, 60]);
	});

	it('is Licens/SaaS and nothing else', async () => {
		expect(await booked([at(2025, 1, { kind: 'Drift' })])).toEqual([]);
	});
});

const purchase = fc.record({
	supplier: fc.constantFrom('Alfa AB', 'Beta AB', ''),
	unit: fc.constantFrom('Skola', 'Kultur'),
	account: fc.constantFrom('74310', '74311'),
	contract: fc.constantFrom('', '', 'A-1'),
	system: fc.constantFrom('', '', 'S-1'),
	kind: fc.constantFrom('Licens/SaaS', 'Licens/SaaS', 'Licens/SaaS', 'Drift')
});
const bookings = fc.oneof(
	// Yearly, more or less.
	fc
		.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 2 }))
		.map(([month, drift]) =>
			[2024, 2025, 2026].map((year) => monthNumber(year, month) + (year === 2025 ? drift : 0))
		),
	// Monthly or quarterly for a while.
	fc
		.tuple(fc.integer({ min: 0, max: 31 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 3))
		.map(([from, count, step]) =>
			Array.from({ length: count }, (_, place) => monthNumber(2024, 1) + from + place * step)
		),
	fc.array(fc.integer({ min: monthNumber(2024, 1), max: lastMonth }), { minLength: 1, maxLength: 4 })
);
const ledger: fc.Arbitrary<LedgerRow[]> = fc
	.array(
		fc
			.tuple(
				purchase,
				bookings,
				fc.array(fc.integer({ min: -40_000, max: 9_000_000 }), { minLength: 1, maxLength: 3 })
			)
			.map(([what, months, amounts]) =>
				months
					.filter((month) => month <= lastMonth)
					.flatMap((month) =>
						amounts.map((ore, index) => ({ ...what, month, day: 1 + ((index * 7) % 28), ore }))
					)
			),
		{ minLength: 1, maxLength: 9 }
	)
	.map((groups) => [...groups.flat(), theLast])
	// A file with more credits than costs is asked which sign a cost has, so no ledger here is one.
	.filter((rows) => rows.filter(({ ore }) => ore < 0).length * 2 <= rows.length);
const span = fc
	.tuple(fc.integer({ min: 0, max: 35 }), fc.integer({ min: 0, max: 35 }))
	.map(([one, other]) => ({
		from: monthNumber(2024, 1) + Math.min(one, other),
		to: monthNumber(2024, 1) + Math.max(one, other)
	}));

const sumOf = (parts: readonly { ore: number }[]) => parts.reduce((sum, { ore }) => sum + ore, 0);
const totalOf = async (database: NativeDatabase, selection: RowSelection) => {
	const [found] = await ask(database, costRowTotals, selection);
	return { ore: found?.amount ?? 0, rows: found?.row_count ?? 0 };
};

describe('accrued cost of any ledger', () => {
	it('is that of its rows one by one, in the rows, the file, the pivot, the cells and their reconciliation', async () => {
		await fc.assert(
			fc.asyncProperty(
				ledger,
				span,
				fc.constantFrom<Partial<Filters>>(
					{},
					{ units: ['Skola'] },
					{ accounts: ['74311'], excluding: ['accounts'] }
				),
				async (rows, { from, to }, narrowed) => {
					const database = await editionOf(rows);
					try {
						const period = { from: monthText(from), to: monthText(to) };
						const filters: PeriodFilters = { ...noFilters, ...narrowed, basis: 'accrued', period };
						const keeps = ({ row }: Part) =>
							narrowed.units ? row.unit === 'Skola' : !narrowed.accounts || row.account !== '74311';
						const within = (month: number) => month >= from && month <= to;
						const parts = accruedParts(rows, lastMonth).filter(keeps);
						const shown = parts.filter(({ month }) => within(month) && month <= lastMonth);
						const expected = { ore: sumOf(shown), rows: shown.length };
						expect(await totalOf(database, { filters })).toEqual(expected);

						const end = Math.min(to, lastMonth);
						const later = parts.filter((part) => within(part.row.month) && part.month > end);
						const earlier = parts.filter(
							(part) => part.row.month < from && part.month >= from && part.month <= end
						);
						const named = {
							booked: await totalOf(database, { filters: { ...filters, basis: 'booked' } }),
							later: await totalOf(database, { filters, spreading: 'later' }),
							earlier: await totalOf(database, { filters, spreading: 'earlier' })
						};
						expect(named.later).toEqual({ ore: sumOf(later), rows: later.length });
						expect(named.earlier).toEqual({ ore: sumOf(earlier), rows: earlier.length });
						expect(named.booked.ore - named.later.ore + named.earlier.ore).toBe(expected.ore);

						const cells = new FilteredCells(await cellsOf(database));
						const found = costFigures(cells, {
							filters,
							against: { filters: { ...filters, basis: 'booked' } },
							lists: { suppliers: null, accounts: null },
							table: null
						});
						expect(found.shown).toEqual({
							amount: expected.ore,
							rows: expected.rows,
							before: named.booked.ore
						});
						expect(found.accrual).toEqual({
							booked: named.booked.ore,
							later: named.later.ore,
							earlier: named.earlier.ore
						});
						const bars = found.lists.suppliers?.figures ?? [];
						expect(sumOf(bars.map(({ amount }) => ({ ore: amount })))).toBe(expected.ore);
						for (const { month, costKind, amount } of found.months)
							expect(amount).toBe(
								sumOf(parts.filter((part) => monthText(part.month) === month && part.row.kind === costKind))
							);

						const pivot = await ask(database, costPivot, {
							...{ filters, compared: null },
							pivot: { rows: ['unit'], columns: 'month', measure: 'amount', top: null }
						});
						expect(pivot.find((line) => !line.has_row1 && !line.has_col)?.amount).toBe(expected.ore);
						const decided = await ask(database, whyTagged, { filters });
						expect(sumOf(decided.map(({ amount }) => ({ ore: amount })))).toBe(expected.ore);
						expect((await exported(database, { filters })).map(({ amount }) => amount).sort()).toEqual(
							shown.map(({ ore }) => ore).sort()
						);
					} finally {
						await database.close();
					}
				}
			),
			{ numRuns: 15 }
		);
	}, 240_000);

	it('has the whole row in its twelve parts, to the öre', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e12, max: 1e12 }), (ore) => {
				const parts = accruedParts([at(2025, 3, { ore })], lastMonth);
				expect(parts).toHaveLength(12);
				expect(sumOf(parts)).toBe(ore);
				expect(Math.max(...parts.map((part) => Math.abs(part.ore - ore / 12)))).toBeLessThan(1);
			})
		);
	});
});

/** Every line of a file, three at a time. */
async function exported(database: NativeDatabase, selection: RowSelection) {
	const lines = [];
	for (let after = 0; ;) {
		const page = await ask(database, costRowExport, { selection, freeText: false, after, limit: 3 });
		lines.push(...page);
		after = page.at(-1)?.line ?? after;
		if (page.length < 3) return lines;
	}
}

describe('the parts in the drawer', () => {
	let database: NativeDatabase;
	beforeAll(async () => {
		database = await editionOf([at(2025, 3, { ore: 100_000 }), at(2025, 3, { ore: 70_001 }), theLast]);
	});
	afterAll(() => database.close());

	it('are each a line of its own with the row that it is of, and no page repeats one', async () => {
		const selection = { filters: accrued(2025, 1, 2025, 12) };
		const pages = await Promise.all(
			[0, 7, 14].map((offset) => ask(database, costRows, { selection, freeText: false, limit: 7, offset }))
		);
		const lines = pages.flat();
		expect(new Set(lines.map(({ line }) => line)).size).toBe(20);
		expect(lines).toHaveLength(20);
		const first = lines.filter(({ booked_amount }) => booked_amount === 100_000);
		expect(first.map(({ amount }) => amount).reduce((sum, ore) => sum + ore, 0)).toBe(83_333);
		expect(first[0]).toMatchObject({ is_period: true, booked_day: '2025-03-15' });
		expect(first.map(({ spread_part }) => spread_part).sort((a, b) => a - b)).toEqual([
			1, 2, 3, 4, 5, 6, 7, 8, 9, 10
		]);
	});

	it('come back from a link', () => {
		const shown = {
			path: ['It-kostnad'],
			selection: { filters: accrued(2025, 1, 2025, 12), spreading: 'later' as const }
		};
		expect(rowsFromText(rowsToText(shown))).toEqual(shown);
	});
});
