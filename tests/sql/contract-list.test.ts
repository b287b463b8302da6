import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import { noFilters } from '$lib/domain/filters';
import { parseMonth, type Period } from '$lib/domain/period';
import { contractList } from '$lib/queries/contract-list';
import { contractYear } from '$lib/queries/contract-year';
import { costRowTotals } from '$lib/queries/cost-rows';
import { contractWork, describeContracts } from '$lib/queries/described-contract';
import { ask } from '$lib/queries/query';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;
const contracts = [
	'avtals_id;benamning;leverantor;namnd;avtalsstart;avtalsslut;forlangningssatt;uppsagningstid_manader;takvolym;ramavtal_ref',
	'R-1;Servrar;Alfa AB;Servicenämnden;2026-02-10;2028-08-31;ingen;6;1000,00;',
	'V-1;Servrar, avrop;Alfa AB;Servicenämnden;2026-03-01;2028-08-31;ingen;6;;R-1',
	'L-1;Lärplattform;Beta AB;Skolnämnden;2021-07-01;2027-06-30;automatisk;6;;',
	'T-1;Växel;Gamma AB;Servicenämnden;2016-01-01;;tillsvidare;3;50,00;',
	'U-1;Förråd;Delta AB;Servicenämnden;2016-01-01;2024-12-31;;;;',
	'U-1;Förråd, del två;Delta AB;Servicenämnden;2016-01-01;2025-12-31;;;;'
];
const costHeader = 'datum;namnd;konto;leverantor;belopp;valuta;it_kostnad;avtals_id';
const costs = [
	costHeader,
	'2026-02-09;Servicenämnden;5400;Alfa AB;100,00;;ja;R-1',
	'2026-02-10;Servicenämnden;5400;Alfa AB;200,00;;ja;R-1',
	'2026-03-02;Servicenämnden;5400;Alfa AB;300,00;;nej;V-1',
	'2026-03-02;Servicenämnden;5400;Alfa AB;999,00;EUR;ja;V-1',
	// Alfa has two contracts that hold, so nobody can say which.
	'2026-04-01;Servicenämnden;5400;Alfa AB;77,00;;ja;',
	'2026-05-01;Skolnämnden;5400;Beta AB;40,00;;ja;L-1',
	'2026-05-01;Skolnämnden;5400;Beta AB;5,00;;ja;',
	'2026-05-02;Servicenämnden;5400;Gamma AB;52,00;;ja;T-1',
	'2025-08-31;Servicenämnden;5400;Gamma AB;-2,00;;ja;T-1'
];
const periods = [costHeader, '2026-02;Servicenämnden;5400;Alfa AB;1,00;;ja;R-1'];

const today = parseIsoDay('2026-08-31');
let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({ 'avtal.csv': contracts, 'kostnader.csv': costs, 'perioder.csv': periods });
});
afterAll(() => database.close());

async function described(id: string, from = database) {
	if (!today) throw new Error('No today.');
	const found = describeContracts(await ask(from, contractList, undefined), today);
	const contract = found.find((candidate) => candidate.key === id);
	if (!contract) throw new Error(`No contract ${id}.`);
	return contract;
}

describe('the list of contracts', () => {
	it('has the days that follow from the terms', async () => {
		expect((await described('L-1')).row).toMatchObject({
			notice_day: '2026-12-31',
			last_safe_start: '2025-12-31',
			latest_end: null
		});
		expect((await described('R-1')).row).toMatchObject({
			notice_day: '2028-02-29',
			latest_end: '2028-08-31',
			last_safe_start: '2027-02-28'
		});
	});

	it('counts what is invoiced on a contract, IT or not, in kronor only', async () => {
		expect((await described('R-1')).row).toMatchObject({ invoiced: kronor(100 + 200 + 1), invoiced_rows: 3 });
		expect((await described('V-1')).row).toMatchObject({ invoiced: kronor(300), invoiced_rows: 1 });
	});

	it('assumes a contract only where the supplier has one that holds, and tells how much', async () => {
		expect((await described('L-1')).row).toMatchObject({ invoiced: kronor(45), assumed: kronor(5) });
		expect((await described('V-1')).row.assumed).toBe(0);
	});

	it('counts the ceiling on the framework and its avrop, from the first day of the framework', async () => {
		const { row, facts } = await described('R-1');
		// Not 9 February; the period February reaches past its tenth day.
		expect(row.ceiling_used).toBe(kronor(200 + 300 + 1));
		expect(facts.ceilingShare).toBeCloseTo(0.501);
		const [behind] = await ask(database, costRowTotals, {
			filters: noFilters,
			ceilingOf: 'R-1',
			anyTag: true
		});
		expect(behind?.amount).toBe(row.ceiling_used);
	});

	it('counts credits against the ceiling, and knows none where none is stated', async () => {
		expect((await described('T-1')).facts.ceilingShare).toBe(1);
		expect((await described('L-1')).facts.ceilingShare).toBeNull();
	});

	it('keeps each line of a contract that stands on several', async () => {
		expect((await described('U-1')).row.end_day).toBe('2024-12-31');
		expect((await described('U-1#2')).row.end_day).toBe('2025-12-31');
	});

	it('sums up what has to be done', async () => {
		if (!today) throw new Error('No today.');
		const found = describeContracts(await ask(database, contractList, undefined), today);
		expect(contractWork(found)).toEqual({
			inForce: 4,
			decideSoon: 1,
			ceilingReached: 1,
			startPassed: 1,
			startSoon: 2,
			unknown: 0
		});
	});

	it('counts a year by its months, and leaves out contracts without rows', async () => {
		const [from, to] = [parseMonth('2025-09'), parseMonth('2026-08')];
		if (!from || !to) throw new Error('No period.');
		const period: Period = { from, to };
		const found = await ask(database, contractYear, period);
		const byId = Object.fromEntries(found.map((row) => [row.contract_id, [row.amount, row.assumed]]));
		expect(byId).toEqual({
			'R-1': [kronor(301), 0],
			'V-1': [kronor(300), 0],
			'L-1': [kronor(45), kronor(5)],
			'T-1': [kronor(52), 0]
		});
	});
});

it('without cost nothing is invoiced that anybody knows of', async () => {
	const alone = await smallEdition({ 'avtal.csv': contracts });
	const { row, facts } = await described('R-1', alone);
	expect(row).toMatchObject({ invoiced: null, invoiced_rows: null, ceiling_used: null });
	expect(facts.ceilingShare).toBeNull();
	await alone.close();
});

it('without contracts the list is empty', async () => {
	const alone = await smallEdition({ 'kostnader.csv': costs });
	expect(await ask(alone, contractList, undefined)).toEqual([]);
	await alone.close();
});
