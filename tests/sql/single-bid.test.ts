import { afterAll, beforeAll, expect, it } from 'vitest';
import { noFilters } from '$lib/domain/filters';
import { costRowTotals } from '$lib/queries/cost-rows';
import { indicators } from '$lib/queries/indicators';
import { ask } from '$lib/queries/query';
import { competitionBy } from '$lib/queries/competition-by';
import { bidsPerContract } from '$lib/queries/single-bid';
import type { NativeDatabase } from '$lib/server/engine/native-engine';
import { smallEdition } from './small-edition';

const kronor = (amount: number) => amount * 100;
const contracts = [
	'avtals_id;benamning;leverantor;namnd;avtalsstart;upphandlingsforfarande;antal_anbud',
	'E-1;Journal;Alfa AB;Servicenämnden;2023-01-01;öppet;1',
	'E-2;Karta;Alfa AB;Servicenämnden;2023-01-01;okänt;1',
	'F-1;Nät;Beta AB;Servicenämnden;2023-01-01;öppet;4',
	'F-2;Lön;Beta AB;Servicenämnden;2023-01-01;förenklat;2',
	'F-3;Bibliotek;Beta AB;Servicenämnden;2023-01-01;;3',
	'D-1;Guide;Gamma AB;Servicenämnden;2023-01-01;direktupphandling;1',
	'O-1;Växel;Gamma AB;Servicenämnden;2023-01-01;öppet;'
];
const costs = [
	'datum;namnd;konto;leverantor;belopp;it_kostnad;avtals_id',
	'2026-01-10;Servicenämnden;5400;Alfa AB;30,00;ja;E-1',
	'2026-01-11;Servicenämnden;5400;Alfa AB;10,00;ja;E-2',
	'2026-01-12;Servicenämnden;5400;Beta AB;60,00;ja;F-1',
	'2026-01-13;Servicenämnden;5400;Beta AB;900,00;nej;F-1',
	'2026-01-14;Servicenämnden;5400;Gamma AB;7,00;ja;D-1',
	'2026-01-15;Servicenämnden;5400;Gamma AB;25,00;ja;O-1',
	'2026-01-16;Servicenämnden;5400;Epsilon AB;500,00;ja;',
	'2026-01-17;Servicenämnden;5400;Alfa AB;3,00;ja;X-9'
];

let database: NativeDatabase;
beforeAll(async () => {
	database = await smallEdition({ 'avtal.csv': contracts, 'kostnader.csv': costs });
});
afterAll(() => database.close());

const figure = async (name: string, from = database) =>
	(await indicators(from, noFilters)).find((candidate) => candidate.name === name);

it('direct awards stand apart, and an unknown procedure counts by its bids', async () => {
	const rows = await ask(database, bidsPerContract, noFilters);
	const found = Object.fromEntries(rows.map((row) => [row.competition, [row.contracts, row.amount]]));
	expect(found).toEqual({
		ett: [2, kronor(30 + 10)],
		flera: [3, kronor(60)],
		'utan annons': [1, kronor(7)],
		okänt: [1, kronor(25)]
	});
	// Epsilon has no contract, and X-9 is not in the register.
	expect(rows.every((row) => row.outside_amount === kronor(503))).toBe(true);
});

it('two of five contracts with known bids had one, and 40 of 100 kronor', async () => {
	expect(await figure('ettanbudsandel')).toMatchObject({
		value: 2 / 5,
		numerator: 2,
		denominator: 5,
		known: 5 / 6
	});
	expect(await figure('ettanbudsandel_kronor')).toMatchObject({
		value: 0.4,
		numerator: kronor(40),
		denominator: kronor(100),
		known: 100 / 125
	});
});

it('each supplier has its kronor by competition, and all together are the IT cost', async () => {
	const rows = (await ask(database, competitionBy, { filters: noFilters, by: 'supplier' })).filter(
		({ all_keys }) => !all_keys
	);
	expect(rows.map((row) => [row.key, row.competition, row.amount])).toEqual([
		['ALFA AB', 'ett', kronor(40)],
		['ALFA AB', 'utanför', kronor(3)],
		['BETA AB', 'flera', kronor(60)],
		['EPSILON AB', 'utanför', kronor(500)],
		['GAMMA AB', 'okänt', kronor(25)],
		['GAMMA AB', 'utan annons', kronor(7)]
	]);
	expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(kronor(635));
});

it('the rows behind a part sum to it', async () => {
	for (const { competition, amount } of await ask(database, bidsPerContract, noFilters)) {
		const [behind] = await ask(database, costRowTotals, { filters: noFilters, competition });
		expect(behind?.amount, competition).toBe(amount);
	}
});

it('a filter moves the kronor but not the count of the register', async () => {
	const rows = await ask(database, bidsPerContract, { ...noFilters, suppliers: ['BETA AB'] });
	expect(rows.find((row) => row.competition === 'ett')).toMatchObject({ contracts: 2, amount: 0 });
	expect(rows.find((row) => row.competition === 'flera')).toMatchObject({
		contracts: 3,
		amount: kronor(60)
	});
});

it('is unknown without contracts, and by count alone without costs', async () => {
	const onlyCosts = await smallEdition({ 'kostnader.csv': costs });
	expect(await figure('ettanbudsandel', onlyCosts)).toMatchObject({ value: null, numerator: null });
	expect(await figure('ettanbudsandel_kronor', onlyCosts)).toMatchObject({ value: null });
	await onlyCosts.close();
	const onlyContracts = await smallEdition({ 'avtal.csv': contracts });
	expect(await figure('ettanbudsandel', onlyContracts)).toMatchObject({ value: 0.4 });
	expect(await figure('ettanbudsandel_kronor', onlyContracts)).toMatchObject({ value: null });
	await onlyContracts.close();
});
