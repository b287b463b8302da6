// Förändring from the ledger: figures by hand, and that the rows behind each purchase are its sums.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costBridge, effectsPerSupplier } from '$lib/domain/cost-bridge';
import { keeping, noFilters, type Filters } from '$lib/domain/filters';
import { monthFrom } from '$lib/domain/period';
import { comparedPurchases, type ComparedSpans } from '$lib/queries/compared-purchases';
import { costRowTotals } from '$lib/queries/cost-rows';
import { licenceEffects, licencesFollow } from '$lib/queries/licence-effects';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { rowsFromText, rowsToText } from '$lib/state/rows-text';
import {
	moveSelection,
	purchaseSelection,
	spanSelection
} from '../../src/routes/(app)/kostnader/forandring/parts/bridge-selections';
import { smallEdition } from './small-edition';

const header =
	'datum;namnd;konto;konto_text;leverantor;belopp;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id';
const row = (
	day: string,
	unit: string,
	supplier: string,
	kr: number,
	kind = 'Drift',
	contract = '',
	system = ''
) => `${day};${unit};10;Konto;${supplier};${kr},00;ja;${kind};förvaltning;${system};${contract}`;
const licence = (month: string, unit: string, product: string, count: number, price: string) =>
	`${product};Beta;${unit};${month};${count};${price}`;
const kronor = (amount: number) => amount * 100;
const period = { from: monthFrom(2026, 1), to: monthFrom(2026, 2) };
const compared = { from: monthFrom(2025, 1), to: monthFrom(2025, 2) };
const spansOf = (filters: Partial<Filters> = {}, unit: string | null = null): ComparedSpans => ({
	filters: { ...noFilters, ...filters, period },
	compared: unit === null ? compared : period,
	unit
});

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			header,
			row('2025-01-10', 'Social', 'Alfa', 1_000, 'Drift', 'A-1'),
			row('2026-01-10', 'Skola', 'Alfa', 1_200, 'Drift', 'A-1'),
			row('2025-02-01', 'Skola', 'Beta', 5_000, 'Licens/SaaS', '', 'S-1'),
			row('2026-02-01', 'Skola', 'Beta', 6_500, 'Licens/SaaS', '', 'S-1'),
			row('2026-02-01', 'Kultur', 'Gamma', 700, 'Konsult'),
			row('2025-01-01', 'Kultur', 'Delta', 300, 'Konsult'),
			row('2025-01-01', 'Kultur', '', 50, 'Personal'),
			row('2026-01-01', 'Kultur', '', 80, 'Personal'),
			row('2026-03-01', 'Kultur', 'Gamma', 9_999)
		],
		'licenser.csv': [
			'produkt;leverantor;namnd;manad;antal_kopta;pris_per_licens',
			licence('2025-01', 'Skola', 'Paketet', 10, '200,00'),
			licence('2026-01', 'Skola', 'Paketet', 12, '210,00'),
			licence('2025-02', 'Skola', 'Paketet', 10, '200,00'),
			licence('2026-02', 'Skola', 'Paketet', 12, '210,00'),
			licence('2026-01', 'Kultur', 'Paketet', 3, '210,00'),
			licence('2025-01', 'Skola', 'Utan pris', 5, ''),
			licence('2026-01', 'Skola', 'Utan pris', 9, '100,00')
		]
	});
});
afterAll(() => database.close());

async function bridgeOf(spans: ComparedSpans) {
	const rows = await ask(database, comparedPurchases, spans);
	const effects = licencesFollow(spans.filters) ? await ask(database, licenceEffects, spans) : [];
	const cells = rows.map(({ rows_now, rows_before, ...own }) => ({
		...own,
		rowsNow: rows_now,
		rowsBefore: rows_before
	}));
	return costBridge(cells, effectsPerSupplier(effects), { moves: spans.unit === null });
}
const told = (steps: Readonly<Record<string, number>>) =>
	Object.fromEntries(Object.entries(steps).filter(([, ore]) => ore !== 0));

describe('the change between the same months of two years', () => {
	it('is new, ended, volume, price and the rest, and a move nets to zero', async () => {
		const bridge = await bridgeOf(spansOf());
		expect([bridge.now, bridge.before]).toEqual([kronor(8_480), kronor(6_350)]);
		// Volume 2 months × 2 licences × 200, price 2 months × 12 licences × 10; Beta rose by 1 500.
		expect(told(bridge.steps)).toEqual({
			new: kronor(700),
			ended: kronor(-300),
			volume: kronor(800),
			price: kronor(240),
			other: kronor(200 + 1_500 - 1_040 + 30)
		});
		expect(bridge.moves).toMatchObject([
			{ from: { unit: 'Social' }, to: { unit: 'Skola' }, ore: kronor(1_000) }
		]);
	});

	it('tells a nämnd what came from another one, and never calls it new', async () => {
		const bridge = await bridgeOf(spansOf({ units: ['Skola'] }));
		expect(told(bridge.steps)).toMatchObject({ moved: kronor(1_000), new: kronor(200) });
		expect((await bridgeOf(spansOf({ units: ['Social'] }))).steps.moved).toBe(kronor(-1_000));
	});

	it('leaves volume and price out where the licence table cannot follow the filters', async () => {
		expect(licencesFollow({ ...noFilters, accounts: ['10'] })).toBe(false);
		expect(licencesFollow(keeping(noFilters, 'costKinds', ['Drift']))).toBe(false);
		expect(licencesFollow(keeping(noFilters, 'costKinds', ['Licens/SaaS']))).toBe(true);
		const bridge = await bridgeOf(spansOf({ accounts: ['10'] }));
		expect([bridge.steps.volume, bridge.steps.price]).toEqual([0, 0]);
		expect(bridge.steps.other).toBe(kronor(1_730));
	});

	it('counts only licences with a count and a price in both months', async () => {
		const rows = await ask(database, licenceEffects, spansOf());
		expect(rows).toMatchObject([
			{ product: 'Paketet', unit: 'Skola', volume: kronor(800), price: kronor(240), months: 2 }
		]);
	});
});

describe('two nämnder in the same months', () => {
	it('are told apart by what only one of them has', async () => {
		const spans = spansOf({ units: ['Skola'] }, 'Kultur');
		const bridge = await bridgeOf(spans);
		expect([bridge.now, bridge.before]).toEqual([kronor(7_700), kronor(780)]);
		expect(told(bridge.steps)).toEqual({ new: kronor(7_700), ended: kronor(-700), other: kronor(-80) });
		expect(bridge.moves).toEqual([]);
	});
});

describe('the rows behind the figures', () => {
	it.each([
		['all', spansOf()],
		['one nämnd', spansOf({ units: ['Skola'] })],
		['all but one nämnd', spansOf({ units: ['Skola'], excluding: ['units'] })],
		['one kostnadsslag', spansOf({ costKinds: ['Drift'] })],
		['two nämnder', spansOf({ units: ['Skola'] }, 'Kultur')]
	])('sum to each purchase, each move and the whole: %s', async (_, spans) => {
		const bridge = await bridgeOf(spans);
		const sumOf = async (selection: Parameters<typeof rowsToText>[0]['selection']) => {
			const read = rowsFromText(rowsToText({ path: [], selection })).selection;
			const [totals] = await ask(database, costRowTotals, read);
			return totals;
		};
		for (const span of ['now', 'before'] as const) {
			const rows = span === 'now' ? ('rowsNow' as const) : ('rowsBefore' as const);
			expect(await sumOf(spanSelection(spans, span))).toEqual({
				amount: bridge[span],
				row_count: bridge[rows]
			});
			for (const line of Object.values(bridge.lines).flat())
				expect(await sumOf(purchaseSelection(spans, span, line))).toEqual({
					amount: line[span],
					row_count: line[rows]
				});
			for (const move of bridge.moves)
				expect((await sumOf(moveSelection(spans, span, move)))?.amount).toBeGreaterThanOrEqual(move.ore);
		}
	});
});
