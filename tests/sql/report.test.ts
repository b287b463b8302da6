import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseIsoDay } from '$lib/domain/day';
import type { Recipe } from '$lib/import/answers';
import type { ByteSource } from '$lib/read/byte-source';
import { runReport, type ReportOutcome } from '$lib/server/report/run-report';
import { csvSource, hasRealFiles, realSource } from '../support/sources';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'genomlys-rapport-'));
});

afterEach(async () => {
	await rm(folder, { recursive: true, force: true });
});

async function report(sources: ByteSource[], recipe: Recipe | null = null): Promise<ReportOutcome> {
	const today = parseIsoDay('2026-08-31');
	if (!today) throw new Error('not a day');
	return runReport({ sources, outputFolder: folder, today, recipe, municipality: 'Provköping' });
}

/** A written table as objects by header; values are text as they stand. */
async function table(name: string): Promise<Record<string, string>[]> {
	const text = await readFile(join(folder, name), 'utf8');
	expect(text.startsWith('\ufeff')).toBe(true);
	expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
	return Papa.parse<Record<string, string>>(text.slice(1), {
		header: true,
		delimiter: ';',
		skipEmptyLines: true
	}).data;
}

async function indicator(name: string): Promise<Record<string, string> | undefined> {
	return (await table('nyckeltal.csv')).find((row) => row.nyckeltal === name);
}

const costs = csvSource('kostnader.csv', [
	'datum;namnd;konto;konto_text;leverantor;organisationsnummer;belopp;valuta;it_kostnad;kostnadsslag;avtals_id',
	'2026-01-15;UBN;74311;Licenser;Stor AB;559900-0014;600,00;SEK;;;A1',
	'2026-02;UBN;74310;Drift;Liten AB;559900-0022;300,00;;;;',
	'2026-03-15;KS;74314;Utveckling;Stor AB;;100,00;SEK;;;',
	'2026-03-16;KS;74311;Licenser;;;50,00;SEK;;;',
	'2026-03-17;KS;74510;Konsulter;Tredje AB;;150,00;SEK;;;',
	'2026-03-18;KS;50110;Löner;;;9000,00;SEK;;;',
	'2026-03-19;KS;74311;Licenser;Stor AB;559900-0014;999,00;EUR;;;',
	'2026-03-20;KS;74311;Licenser;Kredit AB;;-200,00;SEK;;;',
	'2026-03-21;KS;74311;Licenser;Fjärde AB;;40,00;SEK;nej;;'
]);
const contracts = csvSource('avtal.csv', [
	'avtals_id;benamning;leverantor;organisationsnummer;namnd;upphandlingsforfarande;antal_anbud;avtalsstart;avtalsslut;forlangningssatt;forlangning_antal;forlangning_manader;forlangning_nyttjad;uppsagningstid_manader;takvolym',
	'A1;Plattform;Stor AB;559900-0014;UBN;öppet;1;2025-01-01;2027-06-30;option;2;12;1;6;1000',
	'A2;Drift;Liten AB;559900-0022;UBN;öppet;3;2025-01-01;2026-02-10;;;;;;',
	'A3;Direkt;Femte AB;;UBN;direktupphandling;1;2025-01-01;2026-12-31;;;;;;'
]);

describe('a report over a folder', () => {
	it('gives the indicators that a person can add up by hand', async () => {
		await report([costs, contracts]);
		// Kronor in SEK: 600 + 300 + 100 + 50 + 150 + 9 000 − 200 + 40.
		expect(await indicator('total_kostnad')).toMatchObject({ enhet: 'kr', varde: '10040,00' });
		// IT by account rules: 600 + 300 + 100 + 50 − 200; the row tagged "nej" in the file stays out.
		expect((await indicator('it_kostnad'))?.varde).toBe('850,00');
		// Candidates 150 of |600|+|300|+|100|+|50|+|−200| + 150.
		expect(await indicator('otaggad_andel')).toMatchObject({ taljare: '150,00', namnare: '1400,00' });
		// Stor AB 700 (its row without a number has the same name), Liten AB 300, Kredit AB floored at 0: 70² + 30².
		expect(Number((await indicator('hhi'))?.varde?.replace(',', '.'))).toBeCloseTo(5800, 4);
		expect(await indicator('topp1_andel')).toMatchObject({
			varde: '0,70000000',
			taljare: '700,00',
			namnare: '1000,00'
		});
		expect((await indicator('golvat_belopp'))?.varde).toBe('200,00');
		// One of the two contracts with known bids had one; the direct award is left out.
		expect(await indicator('ettanbudsandel')).toMatchObject({
			varde: '0,50000000',
			taljare: '1',
			namnare: '2'
		});
		// On A1: 600 + 100 assumed. On A2: the period row of February, valid to the 10th.
		expect(await indicator('ettanbudsandel_kronor')).toMatchObject({ taljare: '700,00', namnare: '1000,00' });
		// Without contract: 50 without supplier and the credit of −200.
		expect((await indicator('kostnad_utan_avtal'))?.varde).toBe('-150,00');
		expect((await indicator('licenskostnad'))?.varde).toBe('450,00');
	});

	it('lists suppliers largest first, without flooring, and those without one on a row of their own', async () => {
		await report([costs]);
		const rows = (await table('leverantorer.csv')).map((row) => [
			row.leverantor,
			row.organisationsnummer,
			row.kostnad,
			row.andel
		]);
		expect(rows).toEqual([
			['Stor AB', '559900-0014', '700,00', '0,700000'],
			['Liten AB', '559900-0022', '300,00', '0,300000'],
			['Utan leverantör', '', '50,00', ''],
			['Kredit AB', '', '-200,00', '0,000000']
		]);
	});

	it('computes the days and the ceiling of contracts', async () => {
		await report([costs, contracts]);
		const [first] = await table('avtal.csv');
		expect(first).toMatchObject({
			sista_uppsagningsdag: '2026-12-31',
			senaste_slut: '2028-06-30',
			sista_upphandlingsstart: '2025-12-31',
			fakturerat: '700,00',
			takvolym_uttag: '0,700000'
		});
	});

	it('lists the gaps between ledger and register, with why', async () => {
		await report([costs, contracts]);
		const rows = await table('avtalsluckor.csv');
		expect(rows.map((row) => [row.typ, row.avtals_id, row.leverantor, row.belopp])).toEqual([
			['kostnad_utan_avtal', '', 'Utan leverantör', '50,00'],
			['kostnad_utan_avtal', '', 'Kredit AB', '-200,00'],
			['avtal_utan_kostnad', 'A3', 'Femte AB', '0,00']
		]);
		expect(rows[0]?.orsak).toBe('1 rad utan avtals-id och utan känt avtal hos leverantören den dagen');
		expect(rows[2]).toMatchObject({
			organisationsnummer: '',
			orsak: 'Inget fakturerat på avtalet eller på avrop under det i de inlästa månaderna'
		});
	});

	it('lists how bound systems are; what nobody knows is empty and the low months the least it takes', async () => {
		const systems = csvSource('system.csv', [
			'system_id;namn;namnd;leverantor;avtals_id;antal_anvandare;integrationer;suv_strategisk;suv_rattslig;suv_data;suv_drift;suv_leveranskedja;suv_teknik;suv_sakerhet;suv_miljo',
			'S1;Plattformen;UBN;Stor AB;A1;100;2;3;2;4;4;3;3;4;2',
			'S2;Glömda;UBN;;;;;1;;;;;;;'
		]);
		await report([costs, contracts, systems]);
		const [bound, forgotten, ...others] = await table('systembindning.csv');
		expect(others).toEqual([]);
		// On A1, which only S1 names: 600 + 100 in three months, 233,33 a month. At low 150 000 + 100 × 300 + 2 × 60 000,
		// a month beside the old, 100 × 420, ten months of the contract (to 2027-06-30) and 250 000.
		expect(bound).toMatchObject({
			system_id: 'S1',
			namn: 'Plattformen',
			kostnad: '700,00',
			bindning: '1,000000',
			suveranitet: '2'
		});
		const low = (150_000 + 30_000 + 120_000 + 42_000 + 250_000) / (700 / 3) + 1 + 10;
		expect(Math.abs(Number(bound?.exitmanader_lag?.replace(',', '.')) - low)).toBeLessThanOrEqual(0.1);
		expect(Number(bound?.exitmanader_trolig?.replace(',', '.'))).toBeGreaterThan(low);
		expect(forgotten).toMatchObject({
			system_id: 'S2',
			kostnad: '',
			bindning: '',
			exitmanader_lag: '',
			exitmanader_trolig: '',
			exitmanader_hog: '',
			suveranitet: ''
		});
		expect(Object.keys(forgotten ?? {})).toEqual([
			'system_id',
			'namn',
			'kostnad',
			'bindning',
			'exitmanader_lag',
			'exitmanader_trolig',
			'exitmanader_hog',
			'suveranitet',
			'utgava',
			'regelversion',
			'avstamd'
		]);
	});

	it('tells what binds to each supplier, and leaves what nobody knows empty', async () => {
		await report([costs, contracts]);
		const rows = await table('leverantorsberoende.csv');
		expect(Object.keys(rows[0] ?? {})).toEqual([
			'leverantor',
			'organisationsnummer',
			'kostnad',
			'andel',
			'antal_avtal',
			'antal_system',
			'antal_namnder',
			'ettanbud_kronor',
			'exitberedskap_min',
			'exitberedskap_max',
			'ar_sedan_konkurrens',
			'kompetensberoende',
			'utgava',
			'regelversion',
			'avstamd'
		]);
		const cells = rows.map((row) => Object.values(row).slice(0, 12));
		expect(cells).toEqual([
			// A1 had one bid; its notice of six months is a no, the five other questions have no answer.
			[
				'Stor AB',
				'559900-0014',
				'700,00',
				'0,700000',
				'1',
				'',
				'2',
				'700,00',
				'0,000000',
				'0,833333',
				'',
				''
			],
			// A2 had three bids on 2025-01-01, one year and 242 of 365 days before 2026-08-31, and has ended.
			['Liten AB', '559900-0022', '300,00', '0,300000', '1', '', '1', '0,00', '', '', '1,66', ''],
			['Femte AB', '', '0,00', '0,000000', '1', '', '0', '0,00', '0,000000', '1,000000', '', ''],
			['Kredit AB', '', '-200,00', '0,000000', '0', '', '1', '0,00', '', '', '', '']
		]);
		await report([costs]);
		expect((await table('leverantorsberoende.csv'))[0]).toMatchObject({
			kostnad: '700,00',
			antal_avtal: '',
			ettanbud_kronor: '',
			exitberedskap_max: ''
		});
		await report([contracts]);
		expect((await table('leverantorsberoende.csv'))[0]).toMatchObject({ kostnad: '', antal_avtal: '1' });
	});

	it('leaves figures without data empty, never 0', async () => {
		await report([contracts]);
		for (const name of [
			'total_kostnad',
			'it_kostnad',
			'hhi',
			'kostnad_utan_avtal',
			'oanvanda_licenser_kronor'
		]) {
			expect((await indicator(name))?.varde).toBe('');
		}
		expect((await table('avtal.csv')).map((row) => row.fakturerat)).toEqual(['', '', '']);
		await report([costs]);
		expect((await indicator('kostnad_utan_avtal'))?.varde).toBe('');
		expect((await indicator('ettanbudsandel'))?.varde).toBe('');
	});

	it('writes periods as ÅÅÅÅ-MM and tags where the file has none', async () => {
		await report([costs]);
		const rows = await table('kostnader.csv');
		expect(rows.map((row) => row.datum)).toContain('2026-02');
		expect(rows.find((row) => row.konto === '74314')).toMatchObject({
			it_kostnad: 'ja',
			kostnadsslag: 'Konsult',
			inriktning: 'utveckling',
			taggkalla: 'regel'
		});
		expect(rows.find((row) => row.konto === '74510')).toMatchObject({ it_kostnad: '', kandidat: 'ja' });
		expect(rows.find((row) => row.leverantor === 'Fjärde AB')).toMatchObject({
			it_kostnad: 'nej',
			taggkalla: 'fil'
		});
	});

	it('gives the same figures from its own kostnader.csv', async () => {
		await report([costs, contracts]);
		const before = await table('nyckeltal.csv');
		const written = await readFile(join(folder, 'kostnader.csv'), 'utf8');
		await report([csvSource('kostnader.csv', written), contracts]);
		const strip = (rows: Record<string, string>[]) => rows.map(({ nyckeltal, varde }) => [nyckeltal, varde]);
		expect(strip(await table('nyckeltal.csv'))).toEqual(strip(before));
	});

	it('lists refused files and rejected rows with where and why, and reads the rest', async () => {
		const outcome = await report([
			csvSource('bra.csv', [
				'datum;namnd;konto;leverantor;belopp',
				'2026-01-01;UBN;74310;A AB;5,00',
				'2026-01-01;UBN;74310;A AB;x'
			]),
			csvSource('tom.csv', ''),
			csvSource('minus.csv', ['datum;namnd;konto;leverantor;belopp', '2026-01-01;UBN;74310;A AB;-5,00'])
		]);
		expect(outcome).toEqual({ files: 3, refusedFiles: 2, rejectedRows: 1, acceptedRows: 1 });
		expect(
			(await table('import.csv')).map((row) => [
				row.fil,
				row.tabell,
				row.rader_lasta,
				row.rader_godkanda,
				row.rader_avvisade
			])
		).toEqual([
			['bra.csv', 'kostnader', '2', '1', '1'],
			['tom.csv', 'okänd', '0', '0', '0'],
			['minus.csv', 'kostnader', '1', '0', '1']
		]);
		const rejected = await table('avvisade_rader.csv');
		expect(rejected.map((row) => [row.fil, row.rad, row.kolumn, row.varde])).toEqual([
			['bra.csv', '3', 'belopp', 'x'],
			['tom.csv', '', '', ''],
			['minus.csv', '', '', '']
		]);
		expect(rejected.every((row) => /\.$/.test(row.orsak ?? ''))).toBe(true);
	});

	it('takes answers from a recipe', async () => {
		const file = csvSource('minus.csv', ['namnd;konto;leverantor;belopp', 'UBN;74310;A AB;-5,00']);
		const recipe: Recipe = {
			format: 1,
			recept: [{ fil: 'minus*.csv', svar: { tecken: 'minus', period: '2026-05' } }]
		};
		await report([file], recipe);
		expect(await table('kostnader.csv')).toMatchObject([{ datum: '2026-05', belopp: '5,00' }]);
	});

	it('leaves no half-written file behind', async () => {
		await report([costs]);
		expect((await readdir(folder)).sort()).toEqual([
			'avtal.csv',
			'avtalsluckor.csv',
			'avvisade_rader.csv',
			'budgetuppfoljning.csv',
			'dubbletter.csv',
			'import.csv',
			'kostnader.csv',
			'leverantorer.csv',
			'leverantorsberoende.csv',
			'licenser.csv',
			'nyckeltal.csv',
			'systembindning.csv',
			'systemkarta.csv',
			'uttag.json'
		]);
	});
});

describe.skipIf(!hasRealFiles)('one real month of a municipality’s invoices', () => {
	const csvFile = 'invoices/orebro_2016-03_semikolon_cp1252_decimalkomma.csv';
	const workbook = 'invoices/orebro_2016-03_leverantorsfakturor_maskerad.xlsx';

	it.each([
		['csv', csvFile],
		['xlsx', workbook]
	])(
		'%s: 68 021 rows, 450 187 283,39 kr, 962 IT rows of 10 720 175,85 kr, top supplier 28,0 %%, HHI 1 433 ± 15',
		async (_, path) => {
			await report([realSource(path)]);
			expect(await table('import.csv')).toMatchObject([
				{ rader_lasta: '68021', rader_godkanda: '68021', rader_avvisade: '0', summa: '450187283,39' }
			]);
			expect((await indicator('it_kostnad'))?.varde).toBe('10720175,85');
			const it = (await table('kostnader.csv')).filter((row) => row.it_kostnad === 'ja');
			expect(it).toHaveLength(962);
			const share = Number((await indicator('topp1_andel'))?.varde?.replace(',', '.'));
			expect(share).toBeCloseTo(0.28, 3);
			const hhi = Number((await indicator('hhi'))?.varde?.replace(',', '.'));
			expect(Math.abs(hhi - 1433)).toBeLessThanOrEqual(15);
		},
		120_000
	);

	it('the agency file has 507 rows, 6 of them in NOK outside the sum, and 291 empty ones', async () => {
		await report([realSource('invoices/digg_2024-Q3_leverantorsfakturor.csv')]);
		expect(await table('import.csv')).toMatchObject([
			{ rader_lasta: '798', rader_godkanda: '507', tomma_rader: '291' }
		]);
		expect((await table('kostnader.csv')).filter((row) => row.valuta === 'NOK')).toHaveLength(6);
	});

	it('the region’s file with bare CR has 4 rows', async () => {
		await report([realSource('invoices/vgr_2026-01_real_4rows_cr_only.csv')]);
		expect(await table('import.csv')).toMatchObject([
			{ rader_godkanda: '4', summa: '5047504,73', decimaltecken: 'punkt' }
		]);
	});

	it('Swedish IT procurements of 2021: 25,3 % of 968 had one bid', async () => {
		await report([realSource('procurement/uhm_2021_antal_anbud_IT.csv')]);
		expect(await indicator('ettanbudsandel')).toMatchObject({ taljare: '245', namnare: '968' });
	});
});
