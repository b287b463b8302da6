import { describe, expect, it } from 'vitest';
import { csvSource, importRows, workbookSource } from '../support/sources';

const withAmount = (header: string, amount: string) =>
	importRows(csvSource('kostnader.csv', [`datum;namnd;konto;${header}`, `2026-01-02;UBN;74310;${amount}`]));

describe('the unit that a header names', () => {
	it.each([
		['Belopp (öre)', '12345', 12_345],
		['Belopp (1000 kr)', '123', 12_300_000],
		['Belopp 1 000-tal kr', '123', 12_300_000],
		['Belopp i tusen kronor', '123', 12_300_000],
		['Belopp kr', '123', 12_300]
	])('%s: %s is %d öre', async (header, amount, ore) => {
		const { result } = await withAmount(header, amount);
		expect(result.problem).toBeNull();
		expect(result.totals?.sum).toBe(ore);
	});

	it('is asked for where only the name of the sheet says tkr', async () => {
		const rows = [
			['datum', 'namnd', 'konto', 'belopp'],
			['2026-01-02', 'UBN', '74310', 12]
		];
		const { result } = await importRows(await workbookSource('kostnader.xlsx', { 'Utfall tkr': rows }));
		expect(result.problem?.question).toBe('enhet');
	});
});

describe('the currency that a header names', () => {
	it.each([
		['Belopp (EUR)', 'EUR'],
		['Amount €', 'EUR'],
		['Net Amount £', 'GBP']
	])('%s is no kronor: the rate is asked for', async (header, currency) => {
		const { result } = await withAmount(header, '100');
		expect(result.problem?.question).toBe('kurs');
		expect(result.totals).toMatchObject({ sum: 0, otherCurrencies: { [currency]: 10_000 } });
	});

	it('Belopp SEK is kronor already, whatever the invoice was in', async () => {
		const { result } = await importRows(
			csvSource('kostnader.csv', [
				'datum;namnd;konto;valuta;Belopp SEK;Belopp i valuta',
				'2026-01-02;UBN;74310;EUR;110,00;10,00',
				'2026-01-03;UBN;74310;SEK;20,00;20,00'
			])
		);
		expect(result.totals).toMatchObject({ sum: 13_000, otherCurrencies: {} });
		expect(result.plan?.asideColumns).toMatchObject([{ header: 'valuta' }]);
	});

	it('cells may write a currency by its sign or in words', async () => {
		const { result } = await importRows(
			csvSource('kostnader.csv', [
				'datum;namnd;konto;belopp;valuta',
				'2026-01-02;UBN;74310;10,00;€',
				'2026-01-03;UBN;74310;20,00;Svenska kronor',
				'2026-01-04;UBN;74310;30,00;kr.'
			])
		);
		expect(result.totals).toMatchObject({ sum: 5_000, otherCurrencies: { EUR: 1_000 } });
	});
});

it('a table above the header that was chosen is told of, never passed over in silence', async () => {
	const { result } = await importRows(
		csvSource('kostnader.csv', [
			'datum;konto;belopp',
			'2026-01-02;74310;10,00',
			'',
			'datum;namnd;konto;leverantor;text;belopp',
			'2026-01-03;UBN;74310;A AB;x;20,00'
		])
	);
	expect(result.totals?.sum).toBe(2_000);
	expect(result.notes).toEqual([
		expect.stringContaining('Raderna 1–3 är en egen tabell och är inte inlästa')
	]);
});

it('numbers that a spreadsheet has cut to 5,56E+09 are no supplier, and are flagged', async () => {
	const { result, accepted } = await importRows(
		csvSource('kostnader.csv', [
			'datum;namnd;konto;leverantor;orgnr;fakturanr;belopp',
			'2026-01-02;UBN;74310;A AB;5,56E+09;9,1E+11;10,00',
			'2026-01-03;UBN;74310;B AB;559900-0014;12;20,00'
		])
	);
	expect(accepted[0]).toMatchObject({ supplierKey: 'A AB', by: { organisationsnummer: null } });
	expect(result.totals?.problems).toContainEqual(
		expect.objectContaining({ kind: 'ofullstandig_uppgift', rows: 1, amount: 1_000 })
	);
});

it('amounts that the header calls accumulated come with a word of warning', async () => {
	const { result } = await withAmount('Utfall ack', '100');
	expect(result.notes).toEqual([expect.stringContaining('Utfall ack säger att beloppen är ackumulerade')]);
	expect((await withAmount('Utfall', '100')).result.notes).toEqual([]);
});
