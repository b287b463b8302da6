// The questions of Översikt and Kostnader, on a ledger small enough to add up by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { costKinds, findListed } from '$lib/domain/cost-kind';
import { listFilters, noFilters, type Filters, type ListFilter } from '$lib/domain/filters';
import { costFigures, FilteredCells } from '$lib/crossfilter/cost-figures';
import { cellsOf } from '$lib/server/editions/build-cells';
import { parseMonth, type Period } from '$lib/domain/period';
import type { Comparison } from '$lib/queries/compared-cost';
import { costByKind, costTableRows } from '$lib/queries/cost-by-kind';
import { costChange } from '$lib/queries/cost-change';
import { costPerOrientation } from '$lib/queries/cost-per-orientation';
import { costRowExport } from '$lib/queries/cost-row-export';
import { costRows, costRowTotals, type RowSelection } from '$lib/queries/cost-rows';
import { costWithoutEach } from '$lib/queries/cost-without-each';
import { ask } from '$lib/queries/query';
import { startAnswers } from '$lib/queries/start-answers';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;

function months(from: string, to: string): Period {
	const [first, last] = [parseMonth(from), parseMonth(to)];
	if (!first || !last) throw new Error(`${from}–${to} is no period`);
	return { from: first, to: last };
}

const cost =
	'datum;namnd;konto;leverantor;organisationsnummer;belopp;valuta;motpart;it_kostnad;kostnadsslag;inriktning;avtals_id';
const thisYear = months('2026-01', '2026-03');
const lastYear = months('2025-01', '2025-03');
const asked = (filters: Partial<Filters> = {}): Comparison => ({
	filters: { ...noFilters, ...filters, period: thisYear },
	compared: lastYear
});

let database: NativeDatabase;

beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			cost,
			'2025-01-15;Skolnämnden;1;Alfa AB;559900-0014;1000,00;;;ja;Licens/SaaS;förvaltning;',
			'2025-02-15;Skolnämnden;1;Beta AB;559900-0022;400,00;;;ja;Drift;förvaltning;',
			'2025-05-15;Skolnämnden;1;Alfa AB;559900-0014;9999,00;;;ja;Licens/SaaS;förvaltning;',
			'2026-01-15;Skolnämnden;1;Alfa AB;559900-0014;1500,00;;;ja;Licens/SaaS;förvaltning;A-1',
			'2026-01-20;Skolnämnden;1;Alfa AB;559900-0014;-200,00;;;ja;Licens/SaaS;förvaltning;A-1',
			'2026-02-15;Skolnämnden;1;Beta AB;559900-0022;300,00;;;ja;Drift;utveckling;A-2',
			'202603;Kulturnämnden;1;;;50,00;;SK;ja;Intern debitering;förvaltning;',
			'2026-03-15;Kulturnämnden;1;Gamma AB;559900-0030;70,00;;;ja;;;',
			'2026-03-15;Kulturnämnden;1;Gamma AB;559900-0030;80,00;EUR;;ja;Drift;;',
			'2026-03-15;Kulturnämnden;1;Gamma AB;559900-0030;5000,00;;;nej;;;'
		],
		'namnder.csv': ['namnd;kod;typ;anstallda', 'Skolnämnden;SK;nämnd;10', 'Kulturnämnden;KU;nämnd;5'],
		'budget.csv': [
			'ar;manad;namnd;version;belopp',
			'2026;1;Skolnämnden;KF-budget;4000,00',
			'2026;2;Skolnämnden;KF-budget;2000,00',
			'2026;;Skolnämnden;tilläggsbudget;500,00',
			'2026;;Skolnämnden;T1-prognos;9000,00',
			'2026;;Skolnämnden;T2-prognos;7000,00',
			'2026;;Kulturnämnden;KF-budget;1000,00'
		],
		'avtal.csv': [
			'avtals_id;benamning;leverantor;organisationsnummer;namnd;antal_anbud;upphandlingsforfarande;avtalsstart;avtalsslut;forlangningssatt;uppsagningstid_manader;ramavtal_ref',
			'A-1;Lärplattan;Alfa AB;559900-0014;Skolnämnden;1;öppet;2020-01-01;2027-06-30;automatisk;6;',
			'A-2;Driften;Beta AB;559900-0022;Skolnämnden;3;öppet;2020-01-01;2030-06-30;ingen;6;A-1'
		],
		'licenser.csv': [
			'produkt;leverantor;namnd;manad;antal_kopta;antal_tilldelade;antal_aktiva;pris_per_licens',
			'Kontor;Alfa AB;Skolnämnden;2026-03;100;90;80;10,00',
			'Kontor;Alfa AB;Kulturnämnden;2026-03;40;;;10,00'
		]
	});
});
afterAll(() => database.close());

const figuresOf = async (filters: Partial<Filters> = {}) =>
	costFigures(new FilteredCells(await cellsOf(database)), {
		filters: { ...noFilters, ...filters, period: thisYear },
		against: { filters: { ...noFilters, ...filters, period: lastYear } },
		lists: Object.fromEntries(listFilters.map((name) => [name, null])),
		table: null
	});

describe('cost of a period beside the same months last year', () => {
	it('sums it rows in kronor, credits included, and leaves out what is not it or not kronor', async () => {
		const rows = await ask(database, costChange, asked());
		expect(rows).toEqual([
			{ cost_kind: 'Licens/SaaS', amount: kronor(1300), row_count: 2, before: kronor(1000) },
			{ cost_kind: 'Drift', amount: kronor(300), row_count: 1, before: kronor(400) },
			{ cost_kind: 'Okänt', amount: kronor(70), row_count: 1, before: 0 },
			{ cost_kind: 'Intern debitering', amount: kronor(50), row_count: 1, before: 0 }
		]);
	});

	it('says unknown, not zero, where there is no year to compare with', async () => {
		const rows = await ask(database, costChange, { ...asked(), compared: null });
		expect(rows.map((row) => row.before)).toEqual([null, null, null, null]);
	});

	const bars = async (list: ListFilter, filters: Partial<Filters> = {}) =>
		((await figuresOf(filters)).lists[list]?.figures ?? []).map(({ key, label, amount, before }) => [
			label ?? key,
			amount,
			before
		]);

	it('keeps every bar of its own facet and narrows by the others', async () => {
		expect(await bars('units', { units: ['Kulturnämnden'] })).toEqual([
			['Skolnämnden', kronor(1600), kronor(1400)],
			['Kulturnämnden', kronor(120), 0]
		]);
		expect(await bars('costKinds', { units: ['Kulturnämnden'], costKinds: ['Drift'] })).toEqual([
			['Okänt', kronor(70), 0],
			['Intern debitering', kronor(50), 0]
		]);
		expect(await bars('orientations')).toEqual([
			['förvaltning', kronor(1350), kronor(1400)],
			['utveckling', kronor(300), 0],
			['okänd', kronor(70), 0]
		]);
	});

	it('counts the whole under every filter, as the change since last year does', async () => {
		const filters: Partial<Filters> = { units: ['Skolnämnden'], costKinds: ['Drift', 'Licens/SaaS'] };
		const change = await ask(database, costChange, asked(filters));
		const { kinds, shown } = await figuresOf(filters);
		expect(kinds.map(({ key, amount, before }) => [key, amount, before])).toEqual(
			change.map((row) => [row.cost_kind, row.amount, row.before])
		);
		const orientations = await ask(database, costPerOrientation, asked(filters));
		expect(shown.amount).toBe(orientations.reduce((sum, row) => sum + row.amount, 0));
	});

	it('names suppliers and keeps cost without one apart', async () => {
		expect(await bars('suppliers', { suppliers: ['559900-0014'] })).toEqual([
			['Alfa AB', kronor(1300), kronor(1000)],
			['Beta AB', kronor(300), kronor(400)],
			['Gamma AB', kronor(70), 0],
			['-', kronor(50), 0]
		]);
	});

	it('puts period rows in their month and gives both years month by month', async () => {
		const { months } = await figuresOf({ internal: false });
		expect(months.map((row) => [row.month, row.costKind, row.amount])).toEqual([
			['2025-01', 'Licens/SaaS', kronor(1000)],
			['2025-02', 'Drift', kronor(400)],
			['2025-05', 'Licens/SaaS', kronor(9999)],
			['2026-01', 'Licens/SaaS', kronor(1300)],
			['2026-02', 'Drift', kronor(300)],
			['2026-03', 'Okänt', kronor(70)]
		]);
	});

	it('answers with nothing for a nämnd that does not exist', async () => {
		expect(await ask(database, costChange, asked({ units: ['Ingen nämnd'] }))).toEqual([]);
	});

	it('gives every figure of the table the rows that sum to it', async () => {
		for (const by of costTableRows) {
			const cells = await ask(database, costByKind, { ...asked(), by });
			expect(cells.reduce((sum, cell) => sum + cell.amount, 0)).toBe(kronor(1720));
			for (const cell of cells.filter(({ key }) => key !== null)) {
				const kind = findListed(costKinds, cell.cost_kind);
				const filters = { ...noFilters, period: thisYear, costKinds: kind ? [kind] : [] };
				const key = cell.key ?? '';
				const rows = await ask(database, costRowTotals, {
					filters: {
						...filters,
						...(by === 'unit' ? { units: [key] } : {}),
						...(by === 'supplier' ? { suppliers: [key] } : {}),
						...(by === 'system' ? { systems: [key] } : {})
					}
				});
				expect(rows).toEqual([{ amount: cell.amount, row_count: cell.row_count }]);
			}
		}
	});
});

describe('the filter bar', () => {
	it('says what is shown and what the whole period holds', async () => {
		const { shown, whole } = await figuresOf({ units: ['Kulturnämnden'], internal: false });
		expect([shown.amount, shown.rows]).toEqual([kronor(70), 1]);
		expect([whole.amount, whole.rows]).toEqual([kronor(1720), 5]);
	});
});

describe('the rows behind a figure', () => {
	it('come largest first with what tagged them and where they stand in the file', async () => {
		const selection: RowSelection = { filters: { ...noFilters, period: thisYear }, cover: 'avtal' };
		const rows = await ask(database, costRows, { selection, freeText: true, limit: 2, offset: 0 });
		expect(rows).toMatchObject([
			{
				day: '2026-01-15',
				amount: kronor(1500),
				tag_source: 'fil',
				file_name: 'kostnader.csv',
				source_row: 5
			},
			{ day: '2026-02-15', amount: kronor(300), contract_ref: 'A-2', contract_cover: 'avtal' }
		]);
	});
});

describe('an empty selection', () => {
	it('says what exists without each filter, largest first, and leaves out filters that do not help', async () => {
		const filters: Filters = {
			...noFilters,
			period: thisYear,
			units: ['Kulturnämnden'],
			costKinds: ['Licens/SaaS'],
			orientations: ['förvaltning']
		};
		const rows = await ask(database, costWithoutEach, {
			filters,
			without: [
				{ key: 'costKinds', change: { costKinds: [] } },
				{ key: 'units', change: { units: [] } },
				{ key: 'orientations', change: { orientations: [] } }
			]
		});
		expect(rows).toEqual([
			{ key: 'units', amount: kronor(1300), row_count: 2 },
			{ key: 'costKinds', amount: kronor(50), row_count: 1 }
		]);
	});
});

describe('rows taken out', () => {
	it('come page by page in the order of the ledger, with what they came from', async () => {
		const selection: RowSelection = {
			filters: { ...noFilters, period: thisYear, costKinds: ['Licens/SaaS'] }
		};
		const page = (after: number) =>
			ask(database, costRowExport, { selection, freeText: false, after, limit: 1 });
		const [first] = await page(0);
		const [second] = await page(first?.line ?? 0);
		expect([first, second]).toMatchObject([
			{ day: '2026-01-15', amount: kronor(1500), file_name: 'kostnader.csv', source_row: 5 },
			{ day: '2026-01-20', amount: kronor(-200), contract_ref: 'A-1', source_row: 6 }
		]);
		expect(await page(second?.line ?? 0)).toEqual([]);
		expect(first).not.toHaveProperty('text');
	});
});

describe('the start page', () => {
	it('has every answer, for the last year with data from January to its last month', async () => {
		const answers = await startAnswers(database);
		expect(answers.cost).toMatchObject({
			period: thisYear,
			compared: lastYear,
			amount: kronor(1720),
			before: kronor(1400),
			rowCount: 5
		});
		expect(answers.bids?.map((row) => [row.competition, row.amount])).toEqual([
			['ett', kronor(1300)],
			['flera', kronor(300)],
			['utan annons', 0],
			['okänt', 0]
		]);
		expect(answers.cost?.covers).toEqual([
			{ cover: 'avtal', amount: kronor(1600), row_count: 3 },
			{ cover: 'saknas', amount: kronor(120), row_count: 2 }
		]);
	});

	it('sets the latest forecast against KF-budget and tilläggsbudget, and says who has given none', async () => {
		const { budget } = await startAnswers(database);
		expect(budget).toMatchObject({ year: 2026, version: 'T2-prognos', rowCount: 5, lastYearsError: null });
		expect(budget?.units.map(({ unit, budget: plan, forecast }) => [unit, plan, forecast])).toEqual([
			['Kulturnämnden', kronor(1000), null],
			['Skolnämnden', kronor(6500), kronor(7000)]
		]);
	});

	it('finds contracts with a decision within seven months, and their cost with avrop, equal to its rows', async () => {
		const { contracts } = await startAnswers(database);
		expect(contracts).toMatchObject({ from: '2026-08-31', to: '2027-03-31' });
		expect(contracts?.decisions).toMatchObject([
			{ contract_id: 'A-1', notice_day: '2026-12-31', amount: kronor(1600 + 9999), row_count: 4 }
		]);
		const rows = await ask(database, costRowTotals, {
			filters: { ...noFilters, period: contracts?.period ?? null },
			ceilingOf: 'A-1',
			anyTag: true
		});
		expect(rows).toEqual([{ amount: kronor(1600 + 9999), row_count: 4 }]);
	});

	it('counts unused licences only where use is known', async () => {
		const { licences } = await startAnswers(database);
		expect(licences?.month).toBe('2026-03');
		expect(licences?.units.map((row) => [row.unit, row.purchased, row.known_purchased, row.unused])).toEqual([
			['Skolnämnden', 100, 100, 10],
			['Kulturnämnden', 40, 0, 0]
		]);
	});

	it('asks anew for another period', async () => {
		const { cost } = await startAnswers(database, months('2026-02', '2026-02'));
		expect(cost).toMatchObject({ amount: kronor(300), before: kronor(400) });
	});

	it('answers null for what is not loaded', async () => {
		const empty = await smallEdition({
			'namnder.csv': ['namnd;kod;typ;anstallda', 'Skolnämnden;SK;nämnd;10']
		});
		try {
			expect(await startAnswers(empty)).toMatchObject({
				cost: null,
				budget: null,
				contracts: null,
				bids: null,
				licences: null,
				untagged: { share: null }
			});
		} finally {
			await empty.close();
		}
	});
});
