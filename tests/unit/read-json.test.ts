import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import type { Cell, SourceRecord } from '$lib/read/record';
import type { SourceTable } from '$lib/read/source-table';
import { openTableFile } from '$lib/read/table-file';
import { encode, importRows, type TestEncoding } from '../support/sources';

function source(json: unknown, encoding?: TestEncoding) {
	const text = typeof json === 'string' ? json : JSON.stringify(json);
	return bytesSource('svar.json', encode(text, encoding), 11);
}

async function tablesOf(json: unknown, encoding?: TestEncoding): Promise<SourceTable[]> {
	const opened = await openTableFile(source(json, encoding));
	if ('problem' in opened) throw new Error(opened.problem.message);
	return opened.tables;
}

async function problemOf(json: unknown) {
	const opened = await openTableFile(source(json));
	return 'problem' in opened ? opened.problem : null;
}

async function records(table: SourceTable | undefined): Promise<SourceRecord[]> {
	const all: SourceRecord[] = [];
	for await (const batch of table?.records() ?? []) all.push(...batch);
	return all;
}

/** Rows of cells, the header first. */
async function cells(json: unknown, encoding?: TestEncoding): Promise<Cell[][]> {
	const [table] = await tablesOf(json, encoding);
	return (await records(table)).map((record) => record.cells);
}

const invoices = [
	{ datum: '2026-03-31', namnd: 'Skolnämnden', konto: '0654', leverantor: 'Alfa AB', belopp: 1250.5 },
	{ datum: '2026-03-30', namnd: 'Kulturnämnden', konto: '40233', leverantor: 'Åkerö AB', belopp: -50.5 }
];

describe('the answers of open-data services are tables', () => {
	it.each([
		['a plain list', invoices],
		['rowstore', { resultCount: 2, offset: 0, limit: 100, queryTime: 3, results: invoices }],
		['OData', { '@odata.context': 'https://data.example.se/$metadata', value: invoices }],
		['data', { data: invoices }],
		[
			'CKAN',
			{ success: true, result: { total: 2, fields: [{ id: 'datum', type: 'date' }], records: invoices } }
		],
		['one object per line', invoices.map((row) => JSON.stringify(row)).join('\n') + '\n'],
		['a list of lists', [Object.keys(invoices[0] ?? {}), ...invoices.map((row) => Object.values(row))]]
	])('reads %s with the same rows and the same sum', async (_, json) => {
		const { result, accepted } = await importRows(source(json));
		expect(result).toMatchObject({
			problem: null,
			kind: 'cost',
			reading: { format: 'json', encoding: 'UTF-8' },
			totals: { read: 2, accepted: 2, sum: 120_000 }
		});
		expect(accepted[0]?.by).toMatchObject({ konto: '0654', leverantor: 'Alfa AB', datum: '2026-03-31' });
	});

	it.each<TestEncoding>(['utf-8', 'utf-8-mark', 'windows-1252', 'utf-16le'])('in %s', async (encoding) => {
		expect((await cells(invoices, encoding))[2]?.[3]).toBe('Åkerö AB');
	});

	it('takes a byte order mark off the first key', async () => {
		expect((await cells('[{"\ufeffdatum":"2026-01-01","b":1}]'))[0]).toEqual(['datum', 'b']);
	});

	it('numbers rows by their place in the list, from 1, and the header 0', async () => {
		const [table] = await tablesOf({ results: invoices });
		expect((await records(table)).map((record) => record.row)).toEqual([0, 1, 2]);
	});

	it('keeps several lists apart by their names', async () => {
		const tables = await tablesOf({ fakturor: invoices, namnder: [{ namnd: 'Skolnämnden', kod: '01' }] });
		expect(tables.map((table) => table.sheet)).toEqual(['fakturor', 'namnder']);
	});
});

describe('a page of an answer is not taken for the whole', () => {
	it('says that 68 021 rows were stated and 2 came', async () => {
		const { result } = await importRows(
			source({ resultCount: 68021, offset: 0, limit: 2, results: invoices })
		);
		expect(result.statedControl).toMatchObject({ rows: 68021, sum: null });
		expect(result.statedControl?.label).toContain('resultCount');
		expect(result.notes).toEqual([expect.stringMatching(/68.021 rader men innehåller 2\./)]);
	});

	it('says that there is a next page, where no number is stated', async () => {
		const { result } = await importRows(
			source({ value: invoices, '@odata.nextLink': 'https://data.example.se/2' })
		);
		expect(result.notes).toEqual([expect.stringContaining('@odata.nextLink')]);
		expect(result.statedControl).toBeNull();
	});

	it('says nothing when all rows came', async () => {
		const { result } = await importRows(source({ count: 2, next: null, results: invoices }));
		expect(result.notes).toEqual([]);
		expect(result.statedControl?.rows).toBe(2);
	});
});

describe('nothing of an object is lost or changed', () => {
	it('flattens objects inside, joins plain lists, and keeps lists of objects as text', async () => {
		expect(
			await cells([{ a: { b: 1, c: { d: 'x' } }, e: ['p', 2, null], f: [{ g: 1 }], h: null, i: true, j: [] }])
		).toEqual([
			['a/b', 'a/c/d', 'e', 'f', 'h', 'i', 'j'],
			[1, 'x', 'p|2|', '[{"g":1}]', '', 'ja', '']
		]);
	});

	it('has a column for a key that comes first in the last of 3 000 objects', async () => {
		const many: object[] = Array.from({ length: 3000 }, (_, i) => ({ a: i }));
		many.push({ a: 1, sen: 'hit' });
		const all = await cells(many);
		expect(all[0]).toEqual(['a', 'sen']);
		expect(all[1]).toEqual([0, '']);
		expect(all[3001]).toEqual([1, 'hit']);
	});

	it('keeps both values of a key that stands twice, and the order of keys that are numbers', async () => {
		expect(await cells('[{"belopp":1,"belopp":2,"2025":3,"2024":4}]')).toEqual([
			['belopp', 'belopp (2)', '2025', '2024'],
			[1, 2, 3, 4]
		]);
	});

	it('keeps the digits of numbers that a double cannot hold, and the zeros of text', async () => {
		expect(
			(
				await cells(
					'[{"a":12345678901234567890,"b":9007199254740993,"c":0.1,"d":"007","e":1e3,"f":-0,"g":30.000000000000004,"h":NaN,"i":12345678901234.125}]'
				)
			)[1]
		).toEqual([
			'12345678901234567890',
			'9007199254740993',
			0.1,
			'007',
			1000,
			0,
			30.000000000000004,
			'NaN',
			12345678901234.125
		]);
	});

	it('tells of an element that is no row as the others', async () => {
		const [table] = await tablesOf([{ a: 1, b: 2 }, 'Summa', { a: 3, b: 4 }]);
		const all = await records(table);
		expect(all.map((record) => record.broken ?? '')).toEqual(['', '', expect.stringContaining('Post 2'), '']);
	});

	it('gives back any list of flat objects', async () => {
		const key = fc.string({ unit: fc.constantFrom(...'abcåäö 1"\\\n\t'), minLength: 1, maxLength: 5 });
		const value = fc.oneof(
			fc.string({ unit: 'binary', maxLength: 8 }),
			fc.integer(),
			fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => (number === 0 ? 0 : number))
		);
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(key, { minLength: 1, maxLength: 5 }),
				fc.array(fc.array(value, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
				fc.constantFrom(undefined, 1, '\t'),
				async (keys, rows, indent) => {
					const objects = rows.map((row) => Object.fromEntries(keys.map((name, i) => [name, row[i] ?? ''])));
					const all = await cells(JSON.stringify({ results: objects }, null, indent));
					expect(all[0]).toEqual(Object.keys(objects[0] ?? {}));
					const numbers = (cell: Cell): Cell =>
						typeof cell === 'string' && /e[+-]\d+$/.test(cell) ? Number(cell) : cell;
					expect(all.slice(1).map((row) => row.map(numbers))).toEqual(
						objects.map((object) => Object.values(object).map((cell) => numbers(cell)))
					);
				}
			),
			{ numRuns: 100 }
		);
	});
});

describe('a damaged JSON file gives no half table', () => {
	it('is refused wherever it is cut', async () => {
		const text = JSON.stringify({ resultCount: 2, results: invoices });
		for (let length = 2; length < text.length; length++) {
			const problem = await problemOf(text.slice(0, length));
			expect(problem?.code, text.slice(0, length)).toBe('trasig_json');
		}
	});

	it('says the line and the character, and to fetch the file again', async () => {
		const problem = await problemOf('[\n  {"a": 1, "b": 2},\n  {"a": 3 "b": 4}\n]');
		expect(problem).toMatchObject({ code: 'trasig_json' });
		expect(problem?.message).toContain('rad 3, tecken 11');
		expect(problem?.message).toContain('Hämta filen igen');
	});

	it('is refused when the last line of one object per line is cut', async () => {
		const lines = invoices.map((row) => JSON.stringify(row)).join('\n');
		expect((await problemOf(lines.slice(0, -5)))?.message).toContain('på rad 2');
	});

	it('costs one row when a line in the middle is damaged', async () => {
		const lines = [
			JSON.stringify(invoices[0]),
			JSON.stringify(invoices[1]),
			'{"datum": "2026',
			JSON.stringify(invoices[0])
		];
		const { result, rejected } = await importRows(source(lines.join('\n')));
		expect(result.totals).toMatchObject({ read: 4, accepted: 3, rejected: 1 });
		expect(rejected[0]?.reason).toContain('Rad 3 i filen');
	});

	it('refuses what is no table by its true reason', async () => {
		expect((await problemOf({ results: [], resultCount: 0 }))?.message).toContain('listan results är tom');
		expect((await problemOf({ error: { code: 404, message: 'Not found' } }))?.message).toContain('felsvar');
		expect((await problemOf({ namn: 'Skolnämnden', kod: '1' }))?.message).toContain('ingen lista med rader');
		const byId = Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`id${i}`, i]));
		expect((await problemOf([byId]))?.message).toContain('olika namn');
	});

	it('never throws, whatever stands in it', async () => {
		const piece = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"',
			'"a"',
			'1',
			'-',
			'null',
			'\\',
			'\n',
			' ',
			'å',
			'1e999'
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
				const opened = await openTableFile(source('[{"a":1,"b":2},' + pieces.join('')));
				if ('problem' in opened) expect(opened.problem.message).toMatch(/\.$/);
				else for (const table of opened.tables) await records(table);
			}),
			{ numRuns: 500 }
		);
		expect((await problemOf('['.repeat(5000)))?.code).toBe('trasig_json');
	});
});
