// What it takes to leave, and whose consultants: held against plain TypeScript over the same ledger rows and register lines.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataProcessing, exitAgainst, lastExitDay } from '$lib/domain/data-processing';
import { addMonths, daysBetween, parseIsoDay, type Day } from '$lib/domain/day';
import { isHardToLeave } from '$lib/domain/exit-estimate';
import { exitScenariosOf, scenarioAssumptions } from '$lib/domain/exit-scenarios';
import { noFilters } from '$lib/domain/filters';
import { dependsOnOwnSupplier, isInHouseCandidate } from '$lib/domain/in-house';
import { monthsOf, type Period } from '$lib/domain/period';
import { consultantCosts } from '$lib/queries/consultant-costs';
import { contractList } from '$lib/queries/contract-list';
import { describeContracts } from '$lib/queries/described-contract';
import { editionMeta } from '$lib/queries/edition-meta';
import { exitSystems, type ExitSystem } from '$lib/queries/exit-systems';
import { inHouseSystems, type InHouseSystem } from '$lib/queries/in-house-systems';
import { latestYear } from '$lib/queries/latest-year';
import { ask } from '$lib/queries/query';
import { systemContractCosts } from '$lib/queries/system-contract-costs';
import { systemExitFacts } from '$lib/queries/system-exit-facts';
import { systemSupplierCosts } from '$lib/queries/system-supplier-costs';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { hasRealFiles, realSource } from '../support/sources';
import { openExitQuestions } from '../../src/routes/(app)/beroende/exit/parts/exit-questions';
import { demoEdition } from './demo-edition';
import { editionOf, smallEdition } from './small-edition';

function day(text: string): Day {
	const found = parseIsoDay(text);
	if (!found) throw new Error(text);
	return found;
}
const today = day('2026-08-31');

/** A ledger row as it stands. */
interface LedgerRow {
	day: string;
	amount: number;
	system: string | null;
	contract: string | null;
	supplier: string | null;
	kind: string | null;
	orientation: string;
}

interface Answers {
	edition: NativeDatabase;
	period: Period;
	months: number;
	rows: LedgerRow[];
	exit: ExitSystem[];
	house: InHouseSystem[];
}

async function answersOf(edition: NativeDatabase): Promise<Answers> {
	const period = latestYear(await editionMeta(edition));
	if (!period) throw new Error('no cost');
	const months = monthsOf(period).length;
	const filters = { ...noFilters, period };
	const facts = await ask(edition, systemExitFacts, undefined);
	const ledger = await edition.run(
		`SELECT day::VARCHAR AS day, amount, system_ref::VARCHAR AS system, contract_ref::VARCHAR AS contract,
			supplier_key::VARCHAR AS supplier, cost_kind::VARCHAR AS kind, orientation::VARCHAR AS orientation
		FROM cost WHERE it_cost = 'ja' AND currency = 'SEK'`
	);
	const rows = (ledger as unknown as LedgerRow[]).filter(
		(row) => row.day.slice(0, 7) >= period.from && row.day.slice(0, 7) <= period.to
	);
	return {
		edition,
		period,
		months,
		rows,
		exit: exitSystems({
			facts,
			costs: await ask(edition, systemContractCosts, filters),
			months,
			contracts: describeContracts(await ask(edition, contractList, undefined), today),
			stored: [],
			today
		}),
		house: inHouseSystems({
			consultants: await ask(edition, consultantCosts, filters),
			costs: await ask(edition, systemSupplierCosts, filters),
			facts,
			months,
			stored: []
		})
	};
}

const sum = (rows: readonly LedgerRow[]) => rows.reduce((ore, { amount }) => ore + amount, 0);
const named = <Row extends { name: string | null }>(rows: readonly Row[], name: string): Row => {
	const found = rows.find((row) => row.name === name);
	if (!found) throw new Error(name);
	return found;
};

/** Consultants of a system by supplier, none below zero, added up by hand. */
function consultantsByHand(rows: readonly LedgerRow[], system: string | null) {
	const net: Record<string, number> = {};
	for (const row of rows)
		if (row.system === system && row.kind === 'Konsult')
			net[row.supplier ?? ''] = (net[row.supplier ?? ''] ?? 0) + row.amount;
	return Object.fromEntries(Object.entries(net).map(([key, ore]) => [key, Math.max(0, ore)]));
}

describe('the demo city', () => {
	let city: Answers;
	beforeAll(async () => {
		city = await answersOf(await demoEdition());
	});
	afterAll(() => city.edition.close());

	it('every system costs what its rows of the last twelve months add up to, the dearest first', () => {
		expect(city.months).toBe(12);
		for (const system of city.exit) {
			const own = city.rows.filter((row) => row.system === system.systemId);
			expect(system.amount).toBe(own.length ? sum(own) : null);
			expect(system.rowCount).toBe(own.length);
			expect(system.yearlyCost).toBe(system.amount);
		}
		const amounts = city.exit.map(({ amount }) => amount ?? -Infinity);
		expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
		expect(city.exit.length).toBeGreaterThanOrEqual(150);
	});

	it('the exit cost of every system is what the standards, the register and the contracts say', async () => {
		const register = (await city.edition.run(
			'SELECT system_id, users, integrations, contract_ids FROM system'
		)) as unknown as {
			system_id: string;
			users: number | null;
			integrations: number | null;
			contract_ids: string | null;
		}[];
		let complete = 0;
		for (const system of city.exit) {
			const line = register.find(({ system_id: id }) => id === system.systemId);
			if (!line || system.amount === null || system.contracts.length > 1) continue;
			const [only] = system.contracts;
			const { users, integrations } = line;
			const all = users !== null && integrations !== null && Boolean(only?.until) && system.amount > 0;
			expect(system.estimate.cost.likely !== null).toBe(all);
			if (!all || !only?.until) continue;
			complete++;
			const onContract = Math.max(
				0,
				sum(city.rows.filter((row) => row.system === system.systemId && row.contract === only.contractId))
			);
			let months = 0;
			while (addMonths(today, months + 1) <= only.until) months++;
			const from = addMonths(today, months);
			const left =
				only.until <= today
					? 0
					: months + daysBetween(from, only.until) / daysBetween(from, addMonths(today, months + 1));
			// The standards of domain/assumption.ts, in öre: low, likely, high.
			const parts = (
				fixed: number,
				user: number,
				link: number,
				hours: number,
				parallel: number,
				buy: number
			) =>
				fixed +
				users * user +
				integrations * link +
				users * hours * 42_000 +
				(parallel * (system.amount ?? 0)) / 12 +
				(onContract / 12) * left +
				buy;
			const low = parts(15_000_000, 30_000, 6_000_000, 1, 1, 25_000_000);
			const likely = parts(40_000_000, 90_000, 15_000_000, 3, 3, 50_000_000);
			expect(Math.abs(system.estimate.cost.low - low)).toBeLessThanOrEqual(5);
			expect(Math.abs((system.estimate.cost.likely ?? 0) - likely)).toBeLessThanOrEqual(5);
			expect(system.estimate.months?.likely).toBeCloseTo((12 * likely) / system.amount, 3);
			expect(system.estimate.cost.high).toBeGreaterThan(likely);
		}
		expect(complete).toBeGreaterThanOrEqual(10);
	});

	it('a contract past its notice day binds Elevregistret a year longer than it says', () => {
		const register = named(city.exit, 'Elevregistret');
		expect(register.contracts).toMatchObject([{ contractId: 'A-2020-052', until: '2027-12-31' }]);
		expect(isHardToLeave(register.estimate, register.readiness)).toBe(true);
	});

	it('leaving Serverdrift costs at least what is known, since nobody knows its users', () => {
		const { estimate } = named(city.exit, 'Serverdrift');
		expect(estimate.missing).toEqual(['users']);
		expect(estimate.cost).toMatchObject({ likely: null, high: null });
		expect(estimate.cost.low).toBeGreaterThan(0);
	});

	it('asks the owner of a system for its users, and the owner of a contract for what is not said in it', () => {
		const operation = openExitQuestions(named(city.exit, 'Serverdrift'));
		expect(operation[0]).toMatchObject({
			about: 'Serverdrift',
			path: '/system/S-001',
			question: 'Hur många använder systemet?',
			who: 'Systemägaren, It-chef'
		});
		const journal = openExitQuestions(named(city.exit, 'Omsorgsjournalen'));
		expect(journal.map(({ question, who, path }) => [question, who, path])).toEqual([
			['Dataexport?', 'Avtalsägaren, Äldreomsorgschef', '/avtal/A-2022-064'],
			['Öppet API?', 'Avtalsägaren, Äldreomsorgschef', '/avtal/A-2022-064'],
			['Dataexport?', 'Avtalsägaren, Äldreomsorgschef', '/avtal/A-2022-090']
		]);
		const unknown = openExitQuestions(named(city.exit, 'Fotosamlingen'));
		expect(unknown.map(({ key }) => key)).toEqual(['integrations', 'contract']);
	});

	it('switching charges have ended when Lärstigen can be left, not when Gamla växeln can', () => {
		const end = day('2027-01-12');
		const sideOf = (system: ExitSystem) =>
			exitAgainst(lastExitDay(system.contracts.map(({ until }) => until)), end);
		const learning = named(city.exit, 'Lärstigen');
		expect(dataProcessing(learning.operatingForm, learning.costKinds)).toEqual({ is: 'yes', by: 'form' });
		expect(sideOf(learning)).toBe('after');
		expect(sideOf(named(city.exit, 'Gamla växeln'))).toBe('before');
		expect(sideOf(named(city.exit, 'Fotosamlingen'))).toBe('unknown');
	});

	it('five years of Omsorgsjournalen are what its cost and the price rise give', () => {
		const journal = named(city.exit, 'Omsorgsjournalen');
		const scenarios = exitScenariosOf(
			journal.yearlyCost,
			journal.estimate,
			scenarioAssumptions([], journal.systemId, journal.supplierKeys[0] ?? null)
		);
		const yearly = sum(city.rows.filter(({ system }) => system === journal.systemId));
		let [price, total] = [yearly, 0];
		for (let year = 1; year <= 5; year++) {
			price *= 1.03;
			total += Math.round(price);
		}
		expect(Math.abs((scenarios?.[0]?.total.likely ?? 0) - total)).toBeLessThanOrEqual(5);
		const leave = scenarios?.find(({ name }) => name === 'leave');
		expect(leave?.difference?.likely).toBe(journal.estimate.cost.likely);
	});

	it('consultants of every system are its rows, divided by inriktning and by supplier', () => {
		for (const system of city.house) {
			const own = city.rows.filter((row) => row.system === system.systemId && row.kind === 'Konsult');
			expect(system.consult).toBe(sum(own));
			expect(system.recurring).toBe(sum(own.filter(({ orientation }) => orientation === 'förvaltning')));
			expect(system.recurring + system.temporary + system.unsaid).toBe(system.consult);
			expect(system.suppliers.reduce((ore, { amount }) => ore + amount, 0)).toBe(system.consult);
			const hours = Object.values(
				consultantsByHand(
					own.filter(({ orientation }) => orientation === 'förvaltning'),
					system.systemId
				)
			).reduce((ore, one) => ore + one, 0);
			expect(system.kept?.fullTime).toBeCloseTo(hours / (115_000 * 1_600), 9);
			expect(system.kept?.saving).toBe(hours - Math.round((hours / (115_000 * 1_600)) * 89_000_000));
		}
		const all = city.rows.filter(({ kind }) => kind === 'Konsult');
		expect(city.house.reduce((ore, { consult }) => ore + consult, 0)).toBe(sum(all));
	});

	it.each([
		['Omsorgsjournalen', '559900-0048'],
		['Lärstigen', '559900-0055']
	])('the supplier of %s sells its consultants itself, by the register', (name, supplier) => {
		const { systemId, share } = named(city.house, name);
		const byHand = consultantsByHand(city.rows, systemId);
		const all = Object.values(byHand).reduce((ore, one) => ore + one, 0);
		expect(share).toMatchObject({ suppliers: [supplier], basis: 'register', consult: all });
		expect(share.own).toBe(byHand[supplier] ?? 0);
		expect(share.low).toBe((byHand[supplier] ?? 0) / all);
		expect(share.own).toBeGreaterThan(0);
	});

	it('flags both stories, and systems whose consultants come back every year', () => {
		const flagged = city.house.filter(({ share }) => dependsOnOwnSupplier(share)).map(({ name }) => name);
		expect(flagged).toEqual(expect.arrayContaining(['Omsorgsjournalen', 'Lärstigen']));
		expect(city.house.some(({ kept }) => isInHouseCandidate(kept))).toBe(true);
	});
});

describe('an inventory of names alone', () => {
	let bare: Answers;
	beforeAll(async () => {
		bare = await answersOf(
			await smallEdition({
				'kostnader.csv': [
					'datum;namnd;konto;leverantor;organisationsnummer;belopp;kostnadsslag;it_kostnad;inriktning',
					'2026-08-01;KS;74311;Stor AB;559900-0014;1000,00;Licens/SaaS;ja;förvaltning',
					'2026-08-02;KS;74510;Konsult AB;559900-0022;500,00;Konsult;ja;'
				],
				'system.csv': ['system_id;namn;driftform', 'D1;Diariet;', 'K1;Kartan;']
			})
		);
	});
	afterAll(() => bare.edition.close());

	it('every system says what is missing, with what leaving costs at least', () => {
		expect(bare.exit.map(({ name }) => name).sort()).toEqual(['Diariet', 'Kartan']);
		for (const { amount, estimate, contracts, readiness } of bare.exit) {
			expect(amount).toBeNull();
			expect(contracts).toEqual([]);
			expect(readiness).toMatchObject({ asked: 0, low: null });
			expect(estimate.missing.sort()).toEqual(['commitment', 'cost', 'integrations', 'users']);
			// A flytt and a procurement at the least: 150 000 + 250 000 kr.
			expect(estimate.cost).toEqual({ low: 40_000_000, likely: null, high: null });
			expect(estimate.months).toBeNull();
			expect(exitScenariosOf(null, estimate, scenarioAssumptions([], 'x', null))).toBeNull();
		}
	});

	it('consultants stand on no known system, and nobody knows whose they are', () => {
		expect(bare.months).toBe(1);
		expect(bare.house).toMatchObject([
			{ systemId: null, consult: 50_000, recurring: 0, share: { basis: null, low: null } }
		]);
		// One month is told as a twelfth of a year.
		expect(bare.house[0]?.all?.fullTime).toBeCloseTo((50_000 * 12) / (115_000 * 1_600), 9);
	});
});

describe.skipIf(!hasRealFiles)('one real month of a municipality’s invoices', () => {
	it('has consultants but no systems: the page says so, and their kronor are those of the rows', async () => {
		const month = await answersOf(
			await editionOf([realSource('invoices/orebro_2016-03_semikolon_cp1252_decimalkomma.csv')])
		);
		try {
			expect(month.months).toBe(1);
			expect(month.exit).toEqual([]);
			const consultants = month.rows.filter(({ kind }) => kind === 'Konsult');
			expect(consultants.length).toBeGreaterThan(0);
			expect(month.house).toHaveLength(1);
			const [none] = month.house;
			expect(none?.consult).toBe(sum(consultants));
			const byHand = Object.values(consultantsByHand(month.rows, null)).reduce((ore, one) => ore + one, 0);
			expect(none?.all?.fullTime).toBeCloseTo((byHand * 12) / (115_000 * 1_600), 6);
		} finally {
			await month.edition.close();
		}
	});
});
