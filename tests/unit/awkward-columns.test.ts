import { describe, expect, it } from 'vitest';
import { csvSource, importRows } from '../support/sources';

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
