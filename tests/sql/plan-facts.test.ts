// What a plan is made of, from an edition that can be added up by hand, and from the demo city's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monthFrom } from '$lib/domain/period';
import { planSum } from '$lib/domain/plan-entry';
import { isCarriedOn, threeYearPlan } from '$lib/domain/three-year-plan';
import { readPlanFacts, type PlanFacts } from '$lib/queries/plan-facts';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { demoEdition } from './demo-edition';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;
const base = { from: monthFrom(2025, 9), to: monthFrom(2026, 8) };

describe('a small ledger', () => {
	let database: NativeDatabase;
	let facts: PlanFacts;
	beforeAll(async () => {
		database = await smallEdition({
			'kostnader.csv': [
				'datum;namnd;konto;leverantor;belopp;valuta;it_kostnad;kostnadsslag;inriktning;system_id;avtals_id',
				'2025-08-31;Skolnämnden;74311;Bolaget AB;5000,00;;ja;Drift;förvaltning;S-1;',
				'2025-09-01;Skolnämnden;74311;Bolaget AB;950,00;;ja;Drift;förvaltning;S-1;',
				'2026-08-31;Skolnämnden;74311;Bolaget AB;50,00;;ja;Drift;förvaltning;;A-1',
				'2026-01-10;Skolnämnden;74311;Bolaget AB;400,00;;ja;Drift;okänd;S-1;',
				'2026-04-30;Skolnämnden;74311;Annat AB;150,50;;ja;Konsult;utveckling;;',
				'2026-05-30;Skolnämnden;74311;Annat AB;20,00;;ja;Konsult;avveckling;;',
				'2026-02-01;Skolnämnden;65110;Bolaget AB;9000,00;;nej;;;;',
				'2026-02-01;Skolnämnden;74311;Bolaget AB;8000,00;EUR;ja;Drift;förvaltning;;'
			],
			'system.csv': [
				'system_id;namn;namnd;anvands_av;gemensam;avtals_id;formaga;avveckling;ersatts_av',
				'S-1;Läsa;Skolnämnden;Skolnämnden|Miljönämnden;ja;A-1;F-1|F-2;2027-12-31;S-2',
				'S-2;Läsa nytt;Skolnämnden;;nej;;;;'
			],
			'avtal.csv': [
				'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut;forlangningssatt;forlangning_antal;forlangning_manader;forlangning_nyttjad',
				'A-1;Drift av Läsa;Bolaget AB;Skolnämnden;2020-01-01;2027-06-30;option;2;12;1',
				'A-2;Utan slut;Bolaget AB;Skolnämnden;2020-01-01;;tillsvidare;;;'
			],
			'licenser.csv': [
				'produkt;leverantor;system_id;namnd;manad;antal_kopta;pris_per_licens',
				'Kontor;Bolaget AB;S-1;Skolnämnden;2025-08;90;10,00',
				'Kontor;Bolaget AB;S-1;Skolnämnden;2026-08;100;12,00',
				'Nytt;Bolaget AB;S-1;Skolnämnden;2026-08;40;12,00'
			],
			'budget.csv': [
				'ar;manad;namnd;kostnadsslag;inriktning;system_id;version;belopp',
				'2027;;Skolnämnden;Drift;;;plan;1500,00',
				'2027;1;Skolnämnden;Drift;;;KF-budget;700,00',
				'2027;2;Skolnämnden;Drift;;;KF-budget;800,00',
				'2027;;Skolnämnden;Drift;;;nämndbudget;9999,00'
			]
		});
		facts = await readPlanFacts(database, base);
	});
	afterAll(() => database.close());

	it('has the twelve months of IT in kronor, by what they are for', () => {
		const sums = Object.fromEntries(
			(['running', 'unknown', 'development', 'closing'] as const).map((part) => [
				part,
				facts.costs.reduce((sum, cost) => sum + (cost.part === part ? cost.amount : 0), 0)
			])
		);
		expect(sums).toEqual({
			running: kronor(1_000),
			unknown: kronor(400),
			development: kronor(150.5),
			closing: kronor(20)
		});
		// A row without a system of its own is its contract's.
		expect(facts.costs.filter(isCarriedOn).every(({ system }) => system === 'S-1')).toBe(true);
	});

	it('has what registers say of contracts and systems', () => {
		expect(facts.contracts).toMatchObject([
			{
				contractId: 'A-1',
				endDay: '2027-06-30',
				extensionKind: 'option',
				extensionCount: 2,
				extensionsUsed: 1
			}
		]);
		expect(facts.systems[0]).toMatchObject({
			systemId: 'S-1',
			usedBy: ['Skolnämnden', 'Miljönämnden'],
			shared: true,
			capabilities: ['F-1', 'F-2'],
			retiredFrom: '2027-12-31',
			replacedBy: 'Läsa nytt'
		});
	});

	it('holds licences against the year before at the price of now, and nothing that is new', () => {
		expect(facts.licences).toEqual([
			{ unit: 'Skolnämnden', system: 'S-1', now: kronor(1_200), before: kronor(1_080) }
		]);
	});

	it('has the plan and the budget that have been decided for the years ahead', () => {
		expect(
			facts.decided.filter(({ year }) => year === 2027).map(({ kind, amount }) => [kind, amount])
		).toEqual(
			expect.arrayContaining([
				['plan', kronor(1_500)],
				['budget', kronor(1_500)]
			])
		);
		expect(facts.decided).toHaveLength(2);
	});
});

it('the demo city’s plan stands on the rows of its ledger, to the öre', async () => {
	const database = await demoEdition();
	try {
		const facts = await readPlanFacts(database, base);
		const [row] = await database.run(
			`SELECT sum(amount)::BIGINT AS amount, count(*) AS rows FROM cost
			WHERE it_cost = 'ja' AND currency = 'SEK' AND day BETWEEN DATE '2025-09-01' AND DATE '2026-08-31'
				AND coalesce(orientation::VARCHAR, '') NOT IN ('utveckling', 'avveckling')`,
			[]
		);
		const plan = threeYearPlan({
			base,
			years: [2027, 2028, 2029],
			...facts,
			changes: [],
			priceRise: () => ({ low: 0.02, likely: 0.03, high: 0.05 }),
			rates: {
				replacement: () => ({ low: 0.8, likely: 1, high: 1.2 }),
				extension: () => ({ low: 0.01, likely: 0.02, high: 0.04 })
			}
		});
		const running = planSum(plan.entries, { scenario: 'bada', year: 2028, line: 'running' });
		expect(running.likely).toBe(Number(row?.amount));
		expect(running.likely).toBeGreaterThan(kronor(100_000_000));
		expect(facts.costs.filter(isCarriedOn).reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(
			Number(row?.rows)
		);
		expect(plan.events.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['ends', 'option', 'renews', 'replaced', 'licences'])
		);
	} finally {
		await database.close();
	}
});
