// Each figure of Inriktning against the rows that it opens, in the demo city and in one whose rows say no inriktning.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noFilters, type Filters } from '$lib/domain/filters';
import { linesOfYears, linesOfYear, orientationParts, yearSpans } from '$lib/domain/orientation-years';
import { monthFrom } from '$lib/domain/period';
import { costRowTotals } from '$lib/queries/cost-rows';
import { orientationBudget } from '$lib/queries/orientation-budget';
import { orientationSum, orientationYears } from '$lib/queries/orientation-years';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';
import { smallEdition } from './small-edition';

let demo: NativeDatabase;
beforeAll(async () => {
	demo = await demoEdition();
});
afterAll(() => demo.close());

const known = orientationParts.filter((part) => part !== 'okänt');
const filters: Filters = { ...noFilters, units: ['Kommunstyrelsen', 'Utbildningsnämnden'] };

it.each(['unit', 'costKind', 'system'] as const)(
	'divided by %s, lines are their rows and sum to the ledger',
	async (by) => {
		const sums = (await ask(demo, orientationYears, { filters, by, cut: 7 })).map(orientationSum);
		const spans = yearSpans(monthFrom(2023, 1), monthFrom(2026, 7), false);
		const [, , whole, running] = linesOfYears(sums, spans, 7);
		for (const line of [whole, running]) {
			if (!line) throw new Error('The demo has four years.');
			const [rows] = await ask(demo, costRowTotals, { filters: { ...filters, period: line.span.months } });
			expect(line.total.amount).toBe(rows?.amount);
			const lines = linesOfYear(sums, line.span, 7);
			expect(lines.length).toBeGreaterThan(1);
			for (const own of lines.slice(0, 4))
				for (const part of ['utveckling', 'okänt'] as const) {
					const [cell] = await ask(demo, costRowTotals, {
						filters: { ...filters, period: own.span.months },
						cells: [
							{ dimension: by, value: own.value },
							part === 'okänt'
								? { dimension: 'orientation', except: known }
								: { dimension: 'orientation', value: part }
						]
					});
					expect(own.parts[part].amount).toBe(cell?.amount);
				}
		}
	}
);

it('a row that says okänd and one that says nothing are both okänt, and dollars are in no sum', async () => {
	const edition = await smallEdition({
		'kostnader_2025.csv': [
			'datum;namnd;konto;leverantor;belopp;valuta;it_kostnad;inriktning',
			'2025-01-05;Kulturnämnden;12345;A AB;100,00;SEK;ja;okänd',
			'2025-02-05;Kulturnämnden;12345;A AB;20,00;SEK;ja;',
			'2025-02-06;Kulturnämnden;12345;A AB;3,00;SEK;ja;utveckling',
			'2025-02-07;Kulturnämnden;12345;A AB;900,00;USD;ja;utveckling'
		]
	});
	const rows = await ask(edition, orientationYears, { filters: noFilters, by: 'unit', cut: 1 });
	expect(rows.map(({ part, whole, to_cut }) => [part, whole, to_cut])).toEqual([
		['okänt', 12_000, 10_000],
		['utveckling', 300, 0]
	]);
	edition.close();
});

it('the budget of the demo city is not divided by inriktning', async () => {
	const rows = await ask(demo, orientationBudget, { units: [], except: false });
	expect(rows.length).toBeGreaterThan(0);
	expect(rows.every(({ orientation }) => orientation === null)).toBe(true);
	const some = await ask(demo, orientationBudget, { units: ['Kulturnämnden'], except: false });
	const others = await ask(demo, orientationBudget, { units: ['Kulturnämnden'], except: true });
	const sum = (list: typeof rows) => list.reduce((ore, { amount }) => ore + amount, 0);
	expect(sum(some) + sum(others)).toBe(sum(rows));
	expect(sum(some)).toBeGreaterThan(0);
});
