import { describe, expect, it } from 'vitest';
import { csvSource, importRows } from '../support/sources';

const lines = (header: string, ...rows: string[]) => csvSource('kostnader_2026-01.csv', [header, ...rows]);

describe('a summary row among the rows of a file without dates', () => {
	const withLast = (row: string) =>
		importRows(lines('namnd;konto;leverantor;belopp', 'UBN;74310;A AB;100,00', 'UBN;74310;B AB;200,00', row));

	it.each([
		';;;300,00',
		'S:a UBN;;;300,00',
		'UBN Summa;;;300,00',
		'UBN Totalt;;;300,00',
		'Total UBN;;;300,00',
		'Summa: UBN;;;300,00',
		'Subtotal;;;300,00'
	])('is not counted once more: %s', async (row) => {
		const { result, rejected } = await withLast(row);
		expect(result.totals).toMatchObject({ read: 3, accepted: 2, rejected: 1, empty: 0, sum: 30_000 });
		expect(rejected[0]).toMatchObject({ row: 4, kind: 'summarad' });
		expect(rejected[0]?.reason).toContain('stämmer med raderna ovanför: 300,00');
	});

	it('counts and flags an amount without words that adds nothing up', async () => {
		const { result } = await withLast(';;;75,00');
		expect(result.totals).toMatchObject({ accepted: 3, sum: 37_500 });
		expect(result.totals?.problems).toMatchObject([
			{ kind: 'summarad', effect: 'flaggas', rows: 1, amount: 7_500 }
		]);
	});

	it('leaves a supplier with such a name alone', async () => {
		const { result } = await withLast('UBN;74310;Total Säkerhet AB;90,00');
		expect(result.totals).toMatchObject({ accepted: 3, sum: 39_000, problems: [] });
	});

	it('takes no row for a sum where all rows are a month and an amount', async () => {
		const { result } = await importRows(
			csvSource('kostnader.csv', ['datum;namnd;belopp', '2026-01;;100', '2026-02;;100', '2026-03;;200'])
		);
		expect(result.totals).toMatchObject({ accepted: 3, sum: 40_000 });
	});
});

it('subtotals whose cells are all filled are found by their figures, at every level', async () => {
	const { result } = await importRows(
		lines(
			'datum;namnd;konto;leverantor;text;belopp',
			'2026-01-02;UBN;74310;A AB;x;100,00',
			'2026-01-03;UBN;74310;B AB;x;200,00',
			'2026-01-31;UBN;74310;Summa konto 74310;;300,00',
			'2026-01-04;UBN;74320;B AB;x;150,00',
			'2026-01-05;UBN;74320;C AB;x;50,00',
			'2026-01-31;UBN;74320;Summa konto 74320;;200,00',
			'2026-01-31;UBN;;Summa UBN;januari;500,00'
		)
	);
	expect(result.totals).toMatchObject({ read: 7, accepted: 4, rejected: 3, sum: 50_000 });
});

describe('a header row among the rows', () => {
	const first = 'datum;namnd;konto;belopp';

	it('that repeats the first says so', async () => {
		const { result, rejected } = await importRows(
			lines(first, '2026-01-02;UBN;74310;10,00', first, '2026-01-03;UBN;74310;20,00')
		);
		expect(result.totals).toMatchObject({ accepted: 2, rejected: 1, sum: 3_000 });
		expect(rejected[0]?.reason).toContain('upprepar rubriken');
	});

	it('with the columns in another order makes no amounts of the accounts below it', async () => {
		const { result, rejected } = await importRows(
			lines(first, '2026-01-02;UBN;74310;10,00', 'datum;namnd;belopp;konto', '2026-01-03;UBN;20,00;74310')
		);
		expect(result.totals).toMatchObject({ read: 3, accepted: 1, rejected: 2, sum: 1_000 });
		expect(rejected[1]?.reason).toContain('Rad 3 är en ny rubrikrad');
	});
});

it('a row that has lost a value among full rows is flagged, since the rest may stand in the wrong columns', async () => {
	const { result } = await importRows(
		lines(
			'datum;belopp;konto;namnd;leverantor',
			'2026-01-02;10,00;74310;UBN;A AB',
			'2026-01-03;74310;UBN;A AB',
			'2026-01-04;20,00;74310;UBN;A AB'
		)
	);
	expect(result.totals?.problems).toContainEqual(
		expect.objectContaining({ kind: 'fel_antal_kolumner', effect: 'flaggas', rows: 1, amount: 7_431_000 })
	);
});

it('a name in quotes that nobody escaped swallows no rows', async () => {
	const { result, accepted } = await importRows(
		lines(
			'datum;namnd;leverantor;belopp',
			'2026-01-01;UBN;A AB;50,00',
			'2026-01-02;UBN;"Kalas" i Byn AB;100,00',
			'2026-01-03;UBN;B AB;200,00',
			'2026-01-04;UBN;"C AB";400,00'
		)
	);
	expect(result.totals).toMatchObject({ read: 4, accepted: 4, sum: 75_000 });
	expect(accepted[1]?.by.leverantor).toBe('"Kalas" i Byn AB');
});
