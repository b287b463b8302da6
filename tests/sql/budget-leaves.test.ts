import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BudgetPlace } from '$lib/domain/budget-leaf';
import { placeKey, restatedFigures, type RestatedFigures } from '$lib/domain/budget-lock';
import { budgetLines } from '$lib/domain/budget-lines';
import { budgetFileParts, filePart } from '$lib/queries/budget-file-parts';
import { budgetLeaf, budgetLeaves } from '$lib/queries/budget-leaves';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({
		'kostnader.csv': [
			'datum;namnd;konto;leverantor;belopp;valuta;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id',
			'2024-12-31;Skolnämnden;74311;Bolaget AB;7,00;;ja;Drift;förvaltning;S-1;',
			'2025-02-10;Skolnämnden;74311;Bolaget AB;950,00;;ja;Drift;förvaltning;S-1;',
			'2025-12-31;Skolnämnden;74311;Bolaget AB;50,00;;ja;Drift;förvaltning;S-1;',
			'2026-01-10;Skolnämnden;74311;Bolaget AB;400,00;;ja;Drift;förvaltning;S-1;',
			'2026-02-10;Skolnämnden;74311;Bolaget AB;40,00;;ja;Drift;förvaltning;;A-1',
			'2026-04-30;Skolnämnden;74311;Annat AB;150,50;;ja;Drift;utveckling;;',
			'2026-05-01;Skolnämnden;74311;Bolaget AB;70,00;;ja;Drift;förvaltning;S-1;',
			'2026-02-01;Skolnämnden;65110;Bolaget AB;9000,00;;nej;;;;',
			'2026-02-01;Skolnämnden;74311;Bolaget AB;8000,00;EUR;ja;Drift;;;',
			'2026-03-01;Miljönämnden;50100;Annat AB;20,00;;ja;;;;'
		],
		'system.csv': ['system_id;namn;namnd;avtals_id', 'S-1;Läsa;Skolnämnden;A-1'],
		'avtal.csv': [
			'avtals_id;benamning;leverantor;namnd;avtalsstart',
			'A-1;Drift av Läsa;Bolaget AB;Skolnämnden;2020-01-01'
		],
		'budget.csv': [
			'ar;manad;namnd;kostnadsslag;inriktning;system_id;version;belopp',
			'2026;1;Skolnämnden;Drift;förvaltning;S-1;KF-budget;300,00',
			'2026;8;Skolnämnden;Drift;förvaltning;S-1;KF-budget;100,00',
			'2026;2;Skolnämnden;Drift;förvaltning;S-1;tilläggsbudget;25,00',
			'2026;;Skolnämnden;Drift;utveckling;;KF-budget;60,00',
			'2026;;Skolnämnden;;;;nämndbudget;7777,00',
			'2026;;Skolnämnden;Drift;förvaltning;S-1;T1-prognos;480,00',
			'2025;;Skolnämnden;Drift;förvaltning;S-1;KF-budget;1,00'
		]
	});
});
afterAll(() => database.close());

const asked = { year: 2026, cut: 4, versions: ['KF-budget', 'tilläggsbudget'], forecast: 'T1-prognos' };

describe('the smallest parts of T1', () => {
	it('join budget, forecast and outcome of this year and the year before, and a contract with its system', async () => {
		const leaves = (await ask(database, budgetLeaves, asked)).map(budgetLeaf);
		expect(leaves).toHaveLength(3);
		expect(leaves.find(({ system }) => system === 'S-1')).toEqual({
			unit: 'Skolnämnden',
			costKind: 'Drift',
			orientation: 'förvaltning',
			system: 'S-1',
			budgetRows: 3,
			baseRows: 2,
			rowsWithoutMonth: 0,
			budgetYear: kronor(425),
			budgetToDate: kronor(325),
			forecastRows: 1,
			forecast: kronor(480),
			outcome: kronor(440),
			outcomeRows: 2,
			outcomeYearBefore: kronor(950),
			outcomeWholeYearBefore: kronor(1000)
		});
		expect(leaves.find(({ orientation }) => orientation === 'utveckling')).toMatchObject({
			budgetYear: kronor(60),
			rowsWithoutMonth: 1,
			outcome: kronor(150.5)
		});
		expect(leaves.find(({ unit }) => unit === 'Miljönämnden')).toMatchObject({
			costKind: 'Okänt',
			baseRows: 0,
			outcome: kronor(20)
		});
	});

	it('have no budget where no version is counted, and no forecast where none is asked for', async () => {
		const leaves = (await ask(database, budgetLeaves, { ...asked, versions: [], forecast: null })).map(
			budgetLeaf
		);
		const basis = { cut: 4, covered: true, yearBeforeCovered: true };
		expect(budgetLines(leaves, [], basis)).toMatchObject({
			budgetYear: null,
			expected: null,
			outcome: kronor(610.5)
		});
	});

	it('are what each file gave, put together', async () => {
		const leaves = (await ask(database, budgetLeaves, asked)).map(budgetLeaf);
		const parts = (await ask(database, budgetFileParts, asked)).map(filePart);
		expect(new Set(parts.map(({ file }) => file)).size).toBe(2);
		for (const figure of restatedFigures) {
			const sums = (all: readonly (BudgetPlace & RestatedFigures)[]) => {
				const byPlace = new Map<string, number>();
				for (const one of all) byPlace.set(placeKey(one), (byPlace.get(placeKey(one)) ?? 0) + one[figure]);
				return new Map([...byPlace].filter(([, sum]) => sum !== 0).sort());
			};
			expect(sums(parts)).toEqual(sums(leaves));
		}
	});
});
