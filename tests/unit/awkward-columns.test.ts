import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '$lib/read/byte-source';
import { csvSource, importRows, workbookSource } from '../support/sources';

const importLines = (answers: object, ...lines: string[]) =>
	importRows(csvSource('kostnader.csv', lines), { answers });

describe('amounts with a VAT column beside them', () => {
	const gross = [
		'datum;namnd;konto;Fakturabelopp;Moms',
		'2026-01-02;UBN;74310;125,00;25,00',
		'2026-01-03;UBN;74310;112,00;12,00'
	];

	it('are asked about where the VAT is a part of them', async () => {
		const { result, accepted } = await importLines({}, ...gross);
		expect(result.problem?.question).toBe('kolumner');
		expect(result.problem?.message).toContain(
			'inklusive moms: det stämmer med kolumnen Moms på 2 av 2\u00a0rader'
		);
		expect(result.plan?.amountChoices).toEqual([{ header: 'Fakturabelopp', sum: 23_700, chosen: true }]);
		expect(accepted).toEqual([]);
	});

	it('are counted as they stand when a person has pointed at them', async () => {
		const { result } = await importLines({ kolumner: { belopp: 'Fakturabelopp' } }, ...gross);
		expect(result.problem).toBeNull();
		expect(result.totals?.sum).toBe(23_700);
	});

	it('are taken at once where the VAT comes on top', async () => {
		const { result } = await importLines(
			{},
			'datum;namnd;konto;Belopp;Moms',
			'2026-01-02;UBN;74310;100,00;25,00'
		);
		expect(result.problem).toBeNull();
		expect(result.totals?.sum).toBe(10_000);
	});
});

describe('amounts without sign and a column of D and K', () => {
	const header = 'datum;namnd;konto;Belopp;D/K';

	it('credit is taken from the sum', async () => {
		const { result, accepted } = await importLines(
			{},
			header,
			'2026-01-02;UBN;74310;125,00;D',
			'2026-01-03;UBN;74310;25,00;K',
			'2026-01-04;UBN;74310;1 000,50;D'
		);
		expect(result.problem).toBeNull();
		expect(accepted.map(({ by }) => by.belopp)).toEqual([12_500, -2_500, 100_050]);
		expect(result.totals?.sum).toBe(110_050);
		expect(result.plan?.columns.find(({ field }) => field.name === 'amount')?.header).toBe('Belopp (D/K)');
	});

	it('amounts that have their signs keep them', async () => {
		const { result } = await importLines(
			{},
			header,
			'2026-01-02;UBN;74310;125,00;D',
			'2026-01-03;UBN;74310;-25,00;K'
		);
		expect(result.totals?.sum).toBe(10_000);
	});
});

it('dates that show both orders are asked about, since nothing tells what 03/04/2026 is', async () => {
	const lines = ['13/01/2026', '01/14/2026', '03/04/2026'].map((day) => `${day};UBN;74310;10,00`);
	const asked = await importLines({}, 'datum;namnd;konto;belopp', ...lines);
	expect(asked.result.problem?.question).toBe('datumordning');
	const answered = await importLines({ datumordning: 'manad_dag' }, 'datum;namnd;konto;belopp', ...lines);
	expect(answered.result.problem).toBeNull();
	expect(answered.accepted.map(({ by }) => by.datum)).toEqual(['2026-01-14', '2026-03-04']);
});

it('a recipe for costs below zero asks before it turns a file whose costs are above zero', async () => {
	const headers = ['datum', 'namnd', 'konto', 'belopp'];
	const recipes = [
		{ fil: 'kostnader*', namn: 'Huvudbok', rubriker: headers, svar: { tecken: 'minus' as const } }
	];
	const read = (amount: string) =>
		importRows(csvSource('kostnader.csv', [headers.join(';'), `2026-01-02;UBN;74310;${amount}`]), {
			recipes
		});
	expect((await read('-100,00')).result.totals?.sum).toBe(10_000);
	const turned = await read('100,00');
	expect(turned.result.problem).toMatchObject({ code: 'fraga', question: 'tecken' });
	expect(turned.accepted).toEqual([]);
});

it('the currency of nested JSON is no amount, and is asked a rate for', async () => {
	const rows = [
		{ datum: '2026-01-02', namnd: 'UBN', konto: '74310', belopp: { amount: 10, currency: 'EUR' } }
	];
	const { result } = await importRows(bytesSource('k.json', new TextEncoder().encode(JSON.stringify(rows))));
	expect(result.problem?.question).toBe('kurs');
	expect(result.totals).toMatchObject({ sum: 0, otherCurrencies: { EUR: 1_000 } });
});

it('rows that a filter hides in Excel are read and told of', async () => {
	const made = await workbookSource('k.xlsx', {
		Januari: [
			['datum', 'namnd', 'konto', 'belopp'],
			['2026-01-02', 'UBN', '74310', 100],
			['2026-01-03', 'UBN', '74310', 200]
		]
	});
	const chunks: Uint8Array[] = [];
	for await (const chunk of made.open()) chunks.push(chunk);
	const parts = unzipSync(new Uint8Array(Buffer.concat(chunks)));
	for (const [path, part] of Object.entries(parts)) {
		if (path.startsWith('xl/worksheets/')) {
			parts[path] = strToU8(strFromU8(part).replace('<row r="3"', '<row r="3" hidden="1"'));
		}
	}
	const { result } = await importRows(bytesSource('k.xlsx', zipSync(parts)));
	expect(result.totals?.sum).toBe(30_000);
	expect(result.notes).toEqual([expect.stringContaining('En rad på bladet Januari')]);
});
