import { describe, expect, it } from 'vitest';
import type { SourceRecord } from '$lib/read/record';
import { openTableFile } from '$lib/read/table-file';
import {
	accounts,
	asidesOf,
	head,
	openSieFile,
	recordsOf,
	rowsOf,
	sieSource,
	twoVouchers
} from '../support/sie';

describe('the vouchers of a SIE file become cost', () => {
	it('takes transactions on account classes 4 to 7, with the words that the file has for them', async () => {
		const file = await openSieFile(sieSource(twoVouchers));
		expect(await rowsOf(file, 'Verifikationer')).toEqual([
			{
				datum: '20260114',
				konto: '6540',
				konto_text: 'IT-tjänster',
				verifikationsnummer: 'A12',
				text: 'Drift "molnet"',
				belopp: '1000.50',
				Förvaltning: 'Skolförvaltningen',
				Ansvar: '3001'
			},
			{
				datum: '20260115',
				konto: '5420',
				konto_text: 'Programvaror',
				verifikationsnummer: 'A12',
				text: 'Faktura januari',
				belopp: '200',
				Förvaltning: '',
				Ansvar: ''
			},
			{
				datum: '20260220',
				konto: '6540',
				konto_text: 'IT-tjänster',
				verifikationsnummer: 'A13',
				text: 'Kredit',
				belopp: '-100.00',
				Förvaltning: '',
				Ansvar: ''
			}
		]);
	});

	it('says which line of the file each row stands on', async () => {
		const file = await openSieFile(sieSource(twoVouchers));
		const rows = (await recordsOf(file.tables[0])).map((record) => record.row);
		expect(rows).toEqual([0, 15, 16, 21]);
	});

	it('tells what is not counted, with rows and kronor', async () => {
		const file = await openSieFile(
			sieSource([
				...head,
				'#VER A 1 20260115 ""',
				'{',
				'#TRANS 6540 {} 80',
				'#TRANS 2640 {} 20',
				'#TRANS 1930 {} -100',
				'#TRANS 3010 {} -50',
				'#TRANS 1510 {} 50',
				'#RTRANS 6540 {} 7.25',
				'#BTRANS 5420 {} -3',
				'#TRANS 8310 {} 4',
				'#TRANS 1930 {} -4',
				'}'
			])
		);
		expect(asidesOf(file)).toEqual([
			{
				what: 'transaktioner på konto 1 och 2 (balansräkningen) räknas inte som kostnad',
				rows: 4,
				sum: -3400
			},
			{ what: 'transaktion på konto 3 (intäkter) räknas inte som kostnad', rows: 1, sum: -5000 },
			{ what: 'transaktion på konto 8 räknas inte som kostnad', rows: 1, sum: 400 },
			{ what: 'tillagd rad (#RTRANS) räknas inte: samma rad står som vanlig transaktion', rows: 1, sum: 725 },
			{ what: 'borttagen rad (#BTRANS) räknas inte', rows: 1, sum: -300 }
		]);
		expect(await rowsOf(file, 'Verifikationer')).toMatchObject([{ konto: '6540', belopp: '80' }]);
	});

	it('lets a person choose other account classes', async () => {
		const file = await openSieFile(sieSource(twoVouchers), { accountClasses: [5] });
		expect(await rowsOf(file, 'Verifikationer')).toMatchObject([{ konto: '5420', belopp: '200' }]);
		expect(asidesOf(file)).toContainEqual({
			what: 'transaktioner på konto 6 räknas inte som kostnad',
			rows: 2,
			sum: 90050
		});
	});

	it('never gives an employee a column, whatever number the dimension has', async () => {
		const file = await openSieFile(
			sieSource([
				...head,
				'#DIM 25 "Anställda"',
				'#OBJEKT 7 "12" "Person Ett"',
				'#VER A 1 20260115 ""',
				'{',
				'#TRANS 7010 {7 "12" 6 "P1"} 10',
				'#TRANS 7010 {25 "13"} 5',
				'#TRANS 1930 {} -15',
				'}'
			])
		);
		expect(await rowsOf(file, 'Verifikationer')).toMatchObject([{ Projekt: 'P1' }, { Projekt: '' }]);
		const text = JSON.stringify(await recordsOf(file.tables[0]));
		expect(text).not.toMatch(/Person Ett|"12"|"13"|Anställd/);
		expect(asidesOf(file)).toContainEqual({
			what: 'transaktioner anger en anställd, som är en person: den uppgiften läses inte',
			rows: 2,
			sum: null
		});
	});

	it('keeps two suppliers of one name apart by their numbers', async () => {
		const file = await openSieFile(
			sieSource([
				...head,
				'#OBJEKT 9 "1" "Data AB"',
				'#OBJEKT 9 "2" "Data AB"',
				'#OBJEKT 9 "3" "Moln AB"',
				'#VER A 1 20260115 ""',
				'{',
				...['1', '2', '3', '4'].map((number) => `#TRANS 6540 {9 "${number}"} 1`),
				'#TRANS 1930 {} -4',
				'}'
			])
		);
		const suppliers = (await rowsOf(file, 'Verifikationer')).map((row) => row['Leverantör']);
		expect(suppliers).toEqual(['Data AB (1)', 'Data AB (2)', 'Moln AB', '4']);
	});

	it('adds the currency where the file is not in kronor', async () => {
		const file = await openSieFile(sieSource([...twoVouchers, '#VALUTA EUR']));
		expect((await rowsOf(file, 'Verifikationer')).map((row) => row['valuta'])).toEqual(['EUR', 'EUR', 'EUR']);
		const kronor = await openSieFile(sieSource([...twoVouchers, '#VALUTA sek']));
		expect(Object.keys((await rowsOf(kronor, 'Verifikationer'))[0] ?? {})).not.toContain('valuta');
	});

	it('flags every row of a voucher that does not balance, with voucher and difference', async () => {
		const file = await openSieFile(
			sieSource([
				...head,
				'#VER B 7 20260115 ""',
				'{',
				'#TRANS 6540 {} 100.10',
				'#TRANS 1930 {} -100.00',
				'}',
				'#VER B 8 20260115 ""',
				'{',
				'#TRANS 6540 {} 0.10',
				'#TRANS 6540 {} 0.20',
				'#TRANS 1930 {} -0.30',
				'}'
			])
		);
		const records = await recordsOf(file.tables[0]);
		expect(records.map((record) => record.remarks?.length ?? 0)).toEqual([0, 1, 0, 0]);
		expect(records[1]?.remarks?.[0]).toEqual({
			kind: 'obalanserat_verifikat',
			reason:
				'Verifikat B 7 på rad 7 balanserar inte: debet och kredit skiljer 0,10 kr. Jämför med källsystemet.'
		});
	});

	it('keeps voucher 1 of series 11 apart from voucher 11 of series 1', async () => {
		const voucher = (series: string, number: string): string[] => [
			`#VER ${series} ${number} 20260115 ""`,
			'{',
			'#TRANS 6540 {} 0',
			'}'
		];
		const file = await openSieFile(
			sieSource([...head, ...voucher('11', '1'), ...voucher('1', '11'), ...voucher('K', '""')])
		);
		const numbers = (await rowsOf(file, 'Verifikationer')).map((row) => row['verifikationsnummer']);
		expect(numbers).toEqual(['11-1', '1-11', '']);
	});
});

describe('a damaged SIE file is told kindly', () => {
	const broken = async (row: string): Promise<SourceRecord | undefined> => {
		const file = await openSieFile(sieSource([...head, '#VER A 1 20260115 "Text"', '{', row, '}']));
		return (await recordsOf(file.tables[0]))[1];
	};

	it('keeps a row that cannot be read, with the reason', async () => {
		expect((await broken('#TRANS {} 100'))?.broken).toContain('Raden saknar konto');
		expect((await broken('#TRANS 6540 {} tusen'))?.broken).toContain('Beloppet tusen är inget tal');
		expect((await broken('#TRANS 6540 {} 1,234'))?.broken).toContain('Beloppet 1,234 är inget tal');
		expect((await broken('#TRANS 6540 {}'))?.broken).toContain('Raden saknar belopp');
		expect((await broken('#TRANS 6540 {1 "30 100.00'))?.broken).toContain('klammer');
		expect((await broken('#TRANS 6540 {} "100.00'))?.broken).toContain('citattecken');
	});

	it('reads a row whose text lacks a quotation mark, and flags it', async () => {
		const record = await broken('#TRANS 6540 {} 100.00 20260114 "19" skärm"');
		expect(record).toMatchObject({
			cells: ['20260114', '6540', '', 'A1', '19" skärm', '100.00'],
			remarks: [{ kind: 'ofullstandig_uppgift' }, { kind: 'obalanserat_verifikat' }]
		});
		expect(record?.broken).toBeUndefined();
		const open = await broken('#TRANS 6540 {} 100.00 20260114 "Drift av molnet');
		expect(open?.cells[4]).toBe('Drift av molnet');
		expect(open?.remarks?.[0]?.kind).toBe('ofullstandig_uppgift');
	});

	it('reads a text without quotation marks to its end, and never the initials behind it', async () => {
		expect((await broken('#TRANS 6540 {} 100.00 20260114 Drift av molnet'))?.cells[4]).toBe(
			'Drift av molnet'
		);
		expect((await broken('#TRANS 6540 {} 100.00 20260114 Drift 2.00 "AB"'))?.cells[4]).toBe('Drift');
		expect((await broken('#TRANS 6540 {} 100.00 20260114 "Drift av" 2 "AB"'))?.cells[4]).toBe('Drift av');
	});

	it('reads amounts with a comma, a trailing minus or noughts beyond the öre', async () => {
		const amount = async (text: string) => (await broken(`#TRANS 6540 {} ${text}`))?.cells[5];
		expect(await amount('12,50')).toBe('12,50');
		expect(await amount('12.500')).toBe('12.50');
		expect(await amount('1234.50-')).toBe('1234.50-');
		expect(await amount('12.345')).toBe(12.345);
	});

	it('reads on after what it does not know, and counts it', async () => {
		const file = await openSieFile(
			sieSource([
				...head,
				'#MOMSKOD 10 "Utgående"',
				'#VER A 1 20260115 "Text"',
				'{',
				'#TRANS 6540 {} 100',
				'fortsättning av en text',
				'#TRANS 1930 {} -100',
				'\u001a'
			])
		);
		expect(await rowsOf(file, 'Verifikationer')).toHaveLength(1);
		expect(asidesOf(file).slice(1)).toEqual([
			{ what: 'rad med etiketter som SIE inte känner (#MOMSKOD) lästes inte', rows: 1, sum: null },
			{ what: 'rad utan etikett lästes inte', rows: 1, sum: null },
			{ what: 'verifikat saknar slutklammer: filen kan vara avklippt eller skadad där', rows: 1, sum: null }
		]);
	});

	it('is still SIE without #FLAGGA, and after a line of junk', async () => {
		const file = await openSieFile(sieSource(['Utdrag 2026-03-01', '', ...twoVouchers.slice(3)]));
		expect(await rowsOf(file, 'Verifikationer')).toHaveLength(3);
	});

	it('refuses a web page that is saved as .se, and says that an empty ledger is empty', async () => {
		const page = await openTableFile(sieSource(['<!DOCTYPE HTML>', '<html><body>404</body></html>']));
		expect(page).toMatchObject({ problem: { code: 'inte_en_tabell' } });
		const empty = await openTableFile(sieSource([...head, ...accounts]));
		expect(empty).toMatchObject({ problem: { code: 'bara_rubrik' } });
	});

	it('gives a table without rows where no transaction is cost, so that they are told', async () => {
		const file = await openSieFile(
			sieSource([...head, '#VER A 1 20260115 ""', '{', '#TRANS 1510 {} 5', '#TRANS 3010 {} -5', '}'])
		);
		expect(await recordsOf(file.tables[0])).toHaveLength(1);
		expect(asidesOf(file).map(({ rows, sum }) => [rows, sum])).toEqual([
			[1, 500],
			[1, -500]
		]);
	});
});
