// Every figure of the pages of a supplier, a nämnd and a system of the demo city: the rows that it opens sum to it, to the öre.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { costKinds } from '$lib/domain/cost-kind';
import { noFilters, type Filters } from '$lib/domain/filters';
import { monthFrom, parseMonth, yearBefore, type Period } from '$lib/domain/period';
import { contractCoverage } from '$lib/queries/contract-coverage';
import { costByKind } from '$lib/queries/cost-by-kind';
import type { RowSelection } from '$lib/queries/cost-rows';
import { costSplit } from '$lib/queries/cost-split';
import { itCostTotals } from '$lib/queries/cost-totals';
import { ask } from '$lib/queries/query';
import { selectionPerMonth } from '$lib/queries/selection-per-month';
import {
	monthSelection,
	partSelection,
	subjectSelection,
	withoutContract
} from '$lib/queries/subject-selection';
import { supplierFacts } from '$lib/queries/supplier-facts';
import { supplierResale } from '$lib/queries/supplier-resale';
import { supplierSystems } from '$lib/queries/supplier-systems';
import { unitSystems } from '$lib/queries/unit-systems';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import {
	boughtSelection,
	resaleSelection
} from '../../src/routes/(app)/leverantorer/[nyckel]/parts/supplier-selections';
import { demoEdition } from './demo-edition';
import { RowProof } from './row-proof';

type Chosen = Filters & { period: Period };
const [nordvinge, kvistrona] = ['559900-0014', '559900-0022'] as const;
const thisYear: Period = { from: monthFrom(2026, 1), to: monthFrom(2026, 8) };
const lastYear = yearBefore(thisYear);

let edition: NativeDatabase;
let proof: RowProof;
beforeAll(async () => {
	edition = await demoEdition();
	proof = new RowProof(edition);
});
afterAll(() => edition.close());

const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
	rows.reduce((sum, row) => sum + value(row), 0);

it.each([
	['supplier', kvistrona, thisYear, true],
	['supplier', nordvinge, lastYear, false],
	['unit', 'Utbildningsnämnden', thisYear, true],
	['unit', 'Utbildningsnämnden', lastYear, false],
	['system', 'S-001', thisYear, true],
	['system', 'S-003', lastYear, false]
] as const)(
	'of a %s, %s, %o: its sentence, its months and every card',
	async (kind, key, period, internal) => {
		const filters = { ...noFilters, period, internal };
		const compared = yearBefore(period);
		const selection = subjectSelection({ kind, key }, filters);
		const input = { selection, compared };
		const [whole] = await ask(edition, itCostTotals, filters);
		proof.shows('all it cost', { amount: whole?.amount ?? 0, rows: whole?.row_count }, { filters });

		const months = await ask(edition, selectionPerMonth, input);
		expect(months.length).toBeGreaterThan(0);
		const within = ({ from, to }: Period) => {
			const own = months.filter(({ month }) => month >= from && month <= to);
			return { amount: sumOf(own, ({ amount }) => amount), rows: sumOf(own, (row) => row.row_count) };
		};
		proof.shows('the sentence', within(period), selection);
		const earlier = subjectSelection({ kind, key }, { ...filters, period: compared });
		proof.shows('compared with', within(compared), earlier);
		for (const text of new Set(months.map(({ month }) => month))) {
			const month = parseMonth(text);
			if (month) proof.shows(text, within({ from: month, to: month }), monthSelection(selection, month));
		}

		const [gap] = await ask(edition, contractCoverage, selection.filters);
		const without = { amount: gap?.without ?? 0, rows: gap?.without_rows };
		proof.shows('without a contract', without, withoutContract(selection));
		for (const by of ['unit', 'supplier', 'system', 'contract'] as const) {
			const parts = await ask(edition, costSplit, { ...input, by });
			expect(sumOf(parts, ({ amount }) => amount)).toBe(within(period).amount);
			for (const { key: of, amount, row_count } of parts) {
				const opened = partSelection(selection, by, of);
				if (opened) proof.shows(`${by} ${of}`, { amount, rows: row_count }, opened);
			}
		}
		if (kind !== 'system') await systemsOf(kind, key, selection);
		if (kind === 'supplier') await soldBy(key, selection, filters);
		await proof.prove('Egen sida');
	}
);

async function systemsOf(kind: 'supplier' | 'unit', key: string, selection: RowSelection): Promise<void> {
	const found = await (kind === 'unit'
		? ask(edition, unitSystems, { key, selection })
		: ask(edition, supplierSystems, { key, selection }));
	for (const { system_id: system, amount, row_count } of found) {
		const opened = partSelection(selection, 'system', system);
		if (opened) proof.shows(`systems ${system}`, { amount: amount ?? 0, rows: row_count }, opened);
	}
}

async function soldBy(
	key: string,
	selection: RowSelection & { filters: Chosen },
	filters: Chosen
): Promise<void> {
	const bought = await ask(edition, costByKind, { filters: selection.filters, compared: null, by: 'unit' });
	const kinds = costKinds.filter((name) => bought.some((cell) => cell.cost_kind === name));
	for (const unit of [null, ...new Set(bought.map((cell) => cell.key))])
		for (const kind of [null, ...kinds]) {
			const own = bought.filter(
				(cell) => (unit === null || cell.key === unit) && (kind === null || cell.cost_kind === kind)
			);
			const figure = {
				amount: sumOf(own, ({ amount }) => amount),
				rows: sumOf(own, (cell) => cell.row_count)
			};
			proof.shows(`bought ${unit} ${kind}`, figure, boughtSelection(selection, unit, kind));
		}
	const [facts] = await ask(edition, supplierFacts, key);
	for (const line of await ask(edition, supplierResale, { key, name: facts?.supplier ?? '', filters })) {
		const figure = { amount: line.amount, rows: line.row_count };
		proof.shows(`resale ${line.maker}`, figure, resaleSelection(filters, key, line));
	}
}

it('is proved of every figure, not of a sample', () => {
	expect(proof.proved['Egen sida']).toBeGreaterThan(550);
	// Figures that open the same rows are asked once.
	expect(proof.asked).toBeGreaterThan(440);
});
