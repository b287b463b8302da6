import { gzipSync } from 'node:zlib';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource, type ByteSource } from '$lib/read/byte-source';
import type { SourceRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { openTableFile, type TableFile } from '$lib/read/table-file';
import { encode, importRows, workbookSource } from '../support/sources';

const march =
	'datum;namnd;konto;belopp\r\n2026-03-31;Skolnämnden;40233;1250,50\r\n2026-03-30;Skolnämnden;654;-50,50\r\n';
const april = 'datum;namnd;konto;belopp\r\n2026-04-01;Kulturnämnden;681;300,00\r\n';

function zip(files: Record<string, string | Uint8Array>): Uint8Array {
	return zipSync(
		Object.fromEntries(
			Object.entries(files).map(([path, content]) => [
				path,
				typeof content === 'string' ? encode(content) : content
			])
		)
	);
}

function gzip(content: string | Uint8Array): Uint8Array {
	return new Uint8Array(gzipSync(typeof content === 'string' ? encode(content) : content));
}

async function open(source: ByteSource): Promise<TableFile> {
	const opened = await openTableFile(source);
	if ('problem' in opened) throw new Error(opened.problem.message);
	return opened;
}

async function problemOf(bytes: Uint8Array, name = 'arkiv.zip') {
	const opened = await openTableFile(bytesSource(name, bytes));
	return 'problem' in opened ? opened.problem : null;
}

async function rows(table: SourceTable | undefined): Promise<SourceRecord[]> {
	const all: SourceRecord[] = [];
	for await (const batch of table?.records() ?? []) all.push(...batch);
	return all;
}

describe('a gzip file is read as the file inside it', () => {
	it('gives the same rows and the same sum', async () => {
		const { result } = await importRows(bytesSource('kostnader.csv.gz', gzip(march)));
		expect(result).toMatchObject({ problem: null, kind: 'cost', totals: { accepted: 2, sum: 120_000 } });
	});

	it('reads its rows several times', async () => {
		const { tables } = await open(bytesSource('kostnader.csv.gz', gzip(march)));
		expect(await rows(tables[0])).toEqual(await rows(tables[0]));
		expect(await rows(tables[0])).toHaveLength(3);
	});

	it('unpacks a workbook too', async () => {
		const workbook = await workbookSource('bok.xlsx', {
			Blad: [
				['namnd', 'konto', 'belopp', 'datum'],
				['Skola', '1', 2, '2026-01-01']
			]
		});
		const { tables } = await open(
			bytesSource('bok.xlsx.gz', gzip((await workbook.read?.(0, 1e9)) ?? new Uint8Array()))
		);
		expect(tables.map(({ sheet, format }) => [sheet, format])).toEqual([['Blad', 'xlsx']]);
	});

	it('is refused whole when it is cut, at any byte after its first ten', async () => {
		const packed = gzip(march);
		for (let length = 10; length < packed.length; length++) {
			expect((await problemOf(packed.subarray(0, length), 'k.csv.gz'))?.code, `${length} byte`).toBe(
				'trasigt_arkiv'
			);
		}
	});

	it('is refused when its checksum differs, although every row can be unpacked', async () => {
		const packed = gzip(march);
		const checksum = packed.length - 8;
		packed[checksum] = (packed[checksum] ?? 0) ^ 1;
		const problem = await problemOf(packed, 'kostnader.csv.gz');
		expect(problem?.code).toBe('trasigt_arkiv');
		expect(problem?.message).toContain('kostnader.csv');
		expect(problem?.message).toContain('Hämta arkivet igen');
	});

	it('is refused kindly when it holds another archive', async () => {
		expect((await problemOf(gzip(gzip(march)), 'k.csv.gz.gz'))?.message).toContain('arkiv inuti ett arkiv');
		expect((await problemOf(gzip(zip({ 'a.csv': march })), 'k.zip.gz'))?.code).toBe('arkiv');
	});
});

describe('a zip file is read as the files inside it', () => {
	it('tells its tables apart by their path, and leaves folders and hidden files aside', async () => {
		const bytes = zip({
			'2026/mars.csv': march,
			'2026/april.csv': april,
			'2026/': new Uint8Array(),
			'__MACOSX/2026/._mars.csv': 'x;y\r\n1;2\r\n',
			'.DS_Store': 'skräp',
			'Thumbs.db': 'skräp'
		});
		const { tables, refused } = await open(bytesSource('kostnader.zip', bytes));
		expect(tables.map(({ sheet }) => sheet)).toEqual(['2026/mars.csv', '2026/april.csv']);
		expect(refused).toEqual([]);
	});

	it('imports the table that a person names, and tells of the others', async () => {
		const bytes = zip({
			'mars.csv': march,
			'april.csv': april,
			'bild.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])
		});
		const { result } = await importRows(bytesSource('kostnader.zip', bytes), {
			answers: { blad: 'april.csv' }
		});
		expect(result.totals).toMatchObject({ accepted: 1, sum: 30_000 });
		expect(result.unreadSheets).toEqual([{ sheet: 'mars.csv', rows: 3, kind: 'cost' }]);
		expect(result.refusedParts).toMatchObject([{ sheet: 'bild.png', problem: { code: 'inte_en_tabell' } }]);
	});

	it('takes the month from the name of the file inside, where the archive holds several months', async () => {
		const undated = 'namnd;konto;leverantor;belopp\r\nSkolnämnden;654;Alfa AB;10,00\r\n';
		const bytes = zip({ 'kostnader_2026-03.csv': undated, 'kostnader_2026-04.csv': undated });
		const { accepted, result } = await importRows(bytesSource('arkiv.zip', bytes), {
			answers: { blad: 'kostnader_2026-04.csv' }
		});
		expect(result.problem).toBeNull();
		expect(accepted[0]?.by['datum']).toBe('2026-04-01');
	});

	it('reads the sheets of a workbook inside', async () => {
		const workbook = await workbookSource('bok.xlsx', {
			Mars: [
				['a', 'b'],
				['1', 2]
			],
			April: [
				['a', 'b'],
				['3', 4]
			]
		});
		const bytes = zip({ 'bok.xlsx': (await workbook.read?.(0, 1e9)) ?? new Uint8Array(), 'mars.csv': march });
		const { tables } = await open(bytesSource('blandat.zip', bytes));
		expect(tables.map(({ sheet }) => sheet)).toEqual(['bok.xlsx/Mars', 'bok.xlsx/April', 'mars.csv']);
	});

	it('shows Swedish names right, in UTF-8 and in the DOS characters of old archives', async () => {
		const utf8 = await open(bytesSource('a.zip', zip({ 'Kostnader för åren/Räkenskap.csv': march })));
		expect(utf8.tables[0]?.sheet).toBe('Kostnader för åren/Räkenskap.csv');
		// fflate writes the name as UTF-8 and says so in bit 11 of the flags; the archive below says neither.
		const dos = zip({ 'Rxkenskap.csv': march });
		for (let at = 0; at < dos.length; at++) {
			if (dos[at] === 0x52 && dos[at + 1] === 0x78 && dos[at + 2] === 0x6b) dos[at + 1] = 0x84;
		}
		expect((await open(bytesSource('a.zip', dos))).tables[0]?.sheet).toBe('Räkenskap.csv');
	});

	it('reads an archive the same from the start of a stream as from places in a file', async () => {
		const bytes = zip({ 'mars.csv': march, 'april.csv': april });
		const { name, size, open: stream } = bytesSource('a.zip', bytes, 50);
		const { tables } = await open({ name, size, open: stream });
		expect((await rows(tables[1])).map(({ cells }) => cells)).toContainEqual([
			'2026-04-01',
			'Kulturnämnden',
			'681',
			'300,00'
		]);
	});

	it('streams a large file anew for every reading', async () => {
		const line = '2026-03-31;Skolnämnden;40233;Leverantör;1,00\r\n';
		const large = 'datum;namnd;konto;leverantor;belopp\r\n' + line.repeat(560_000);
		const { tables } = await open(bytesSource('stor.zip', zip({ 'stor.csv': large })));
		for (let reading = 0; reading < 2; reading++) {
			let count = 0;
			for await (const batch of tables[0]?.records() ?? []) count += batch.length;
			expect(count).toBe(560_001);
		}
	});
});

describe('a damaged or strange zip file gives no figure', () => {
	it('is refused when it is cut', async () => {
		const packed = zip({ 'mars.csv': march, 'april.csv': april });
		const problem = await problemOf(packed.subarray(0, packed.length - 30));
		expect(problem).toMatchObject({ code: 'trasigt_arkiv' });
	});

	it('refuses only the damaged file, when the other is whole', async () => {
		const packed = zip({ 'mars.csv': march, 'april.csv': april });
		const at = Buffer.from(packed).indexOf('mars.csv') + 'mars.csv'.length + 20;
		packed[at] = (packed[at] ?? 0) ^ 0x10;
		const { tables, refused } = await open(bytesSource('a.zip', packed));
		expect(tables.map(({ sheet }) => sheet)).toEqual(['april.csv']);
		expect(refused).toMatchObject([{ sheet: 'mars.csv', problem: { code: 'trasigt_arkiv' } }]);
	});

	it('refuses files behind a password, archives in archives and archives of pictures, each by its reason', async () => {
		const writer = new ZipWriter(new Uint8ArrayWriter(), { password: 'hemligt', useWebWorkers: false });
		await writer.add('mars.csv', new Uint8ArrayReader(encode(march)));
		expect((await problemOf(await writer.close()))?.message).toContain('mars.csv är låst med lösenord');
		expect((await problemOf(zip({ 'inre.zip': zip({ 'a.csv': march }) })))?.message).toContain(
			'inre.zip i arkivet: Filen är ett arkiv inuti ett arkiv'
		);
		const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]);
		expect((await problemOf(zip({ 'a.png': png, 'b.png': png })))?.message).toContain(
			'Ingen av de 2 filerna i arkivet är en tabell'
		);
		expect((await problemOf(zip({})))?.message).toContain('Arkivet är tomt');
	});

	it('knows documents and other spreadsheets by what is inside them', async () => {
		const types = { '[Content_Types].xml': '<Types/>' };
		expect((await problemOf(zip({ ...types, 'word/document.xml': '<w/>' })))?.message).toContain('dokument');
		expect((await problemOf(zip({ ...types, 'xl/workbook.bin': 'x' })))?.message).toContain('.xlsb');
		expect((await problemOf(zip({ mimetype: 'x', 'content.xml': '<x/>' })))?.message).toContain('.ods');
	});

	it('stops at a file made to fill a disk', async () => {
		const zeros = new Uint8Array(70 * 1024 * 1024);
		const problem = await problemOf(zipSync({ 'bomb.csv': [zeros, { level: 1 }] }));
		expect(problem?.code).toBe('for_stor');
	});

	it('never throws and never gives other rows, whatever byte is changed', async () => {
		const packed = zip({ 'mars.csv': march });
		await fc.assert(
			fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const bytes = packed.slice();
				bytes[at] = (bytes[at] ?? 0) ^ change;
				const opened = await openTableFile(bytesSource('a.zip', bytes));
				if ('problem' in opened || opened.tables[0]?.format !== 'csv' || !opened.tables[0].sheet) return;
				expect(new Set((await rows(opened.tables[0])).map(({ cells }) => cells.join(';')))).toEqual(
					new Set(march.trim().split('\r\n'))
				);
			}),
			{ numRuns: 300 }
		);
	});
});
