import { zipSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import { csvSource, importRows, workbookSource } from '../support/sources';

const header = 'datum;namnd;konto;leverantor;organisationsnummer;text;belopp';

describe('a cost file', () => {
	it('is recognised although its header stands on line 4 under other names', async () => {
		const { result, accepted } = await importRows(
			csvSource(
				'uttag.csv',
				[
					'Rapport uttagen 2026-09-01',
					'',
					'Kommun: Lindskär',
					'Bokf.datum;NÄMND_NAMN;Konto;Levnamn;Lev.orgnr;UTFALL;Belopp inkl moms',
					'20260131;Kulturnämnden;74310 Köp IT-tjänster;Nordvinge Data AB;559900-0014;1 204,50;1505,63',
					'202602;Kulturnämnden;74310 Köp IT-tjänster;Nordvinge Data AB;559900-0014;318,00-;-397,50'
				],
				'windows-1252'
			)
		);
		expect(result.kind).toBe('cost');
		expect(result.plan?.headerRow).toBe(4);
		expect(result.totals).toMatchObject({ read: 2, accepted: 2, rejected: 0, empty: 0, sum: 88650 });
		expect(accepted[0]).toMatchObject({
			row: 5,
			isPeriod: false,
			by: { datum: '2026-01-31', konto: '74310', konto_text: 'Köp IT-tjänster', belopp: 120450 }
		});
		expect(accepted[1]).toMatchObject({ isPeriod: true, by: { datum: '2026-02-01', belopp: -31800 } });
	});

	it('rejects rows with reasons and counts empty ones, so that all adds up', async () => {
		const { result, rejected } = await importRows(
			csvSource('kostnader.csv', [
				header,
				'2026-01-01;UBN;74310;A AB;;;12,50',
				';;;;;;',
				'2026-02-31;UBN;74310;A AB;;;1,00',
				';UBN;74310;A AB;;;1,00',
				'2026-01-02;UBN;74310;A AB;;;abc',
				'2026-01-03;UBN;74310;A AB;;;',
				'2026-01-03;UBN;74310;A; AB;;;5,00',
				'Summa;;;;;;13,50',
				''
			])
		);
		expect(result.totals).toMatchObject({ read: 9, accepted: 1, rejected: 6, empty: 2, sum: 1250 });
		expect(rejected.map(({ row, kind, column }) => [row, kind, column])).toEqual([
			[4, 'fel_datum', 'datum'],
			[5, 'saknar_datum', 'datum'],
			[6, 'fel_belopp', 'belopp'],
			[7, 'saknar_belopp', 'belopp'],
			[8, 'fel_antal_kolumner', ''],
			[9, 'summarad', 'datum']
		]);
	});

	it('takes the month from the file name when there is no date, and asks otherwise', async () => {
		const lines = ['namnd;konto;leverantor;belopp', 'UBN;74310;A AB;12,50'];
		const named = await importRows(csvSource('faktura_2016-03.csv', lines));
		expect(named.accepted[0]).toMatchObject({ isPeriod: true, by: { datum: '2016-03-01' } });
		const unnamed = await importRows(csvSource('faktura.csv', lines));
		expect(unnamed.result.problem).toMatchObject({ code: 'fraga', question: 'period' });
		expect(unnamed.accepted).toEqual([]);
		const answered = await importRows(csvSource('faktura.csv', lines), { answers: { period: '2026-05' } });
		expect(answered.accepted[0]?.by.datum).toBe('2026-05-01');
	});

	it('asks for the sign when most amounts are negative, and turns them by the answer', async () => {
		const lines = [
			header,
			'2026-01-01;UBN;1;A;;;-100,00',
			'2026-01-01;UBN;1;A;;;-50,00',
			'2026-01-01;UBN;1;A;;;10,00'
		];
		expect((await importRows(csvSource('k.csv', lines))).result.problem?.question).toBe('tecken');
		const turned = await importRows(csvSource('k.csv', lines), { answers: { tecken: 'minus' } });
		expect(turned.result.totals?.sum).toBe(14000);
		const kept = await importRows(csvSource('k.csv', lines), { answers: { tecken: 'plus' } });
		expect(kept.result.totals?.sum).toBe(-14000);
	});

	it('asks for the decimal sign in a column where 12.500 can be read in two ways', async () => {
		const lines = [header, '2026-01-01;UBN;1;A;;;12.500', '2026-01-01;UBN;1;A;;;1.250'];
		expect((await importRows(csvSource('k.csv', lines))).result.problem?.question).toBe('decimaltecken');
		const comma = await importRows(csvSource('k.csv', lines), { answers: { decimaltecken: ',' } });
		expect(comma.result.totals?.sum).toBe(1375000);
		const point = await importRows(csvSource('k.csv', lines), { answers: { decimaltecken: '.' } });
		expect(point.result.totals?.sum).toBe(1375);
	});

	it('keeps other currencies out of the sum', async () => {
		const { result } = await importRows(
			csvSource('k.csv', [
				'datum;namnd;konto;leverantor;belopp;valuta',
				'2026-01-01;UBN;1;A;10,00;SEK',
				'2026-01-01;UBN;1;A;20,00;',
				'2026-01-01;UBN;1;A;100,00;NOK'
			])
		);
		expect(result.totals).toMatchObject({ accepted: 3, sum: 3000, otherCurrencies: { NOK: 10000 } });
	});

	it('flags identical rows with kronor but counts them', async () => {
		const row = '2026-01-01;UBN;1;A;;;10,00';
		const { result } = await importRows(csvSource('k.csv', [header, row, row, row]));
		expect(result.totals).toMatchObject({ accepted: 3, sum: 3000 });
		expect(result.totals?.problems).toMatchObject([{ kind: 'identisk_rad', rows: 2, amount: 2000 }]);
	});

	it('gives a sole trader the same number for the same person, in rejected rows too', async () => {
		const { accepted, rejected } = await importRows(
			csvSource('k.csv', [
				header,
				'2026-01-01;UBN;1;Påhittad Ett;189001019802;Arvode 18900101-9802;10,00',
				'2026-01-02;UBN;1;Påhittad E.;900101-9802;;10,00',
				'2026-01-02;UBN;1;Påhittad Ett;900101-9802;;fel'
			])
		);
		expect(accepted.map((row) => [row.by.leverantor, row.by.organisationsnummer, row.supplierKey])).toEqual([
			['Enskild firma 1', 'Enskild firma 1', 'Enskild firma 1'],
			['Enskild firma 1', 'Enskild firma 1', 'Enskild firma 1']
		]);
		expect(accepted[0]?.by.text).toBe('Arvode [personnummer]');
		expect(rejected[0]?.cells.join(';')).toBe('2026-01-02;UBN;1;Enskild firma 1;Enskild firma 1;;fel');
	});

	it('masks a person whose name stands beside the number in the same cell', async () => {
		const { accepted } = await importRows(
			csvSource('k.csv', [header, '2026-01-01;UBN;1;Påhittad Ett;900101-9802 Påhittad;;10,00'])
		);
		expect(accepted[0]?.by).toMatchObject({
			leverantor: 'Enskild firma 1',
			organisationsnummer: 'Enskild firma 1'
		});
	});

	it('masks that person in a rejected row too: number and name', async () => {
		const { rejected } = await importRows(
			csvSource('k.csv', [header, '2026-01-01;UBN;1;Påhittad Ett;900101-9802 Påhittad;;fel'])
		);
		expect(rejected[0]?.cells.join(';')).toBe('2026-01-01;UBN;1;Enskild firma 1;Enskild firma 1;;fel');
	});

	it('takes förvaltning before köpare as nämnd, and leverantor_id only when it holds organisationsnummer', async () => {
		const lines = (id: string) => [
			'kopare;forvaltning;leverantor;leverantor_id;konto_nr;bokforingsdatum;nettobelopp',
			`Regionen;Fordon;Bolaget AB;${id};8591;2026-01-07;136.98`
		];
		const numbered = await importRows(csvSource('k.csv', lines('5599000014')));
		expect(numbered.accepted[0]?.by).toMatchObject({
			namnd: 'Fordon',
			organisationsnummer: '559900-0014',
			belopp: 13698
		});
		const keyed = await importRows(csvSource('k.csv', lines('10234')));
		expect(keyed.accepted[0]?.by.organisationsnummer).toBeNull();
	});

	it('read = accepted + rejected + empty, whatever the file holds', async () => {
		const cell = fc.string({ unit: fc.constantFrom(...'0123456789,.-;" abcÅ\n'), maxLength: 8 });
		await fc.assert(
			fc.asyncProperty(fc.array(cell, { maxLength: 40 }), async (parts) => {
				const { result, accepted, rejected } = await importRows(
					csvSource(
						'k_2026-01.csv',
						`datum;namnd;konto;leverantor;belopp\n${parts.join(';')}\n2026-01-01;U;1;A;5,00\n`
					)
				);
				const totals = result.totals;
				if (!totals) return;
				expect(totals.accepted + totals.rejected + totals.empty).toBe(totals.read);
				if (!result.problem)
					expect([accepted.length, rejected.length]).toEqual([totals.accepted, totals.rejected]);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('a wrong file gets a clear message', () => {
	it.each([
		['an empty file', new Uint8Array(0), 'tom_fil'],
		['nothing but blank lines', strToU8('\r\n \r\n'), 'tom_fil'],
		['a photo named .csv', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), 'inte_en_tabell'],
		['a web page', strToU8('<!DOCTYPE html><html></html>'), 'inte_en_tabell'],
		['a PDF', strToU8('%PDF-1.7'), 'inte_en_tabell'],
		['running text', strToU8('Hej.\nDet här är en text.\n'), 'okand_tabell'],
		['a header without rows', strToU8('datum;namnd;konto;leverantor;belopp\n'), 'bara_rubrik'],
		['a broken zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6]), 'trasigt_arkiv']
	])('%s', async (_, bytes, code) => {
		const { result } = await importRows(bytesSource('fil.csv', bytes));
		expect(result.problem?.code).toBe(code);
		expect(result.problem?.message).toMatch(/^[A-ZÅÄÖ].*\.$/);
	});

	it('a workbook without a table', async () => {
		const empty = await workbookSource('bok.xlsx', { Blad1: [] });
		expect((await importRows(empty)).result.problem?.code).toBe('ingen_tabell_i_arbetsboken');
		const notes = await workbookSource('bok.xlsx', {
			Anteckningar: [
				['Att göra', 'Vem'],
				['Ring', 'Maja']
			]
		});
		expect((await importRows(notes)).result.problem?.code).toBe('okand_tabell');
	});
});

describe('a workbook', () => {
	it('gives the same rows as the same table in CSV', async () => {
		const workbook = await workbookSource('k.xlsx', {
			Blad1: [
				['datum', 'namnd', 'konto', 'leverantor', 'organisationsnummer', 'belopp'],
				[new Date(Date.UTC(2026, 0, 31)), 'UBN', 74310, 'A AB', 5599000014, 1204.5],
				['2026-02-01', 'UBN', '074', 'A AB', '559900-0014', '318,00-']
			]
		});
		const csv = csvSource('k.csv', [
			'datum;namnd;konto;leverantor;organisationsnummer;belopp',
			'2026-01-31;UBN;74310;A AB;559900-0014;1204,50',
			'2026-02-01;UBN;074;A AB;559900-0014;318,00-'
		]);
		const [fromWorkbook, fromCsv] = [await importRows(workbook), await importRows(csv)];
		expect(fromWorkbook.accepted.map((row) => row.values)).toEqual(fromCsv.accepted.map((row) => row.values));
		expect(fromWorkbook.result.totals?.sum).toBe(88650);
	});

	it('tells which other sheets are not read', async () => {
		const table = [
			['datum', 'namnd', 'konto', 'leverantor', 'belopp'],
			['2026-01-31', 'UBN', '74310', 'A AB', 12.5]
		];
		const { result } = await importRows(
			await workbookSource('k.xlsx', {
				Januari: [...table, ...table.slice(1)],
				Februari: table,
				Om: [['Källa', 'Ekonomi']]
			})
		);
		expect(result.plan?.sheet).toBe('Januari');
		expect(result.unreadSheets).toEqual([
			{ sheet: 'Februari', rows: 2, kind: 'cost' },
			{ sheet: 'Om', rows: 1, kind: null }
		]);
	});

	it('counts rows as Excel does, also when the first rows are empty', async () => {
		const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
		const headers = ['datum', 'namnd', 'konto', 'leverantor', 'belopp'].map((text, i) =>
			cell('ABCDE'[i] + '3', text)
		);
		const values = ['2026-01-01', 'UBN', '74310', 'A AB', 'fel'].map((text, i) =>
			cell('ABCDE'[i] + '6', text)
		);
		const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A3:E6"/><sheetData><row r="3">${headers.join('')}</row><row r="6">${values.join('')}</row></sheetData></worksheet>`;
		const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
		const bytes = zipSync({
			'[Content_Types].xml': strToU8(
				'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
			),
			'_rels/.rels': strToU8(
				`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
			),
			'xl/workbook.xml': strToU8(
				`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>`
			),
			'xl/_rels/workbook.xml.rels': strToU8(
				`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`
			),
			'xl/worksheets/sheet1.xml': strToU8(sheet)
		});
		const { result, rejected } = await importRows(bytesSource('k.xlsx', bytes));
		expect(result.plan?.headerRow).toBe(3);
		expect(rejected.map((row) => row.row)).toEqual([6]);
	});
});

describe('the other tables', () => {
	it('a contract must have a title; its other fields may be missing', async () => {
		const { result, accepted, rejected } = await importRows(
			csvSource('avtal.csv', [
				'avtals_id;benamning;leverantor;namnd;avtalsstart;uppsagningstid_manader;antal_anbud;exitplan',
				'0007;Lärplattform;A AB;UBN;2025-01-01;3 mån;2;ja',
				'0008;;B AB;UBN;2025-01-01;3;2;kanske'
			])
		);
		expect(result.kind).toBe('contract');
		expect(accepted[0]?.by).toMatchObject({ avtals_id: '0007', uppsagningstid_manader: 3, exitplan: 'ja' });
		expect(rejected.map(({ row, kind }) => [row, kind])).toEqual([[3, 'saknar_benamning']]);
	});

	it('months that no contract has are flagged and left out, not turned into days of another millennium', async () => {
		const { accepted, result } = await importRows(
			csvSource('avtal.csv', [
				'avtals_id;benamning;avtalsslut;uppsagningstid_manader',
				'1;Lärplattform;2027-06-30;20261231'
			])
		);
		expect(accepted[0]?.by.uppsagningstid_manader).toBeNull();
		expect(result.totals?.problems).toMatchObject([{ kind: 'fel_varde', rows: 1 }]);
	});

	it('a budget without a year anywhere asks which, and counts nothing until somebody says', async () => {
		const lines = ['namnd;version;budget', 'UBN;KF-budget;100'];
		const asked = await importRows(csvSource('b.csv', lines));
		expect(asked.result.problem).toMatchObject({ code: 'fraga', question: 'ar' });
		expect(asked.accepted).toEqual([]);
		const { accepted } = await importRows(csvSource('b.csv', lines), { answers: { ar: 2026 } });
		expect(accepted[0]?.by).toMatchObject({ ar: 2026, belopp: 10000 });
	});

	it('a system classed 4 is read without that value', async () => {
		const { accepted, result } = await importRows(
			csvSource('system.csv', ['system_id;namn;klassning_k;klassning_r', 'S1;Diariet;4;3'])
		);
		expect(accepted[0]?.by).toMatchObject({ klassning_k: null, klassning_r: 3 });
		expect(result.totals?.problems).toMatchObject([
			{
				kind: 'klassning_4',
				effect: 'flaggas',
				examples: [
					{
						value: '4',
						reason:
							'klassning_k: uppgifter om system på nivå 4 får inte finnas i filen. Värdet är inte inläst. Ta bort systemets rad ur filen, eller lämna cellen tom, och läs in filen på nytt.'
					}
				]
			}
		]);
	});

	it.each([
		['budget', 'ar;manad;namnd;version;belopp', '2026;1;UBN;KF-budget;100'],
		['licence', 'produkt;leverantor;namnd;manad;antal_kopta', 'P;A;UBN;2026-01;10'],
		['unit', 'namnd;kod;typ;anstallda', 'Utbildningsnämnden;UBN;nämnd;100'],
		['capability', 'formaga_id;namn', 'F1;Lön']
	])('%s is recognised by its columns', async (kind, headers, row) => {
		const { result } = await importRows(csvSource('fil.csv', [headers, row]));
		expect(result.problem).toBeNull();
		expect(result.kind).toBe(kind);
		expect(result.totals?.accepted).toBe(1);
	});
});
