import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource, type ByteSource } from '$lib/read/byte-source';
import type { SourceRecord } from '$lib/read/record';
import { openTableFile, type TableFile } from '$lib/read/table-file';
import { encode, hasRealFiles, importRows, realSource, workbookSource } from '../support/sources';

interface HandMade {
	/** `<row>` elements of each sheet, by name; a name that starts with `dolt` is hidden. */
	sheets: Record<string, string>;
	/** What stands after the rows of the first sheet. */
	after?: string;
	date1904?: boolean;
	strings?: readonly string[];
}

/** A workbook written by hand. Style 1 is a day, 2 a day with a clock, 3 a number with two decimals. */
function workbook({ sheets, after = '', date1904 = false, strings = [] }: HandMade): Uint8Array {
	const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
	const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
	const names = Object.keys(sheets);
	const parts: Record<string, string> = {
		'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${names
			.map(
				(name, i) =>
					`<sheet name="${name}" sheetId="${i + 1}" ${name.startsWith('dolt') ? 'state="hidden" ' : ''}r:id="rId${i + 1}"/>`
			)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}">${names
			.map(
				(_, i) =>
					`<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`
			)
			.join(
				''
			)}<Relationship Id="rId90" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		'xl/styles.xml': `<styleSheet xmlns="${main}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
		'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`
	};
	names.forEach((name, i) => {
		parts[`xl/worksheets/sheet${i + 1}.xml`] =
			`<worksheet xmlns="${main}"><sheetData>${sheets[name] ?? ''}</sheetData>${i === 0 ? after : ''}</worksheet>`;
	});
	return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, encode(text)])));
}

/** Cells of one row from A on: `t` text, a number, or XML of its own. */
function row(number: number, ...cells: string[]): string {
	const filled = cells.map((cell, i) => cell.replace('<c', `<c r="${String.fromCharCode(65 + i)}${number}"`));
	return `<row r="${number}">${filled.join('')}</row>`;
}
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (value: number | string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;
const header = row(1, text('datum'), text('namnd'), text('konto'), text('belopp'));
const line = (at: number, day: string, amount: string, account = text('0654')): string =>
	row(at, day, text('Skolnämnden'), account, amount);

async function open(source: ByteSource): Promise<TableFile> {
	const opened = await openTableFile(source);
	if ('problem' in opened) throw new Error(opened.problem.message);
	return opened;
}

async function records(bytes: Uint8Array): Promise<SourceRecord[]> {
	const all: SourceRecord[] = [];
	for await (const batch of (await open(bytesSource('bok.xlsx', bytes))).tables[0]?.records() ?? [])
		all.push(...batch);
	return all;
}

describe('a workbook is read as Excel shows it', () => {
	it('keeps the day of a date, with or without a clock, in 1900 and 1904', async () => {
		const rows = (shift: number): string =>
			header +
			line(2, number(46112 - shift, 1), number(1)) +
			line(3, number(46112.9999 - shift, 2), number(1));
		for (const [date1904, shift] of [
			[false, 0],
			[true, 1462]
		] as const) {
			const read = await records(workbook({ sheets: { Blad1: rows(shift) }, date1904 }));
			expect(read.slice(1).map(({ cells }) => cells[0])).toEqual(['2026-03-31', '2026-03-31']);
		}
	});

	it('keeps the day of an ISO date cell, whatever the clock of the machine', async () => {
		const iso = '<c t="d"><v>2026-03-31T00:00:00</v></c>';
		const { accepted } = await importRows(
			bytesSource('bok.xlsx', workbook({ sheets: { Blad1: header + line(2, iso, number(1)) } }))
		);
		expect(accepted[0]?.by['datum']).toBe('2026-03-31');
	});

	it('reads Excel serials in cells without a date format, where the column is a date', async () => {
		const { accepted } = await importRows(
			bytesSource('bok.xlsx', workbook({ sheets: { Blad1: header + line(2, number(46112), number(1)) } }))
		);
		expect(accepted[0]?.by['datum']).toBe('2026-03-31');
	});

	it('takes binary noise for the amount that was typed, and keeps the zeros of text', async () => {
		const rows =
			header +
			line(2, number(46112, 1), number('30.000000000000004', 3)) +
			line(3, number(46112, 1), number('-0.1', 3));
		const { accepted, result } = await importRows(
			bytesSource('bok.xlsx', workbook({ sheets: { Blad1: rows } }))
		);
		expect(accepted.map(({ by }) => [by['konto'], by['belopp']])).toEqual([
			['0654', 3000],
			['0654', -10]
		]);
		expect(result.totals).toMatchObject({ sum: 2990, problems: [] });
	});

	it('never takes a failed formula for an empty amount', async () => {
		const rows =
			header +
			line(2, number(46112, 1), '<c t="e"><v>#N/A</v></c>') +
			line(3, number(46112, 1), number(10), '<c t="e"><v>#DIV/0!</v></c>');
		const { accepted, rejected } = await importRows(
			bytesSource('bok.xlsx', workbook({ sheets: { Blad1: rows } }))
		);
		expect(rejected.map(({ row, reason }) => [row, reason])).toEqual([[2, expect.stringContaining('#N/A')]]);
		expect(accepted.map(({ by }) => [by['konto'], by['belopp']])).toEqual([[null, 1000]]);
	});

	it('reads formulas by their stored value, and truth as ja and nej', async () => {
		const rows =
			row(1, text('a'), text('b'), text('c')) +
			row(2, '<c><f>1+1</f><v>2</v></c>', '<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>');
		expect((await records(workbook({ sheets: { Blad1: rows } })))[1]?.cells).toEqual([2, 'ja', 'nej']);
	});

	it('numbers rows as Excel does, over blank rows, and leaves out the empty ones at the end', async () => {
		const rows = header + line(7, number(46112, 1), number(1)) + row(8) + row(9) + row(2000, '<c s="3"/>');
		const read = await records(workbook({ sheets: { Blad1: rows } }));
		expect(read).toHaveLength(7);
		expect(read[6]).toMatchObject({ row: 7, cells: ['2026-03-31', 'Skolnämnden', '0654', 1] });
	});

	it('says that a sheet is hidden, and reads it by its name', async () => {
		const sheets = {
			Blad1: header + line(2, number(46112, 1), number(1)),
			dolt: header + line(2, number(46112, 1), number(5))
		};
		const source = bytesSource('bok.xlsx', workbook({ sheets }));
		const { result } = await importRows(source, { answers: { blad: 'dolt' } });
		expect(result.totals?.sum).toBe(500);
		expect(result.notes).toEqual(['Bladet dolt är dolt i arbetsboken. Kontrollera att det är rätt blad.']);
	});

	it('flags the rows below the first of merged cells, where the value does not stand', async () => {
		const rows =
			header +
			line(2, number(46112, 1), number(1)) +
			line(3, '<c/>', number(2)) +
			line(4, number(46112, 1), number(3));
		const after = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="A1:D1"/></mergeCells>';
		const read = await records(workbook({ sheets: { Blad1: rows }, after }));
		expect(read.map((record) => record.remarks?.[0]?.reason ?? '')).toEqual([
			'',
			'',
			expect.stringContaining('A2:A3'),
			''
		]);
	});

	it('reads several sheets of a workbook that another program wrote', async () => {
		const { tables } = await open(
			await workbookSource('bok.xlsx', {
				Mars: [
					['a', 'b'],
					[new Date(Date.UTC(2026, 2, 31)), 2]
				],
				April: [
					['a', 'b'],
					['007', 1.25]
				],
				Tomt: []
			})
		);
		expect(tables.map(({ sheet }) => sheet)).toEqual(['Mars', 'April']);
	});
});

describe('a workbook that is larger than it looks is refused before it is read', () => {
	const many = Array.from({ length: 2000 }, (_, i) => line(i + 2, number(46112, 1), number(1))).join('');
	const problemOf = async (rows: string) => {
		const opened = await openTableFile(bytesSource('bok.xlsx', workbook({ sheets: { Blad1: rows } })));
		return 'problem' in opened ? opened.problem.code : null;
	};

	it('by one row far below, or one value far to the right of many rows', async () => {
		expect(await problemOf(header + many + '<row r="99999999"><c r="A99999999"><v>1</v></c></row>')).toBe(
			'trasig_arbetsbok'
		);
		expect(await problemOf(header + many + '<row r="9000"><c r="XFC9000"><v>1</v></c></row>')).toBe(
			'for_stor'
		);
	});

	it('but not by empty cells with a format', async () => {
		expect(await problemOf(header + many + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')).toBeNull();
	});
});

describe('a damaged workbook is refused and never half read', () => {
	const whole = workbook({ sheets: { Blad1: header + line(2, number(46112, 1), number(1250.5)) } });

	it('says that it is a workbook, when it is cut', async () => {
		const opened = await openTableFile(bytesSource('bok.xlsx', whole.subarray(0, whole.length - 40)));
		expect(opened).toMatchObject({ problem: { code: 'trasig_arbetsbok' } });
	});

	it('never throws and never shows another figure, whatever byte is changed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const bytes = whole.slice();
				bytes[at] = (bytes[at] ?? 0) ^ change;
				const { accepted } = await importRows(bytesSource('bok.xlsx', bytes));
				for (const { by } of accepted) expect(by['belopp']).toBe(125_050);
			}),
			{ numRuns: 150 }
		);
	});

	it('never throws, whatever stands in its sheets', async () => {
		const piece = fc.constantFrom(
			'<row r="2">',
			'</row>',
			'<c r="A2">',
			'</c>',
			'<v>',
			'</v>',
			'1',
			'x',
			'<c t="s"><v>9</v></c>',
			'<c r="ZZZ1"/>',
			'&',
			'&#0;',
			'<is>',
			'<t>',
			'<c t="?">',
			'<row r="99999999">'
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
				const opened = await openTableFile(
					bytesSource('bok.xlsx', workbook({ sheets: { Blad1: header + pieces.join('') } }))
				);
				if ('problem' in opened) expect(opened.problem.message).toMatch(/\.$/);
			}),
			{ numRuns: 100 }
		);
	});
});

describe.skipIf(!hasRealFiles)('the invoices of one month from a real municipality', () => {
	it('are 68 021 rows and 450 187 283,39 kr', async () => {
		const { result } = await importRows(
			realSource('invoices/orebro_2016-03_leverantorsfakturor_maskerad.xlsx')
		);
		expect(result.totals).toMatchObject({ read: 68_021, accepted: 68_021, rejected: 0, sum: 45_018_728_339 });
	});
});
