import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { countColumns, detectDelimiter } from '$lib/read/csv/delimiter';
import type { SourceRecord } from '$lib/read/record';
import { openTableFile } from '$lib/read/table-file';
import { csvSource, importRows, type TestEncoding } from '../support/sources';

async function records(name: string, text: string, encoding?: TestEncoding): Promise<SourceRecord[]> {
	const file = await openTableFile(csvSource(name, text, encoding));
	if ('problem' in file) throw new Error(file.problem.message);
	const all: SourceRecord[] = [];
	for await (const batch of file.tables[0]?.records() ?? []) all.push(...batch);
	return all;
}

describe('a CSV file is read without losing anything', () => {
	const letters = 'abcÅÄÖåäöé 0123456789;,"|\t\'-()';
	const value = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
	const dialect = fc.record({
		delimiter: fc.constantFrom(';', '\t', ',', '|'),
		lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
		encoding: fc.constantFrom<TestEncoding[]>('utf-8', 'utf-8-mark', 'windows-1252', 'utf-16le')
	});

	it('gives the same values back in every dialect', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
				dialect,
				async (rows, { delimiter, lineEnd, encoding }) => {
					const header = ['namnd', 'leverantör', 'konto', 'belopp'];
					const text = Papa.unparse([header, ...rows], { delimiter, newline: lineEnd, quotes: true });
					const read = await records('fil.csv', text, encoding);
					expect(read.map((record) => record.cells)).toEqual([header, ...rows]);
				}
			),
			{ numRuns: 150 }
		);
	});

	it('counts lines as a text editor does, also when a value spans lines', async () => {
		const read = await records('fil.csv', 'a;b\r\n1;"två\r\nrader"\r\n3;4\r\n');
		expect(read.map((record) => record.row)).toEqual([1, 2, 4]);
		expect(read[1]?.cells).toEqual(['1', 'två\nrader']);
	});

	it('lets a quote that never closes cost one row, not the rest of the file', async () => {
		const rows = Array.from({ length: 300 }, (_, i) => `2026-01-01;Rad ${i};${i}`);
		rows[100] = '2026-01-01;"Rad 100;100';
		const read = await records('fil.csv', ['datum;text;belopp', ...rows, ''].join('\r\n'));
		expect(read.filter((record) => record.broken).map((record) => record.row)).toEqual([102]);
		expect(read).toHaveLength(301);
		expect(read[300]?.cells).toEqual(['2026-01-01', 'Rad 299', '299']);
	});

	it('keeps quotes inside a value', async () => {
		const read = await records('fil.csv', 'a;b\n19" skärm;1\n"sagt ""hej""";2\n');
		expect(read[1]?.cells).toEqual(['19" skärm', '1']);
		expect(read[2]?.cells).toEqual(['sagt "hej"', '2']);
	});

	it('reads stray Windows-1252 characters in a UTF-8 file without damage to the rest', async () => {
		const good = Buffer.from('namn;ort\nÅsa Öberg;Örebro\nBjörn Åkesson;Växjö\nÄnglagård;Åmål\n', 'utf8');
		const stray = Buffer.from('K\u00e5re;Lund\n', 'latin1');
		const file = await openTableFile({
			name: 'blandad.csv',
			size: good.length + stray.length,
			async *open() {
				yield new Uint8Array(Buffer.concat([good, stray]));
			}
		});
		if ('problem' in file) throw new Error(file.problem.message);
		const cells: unknown[] = [];
		for await (const batch of file.tables[0]?.records() ?? [])
			cells.push(...batch.map((record) => record.cells[0]));
		expect(cells).toEqual(['namn', 'Åsa Öberg', 'Björn Åkesson', 'Änglagård', 'Kåre']);
	});
});

describe('the delimiter is decided by the whole sample', () => {
	it('is semicolon although every amount has a decimal comma', () => {
		expect(detectDelimiter(['namn;belopp', 'A;1,50', 'B;2,75', 'C;3,00'])).toMatchObject({
			delimiter: ';',
			columns: 2,
			agreeing: 4
		});
	});

	it('is comma when the amounts are quoted', () => {
		expect(detectDelimiter(['namn,belopp', 'A,"1,50"', 'B,"2,75"']).delimiter).toBe(',');
	});

	it('is what the first line of Excel says, and that line is no row of the table', async () => {
		expect(detectDelimiter(['sep=|', 'a;b|c', 'd;e|f'])).toMatchObject({ delimiter: '|', lines: 2 });
		const { result } = await importRows(
			csvSource('k.csv', ['sep=;', 'datum;leverantor;belopp', '2026-01-01;A;1,50'])
		);
		expect(result.totals).toMatchObject({ read: 1, sum: 150 });
	});

	it('is not the comma of a file with one column of amounts', () => {
		expect(detectDelimiter(['1,50', '2,75', '3,00']).columns).toBe(1);
	});

	it('counts a doubled quote as part of the value', () => {
		expect(countColumns('"";"""; a;""b""";1', ';')).toBe(3);
	});

	it('is found below junk, beside ragged rows and with delimiters inside quotes', () => {
		const lines = [
			'Utdrag, huvudbok; mars',
			'',
			'namn;text;belopp',
			'"A; B AB";"x, y, z";1,50',
			'C AB;;2,00;',
			'D, E och F;t;3,25'
		];
		expect(detectDelimiter(lines)).toMatchObject({ delimiter: ';', columns: 3, agreeing: 3 });
	});

	it('is told with evidence from every row of the file', async () => {
		const rows = Array.from({ length: 900 }, (_, i) => `2026-01-01;Bolag ${i};1,50`);
		rows[880] = '2026-01-01;Bolag;1,50;mer';
		const { result } = await importRows(csvSource('k.csv', ['datum;leverantor;belopp', ...rows]));
		expect(result.text?.delimiter).toEqual({ delimiter: ';', columns: 3, agreeing: 899, lines: 900 });
	});
});
