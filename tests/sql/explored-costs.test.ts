// Every figure of the cost pages on the demo city, under filters as people set them: the rows that it opens sum to it, to
// the öre, and what is shown and what is left out are the whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costFigures, FilteredCells, type FiguresQuestion } from '$lib/crossfilter/cost-figures';
import { costBridge, effectsPerSupplier, type BridgeLine } from '$lib/domain/cost-bridge';
import type { Move } from '$lib/domain/cost-moves';
import { sharedMonths } from '$lib/domain/dimension-months';
import { keeping, listFilters, noFilters, withoutValue, type Filters } from '$lib/domain/filters';
import { monthFrom, yearBefore, type Period } from '$lib/domain/period';
import { compares, isDerived, overlappingColumns, overlappingRows, type Pivot } from '$lib/domain/pivot';
import { pivotTable, sumsAt, type PivotLine } from '$lib/domain/pivot-table';
import { textKey, tieText } from '$lib/domain/purchase';
import { comparedPurchases, type ComparedSpans } from '$lib/queries/compared-purchases';
import { costPivot } from '$lib/queries/cost-pivot';
import { costRowTotals, selectionCondition, type RowSelection } from '$lib/queries/cost-rows';
import { licenceEffects, licencesFollow } from '$lib/queries/licence-effects';
import { ask } from '$lib/queries/query';
import { cellsOf } from '$lib/server/editions/build-cells';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import {
	moveSelection,
	purchaseSelection,
	spanSelection
} from '../../src/routes/(app)/kostnader/forandring/parts/bridge-selections';
import { rankedChanges, rankings } from '../../src/routes/(app)/kostnader/forandring/parts/ranked-changes';
import {
	barSelection,
	monthsSelection,
	tableSelection
} from '../../src/routes/(app)/kostnader/parts/cost-selections';
import { costTable } from '../../src/routes/(app)/kostnader/parts/cost-table';
import { countedFigure, rowsOfCell } from '../../src/routes/(app)/kostnader/pivot/parts/counted-figure';
import { demoEdition } from './demo-edition';
import { RowProof } from './row-proof';

const span = (from: string, to: string): Period => ({
	from: monthFrom(Number(from.slice(0, 4)), Number(from.slice(5))),
	to: monthFrom(Number(to.slice(0, 4)), Number(to.slice(5)))
});
const available = span('2023-01', '2026-08');
const thisYear = span('2026-01', '2026-08');

type Chosen = Filters & { period: Period };
const [nordvinge, kvistrona] = ['559900-0014', '559900-0022'] as const;
const states: [name: string, chosen: Partial<Chosen>][] = [
	['no filter', {}],
	['one nämnd', { units: ['Utbildningsnämnden'] }],
	['two suppliers', { suppliers: [nordvinge, kvistrona] }],
	['all but one supplier', { suppliers: [nordvinge], excluding: ['suppliers'] }],
	['one kostnadsslag', { costKinds: ['Licens/SaaS'] }],
	['all but two kostnadsslag', { costKinds: ['Drift', 'Konsult'], excluding: ['costKinds'] }],
	['without internal rows', { internal: false }],
	['a system', { systems: ['S-001'] }],
	['an account and an inriktning', { accounts: ['74310'], orientations: ['förvaltning'] }],
	['without a contract', { contracts: [withoutValue] }],
	['T2 of last year', { period: span('2025-01', '2025-08') }],
	['one month', { period: span('2026-03', '2026-03') }],
	['a period that overlaps the year before', { period: span('2025-06', '2026-08') }],
	['filters that leave nothing', { units: ['Kulturnämnden'], systems: ['S-001'], accounts: ['0'] }]
];
const chosenOf = (chosen: Partial<Chosen>): Chosen => ({ ...noFilters, period: thisYear, ...chosen });
/** As the pages do: the months before are compared with when all of them are loaded. */
const beforeOf = (period: Period) => (yearBefore(period).from >= available.from ? yearBefore(period) : null);

const pivots: [name: string, pivot: Pivot][] = [
	['nämnd × kostnadsslag', pivot(['unit'], 'costKind')],
	['leverantör × månad', pivot(['supplier'], 'month')],
	['nämnd, leverantör', pivot(['unit', 'supplier'], null)],
	['kostnadsslag, nämnd × tertial', pivot(['costKind', 'unit'], 'tertial')],
	['nämnd × ackumulerat', pivot(['unit'], 'accumulated')],
	['ackumulerat, avtal', pivot(['accumulated', 'contract'], null)],
	['konto × nämnd', pivot(['account'], 'unit')],
	['system × år, förändring', { ...pivot(['system'], 'year'), measure: 'change' }],
	['leverantör × kvartal, kolumnandel', { ...pivot(['supplier'], 'quarter'), measure: 'columnShare' }]
];
function pivot(rows: Pivot['rows'], columns: Pivot['columns']): Pivot {
	return { rows, columns, measure: 'amount', top: 10, sort: null };
}

let edition: NativeDatabase;
let cells: FilteredCells;
let proof: RowProof;
beforeAll(async () => {
	edition = await demoEdition();
	cells = new FilteredCells(await cellsOf(edition));
	proof = new RowProof(edition);
});
afterAll(() => edition.close());

const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number | null | undefined) =>
	rows.reduce((sum, row) => sum + (value(row) ?? 0), 0);

describe.each(states)('%s', (_, part) => {
	const filters = chosenOf(part);
	const earlier = beforeOf(filters.period);

	it('on Kostnader: the total, every bar, month and figure of the table', { timeout: 60_000 }, async () => {
		const against = earlier && { filters: { ...filters, period: earlier } };
		const all = Object.fromEntries(listFilters.map((name) => [name, null]));
		const some = Object.fromEntries(listFilters.map((name) => [name, 7]));
		const ask = (more: Pick<FiguresQuestion, 'lists' | 'table'>) =>
			costFigures(cells, { filters, against, ...more });
		const found = ask({ lists: all, table: null });
		proof.shows('shown', found.shown, { filters });
		proof.shows('whole', found.whole, { filters: { ...noFilters, period: filters.period } });
		if (against) proof.shows('before', { amount: found.shown.before ?? 0 }, against);

		const cut = ask({ lists: some, table: null });
		for (const list of listFilters) {
			const bars = found.lists[list]?.figures ?? [];
			for (const bar of bars) {
				proof.shows(`${list} ${bar.key}`, bar, barSelection(filters, list, bar.key));
				if (against)
					proof.shows(
						`${list} ${bar.key} before`,
						{ amount: bar.before ?? 0 },
						barSelection(against.filters, list, bar.key)
					);
			}
			const without = { filters: { ...filters, ...keeping(filters, list, []) } };
			const { figures = [], others } = cut.lists[list] ?? {};
			proof.shows(
				`${list}, all of it`,
				{ amount: sumOf(bars, ({ amount }) => amount), rows: sumOf(bars, ({ rows }) => rows) },
				without
			);
			expect(figures.length + (others?.count ?? 0)).toBe(bars.length);
			for (const side of ['amount', 'rows', 'before'] as const)
				expect(sumOf(figures, (bar) => bar[side]) + (others?.[side] ?? 0)).toBe(
					sumOf(bars, (bar) => bar[side])
				);
		}
		for (const kind of found.kinds)
			proof.shows(`kind ${kind.key}`, kind, barSelection(filters, 'costKinds', kind.key));

		for (const { month, costKind, ...figure } of found.months) {
			const ofKind = barSelection(filters, 'costKinds', costKind);
			proof.shows(
				`${month} ${costKind}`,
				figure,
				monthsSelection(ofKind.filters, { from: month, to: month })
			);
		}
		for (const month of new Set(found.months.map((figure) => figure.month))) {
			const own = found.months.filter((figure) => figure.month === month);
			const figure = { amount: sumOf(own, ({ amount }) => amount), rows: sumOf(own, ({ rows }) => rows) };
			proof.shows(month, figure, monthsSelection(filters, { from: month, to: month }));
		}

		for (const by of ['units', 'suppliers', 'systems'] as const)
			for (const limit of [12, null]) {
				const table = costTable(ask({ lists: {}, table: { by, limit } }), ({ key }) => key);
				if (!table) throw new Error('No table');
				const { rows, others, columns, total } = table;
				const lines = [...rows, ...(others ? [others] : [])];
				const at = (row: number, column: number) => tableSelection(filters, { table, by }, { row, column });
				const name = `table by ${by}, ${limit ?? 'all'}`;
				lines.forEach((line, row) => {
					line.cells.forEach((amount, column) => {
						if (amount !== null) proof.shows(`${name}: ${row} ${column}`, { amount }, at(row, column));
					});
					proof.shows(`${name}: row ${row}`, { amount: line.total }, at(row, columns.length));
					expect(sumOf(line.cells, (amount) => amount)).toBe(line.total);
				});
				columns.forEach((column, place) => {
					proof.shows(`${name}: column ${place}`, { amount: column.total }, at(lines.length, place));
					expect(sumOf(lines, (line) => line.cells[place])).toBe(column.total);
				});
				proof.shows(`${name}: sum`, { amount: total }, at(lines.length, columns.length));
				expect(sumOf(lines, (line) => line.total)).toBe(total);
				expect(sumOf(lines, (line) => line.difference)).toBe(table.difference ?? 0);
			}
		await proof.prove('Kostnader');
		expect(await rest({ filters })).toBe(found.whole.amount - found.shown.amount);
	});

	it('in the pivot: every cell and every sum', { timeout: 60_000 }, async () => {
		for (const [name, chosen] of pivots) {
			const compared = compares(chosen.measure) ? sharedMonths(yearBefore(filters.period), available) : null;
			const answer = await ask(edition, costPivot, { filters, compared, pivot: chosen });
			const table = pivotTable(answer, chosen, { period: filters.period, available });
			for (const line of [...table.lines, ...(table.sums ? [table.sums] : [])])
				for (let column = 0; column <= table.columns.length; column++) {
					const sums = sumsAt(line, column);
					if (!sums) continue;
					const { selection } = rowsOfCell(table, line, column, filters);
					const place = `${name}: ${line.headings.map(({ value, gathers }) => gathers ?? value).join(' ')} ${column}`;
					proof.shows(place, { amount: sums.amount, rows: sums.rowCount }, selection);
					if (isDerived(chosen.measure)) {
						let opened: RowSelection | null = null;
						const open = (rows: { selection: RowSelection }) => (opened = rows.selection);
						for (const counted of countedFigure(table, line, column, { filters, compared, open }).parts) {
							opened = null;
							counted.open?.();
							if (!opened || counted.ore === null) continue;
							proof.shows(
								`${place}, ${counted.label}`,
								{ amount: counted.ore, ...(counted.rowCount === null ? {} : { rows: counted.rowCount }) },
								opened
							);
						}
					}
				}
			proof.shows(
				`${name}: everything`,
				{ amount: table.whole.amount, rows: table.whole.rowCount },
				{ filters }
			);
			// What is shown and Övriga are the whole, where months are not counted twice.
			const outer = table.lines.filter(({ headings }) => headings.length === 1);
			const all = (line: PivotLine) => sumOf(line.cells, (sums) => sums?.amount);
			if (!overlappingRows(chosen) && !overlappingColumns(chosen)) {
				expect(sumOf(outer, ({ total }) => total?.amount)).toBe(table.whole.amount);
				expect(sumOf(outer, ({ total }) => total?.rowCount)).toBe(table.whole.rowCount);
				if (chosen.columns) expect(sumOf(outer, all)).toBe(table.whole.amount);
			}
		}
		await proof.prove('Pivot');
	});

	it(
		'on Förändring: both spans, every purchase and move, and all that rises or falls',
		{ timeout: 60_000 },
		async () => {
			const comparisons: ComparedSpans[] = [
				...(earlier ? [{ filters, compared: earlier, unit: null }] : []),
				{ filters, compared: filters.period, unit: 'Socialnämnden' }
			];
			for (const spans of comparisons) {
				const rows = await ask(edition, comparedPurchases, spans);
				const compared = rows.map(({ rows_now, rows_before, ...own }) => ({
					...own,
					rowsNow: rows_now,
					rowsBefore: rows_before
				}));
				const effects = licencesFollow(filters) ? await ask(edition, licenceEffects, spans) : [];
				const bridge = costBridge(compared, effectsPerSupplier(effects), { moves: spans.unit === null });
				const lines = Object.values(bridge.lines).flat();
				const changes = rankings
					.filter((by) => by !== 'unit' || spans.unit === null)
					.map((by) => ({ by, ...rankedChanges(compared, by) }));
				for (const [side, count] of [
					['now', 'rowsNow'],
					['before', 'rowsBefore']
				] as const) {
					proof.shows(side, { amount: bridge[side], rows: bridge[count] }, spanSelection(spans, side));
					for (const line of lines)
						proof.shows(
							`${side} ${lineName(line)}`,
							{ amount: line[side], rows: line[count] },
							purchaseSelection(spans, side, line)
						);
					for (const { by, increases, decreases } of changes)
						for (const row of [...increases, ...decreases])
							proof.shows(
								`${side} ${by} ${row.key}`,
								{ amount: row[side], rows: row[count] },
								spanSelection(spans, side, [{ dimension: by, value: row.key }])
							);
				}
				expect(sumOf(Object.values(bridge.steps), (ore) => ore)).toBe(bridge.now - bridge.before);
				for (const { increases, decreases } of changes)
					expect(sumOf([...increases, ...decreases], ({ change }) => change)).toBe(
						bridge.now - bridge.before
					);
				// The steps that a purchase is divided between, and what moved of it, are its change.
				const purchases = new Map(lines.map((line) => [lineName(line), line]));
				for (const [name, line] of purchases) {
					const ore = sumOf(
						lines.filter((other) => lineName(other) === name),
						(other) => other.ore
					);
					expect({ name, ore: ore + movedOf(bridge.moves, line) }).toEqual({
						name,
						ore: line.now - line.before
					});
				}
				// Where it came from fell by as much at least, and where it went rose.
				for (const move of bridge.moves) {
					const [from, to] = [
						{ ...move, to: move.from },
						{ ...move, from: move.to }
					];
					const fall =
						(await amountOf(moveSelection(spans, 'before', from))) -
						(await amountOf(moveSelection(spans, 'now', from)));
					const rise =
						(await amountOf(moveSelection(spans, 'now', to))) -
						(await amountOf(moveSelection(spans, 'before', to)));
					expect(Math.min(fall, rise)).toBeGreaterThanOrEqual(move.ore);
				}
			}
			await proof.prove('Förändring');
		}
	);
});

it('is proved of every figure, not of a sample', () => {
	const { Kostnader = 0, Pivot = 0, Förändring = 0 } = proof.proved;
	expect(Kostnader).toBeGreaterThan(15_000);
	expect(Pivot).toBeGreaterThan(9_000);
	expect(Förändring).toBeGreaterThan(10_000);
	// Figures that open the same rows are asked once.
	expect(proof.asked).toBeGreaterThan(25_000);
});

const lineName = ({ supplier, tie, kind }: Pick<BridgeLine, 'supplier' | 'tie' | 'kind'>) =>
	textKey([supplier, tieText(tie), kind]);

/** What moves brought to a purchase, less what they took from it. */
function movedOf(moves: readonly Move[], { supplier, tie, kind }: BridgeLine): number {
	const own = moves.filter(
		(move) => move.supplier === supplier && (tie.of === 'any' || tieText(move.tie) === tieText(tie))
	);
	const came = own.filter(({ to }) => to.inside && to.kind === kind);
	const went = own.filter(({ from }) => from.inside && from.kind === kind);
	return sumOf(came, ({ ore }) => ore) - sumOf(went, ({ ore }) => ore);
}

async function amountOf(selection: RowSelection): Promise<number> {
	const [found] = await ask(edition, costRowTotals, selection);
	return found?.amount ?? 0;
}

/** The öre of the period that a selection leaves out, counted by itself. */
async function rest({ filters }: { filters: Chosen }): Promise<number> {
	const kept = selectionCondition({ filters });
	const all = selectionCondition({ filters: { ...noFilters, period: filters.period } });
	const [row] = await edition.run(
		`SELECT coalesce(sum(amount), 0)::BIGINT AS amount FROM cost WHERE (${all.sql}) AND (${kept.sql}) IS NOT TRUE`,
		[...all.parameters, ...kept.parameters]
	);
	return Number(row?.amount);
}
