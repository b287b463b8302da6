import { describe, expect, it } from 'vitest';
import { asidesOf, head, openSieFile, recordsOf, rowsOf, sieSource } from '../support/sie';

describe('the balances of a SIE file are totals to agree with', () => {
	const balances = [
		'#RES 0 6540 300.00',
		'#RES 0 5420 30.00',
		'#RES 0 3010 -999.00',
		'#PSALDO 0 202601 6540 {} 100.00',
		'#PSALDO 0 202602 6540 {} 200.00',
		'#PSALDO 0 202601 5420 {} 30.00',
		'#PSALDO 0 202601 6540 {1 "30"} 60.00'
	];

	it('states #RES a year and #PSALDO a month, on cost accounts', async () => {
		const file = await openSieFile(sieSource([...head, ...balances]));
		expect(file.tables).toEqual([]);
		expect(file.controls).toEqual([
			{
				label: 'Saldon (#RES) för 2026, konto 4–7',
				sum: 33000,
				rows: null,
				from: '2026-01',
				to: '2026-12'
			},
			{
				label: 'Periodsaldon (#PSALDO) för 2026-01, konto 4–7',
				sum: 13000,
				rows: null,
				from: '2026-01',
				to: '2026-01'
			},
			{
				label: 'Periodsaldon (#PSALDO) för 2026-02, konto 4–7',
				sum: 20000,
				rows: null,
				from: '2026-02',
				to: '2026-02'
			}
		]);
	});

	it('adds the objects where #RES shows that a row without objects is only the rest', async () => {
		const file = await openSieFile(
			sieSource([
				...head,
				'#RES 0 6540 100.00',
				'#PSALDO 0 202601 6540 {} 40.00',
				'#PSALDO 0 202601 6540 {1 "30"} 60.00'
			])
		);
		expect(file.controls.map(({ sum }) => sum)).toEqual([10000, 10000]);
	});

	it('gives the year to a whole year of vouchers, and the months to a part of it', async () => {
		const voucher = (month: string) => [
			`#VER A 1 2026${month}15 ""`,
			'{',
			'#TRANS 6540 {} 1',
			'#TRANS 1930 {} -1',
			'}'
		];
		const year = await openSieFile(sieSource([...head, ...balances, ...voucher('01'), ...voucher('02')]));
		expect(year.tables[0]?.known?.control).toMatchObject({ sum: 33000, to: '2026-12' });
		const february = await openSieFile(sieSource([...head, ...balances, ...voucher('02')]));
		expect(february.tables[0]?.known?.control).toMatchObject({ sum: 20000, from: '2026-02', to: '2026-02' });
		const without = await openSieFile(sieSource([...head, ...voucher('02')]));
		expect(without.tables[0]?.known?.control).toBeNull();
	});
});

describe('#PBUDGET becomes a monthly budget', () => {
	const sums = async (lines: readonly string[]) => {
		const file = await openSieFile(sieSource([...head, ...lines]));
		const rows = await rowsOf(file, 'Budget');
		return {
			rows: rows.map((row) => [
				row['ar'],
				row['manad'],
				row['konto'],
				row['belopp'],
				row['Kostnadsställe'] ?? ''
			]),
			asides: asidesOf(file, 'Budget').map((aside) => [aside.rows, aside.sum]),
			records: await recordsOf(file.tables[0])
		};
	};

	it('takes year and month from the period, and leaves other accounts aside', async () => {
		const read = await sums(['#PBUDGET 0 202609 6540 {} 250.00', '#PBUDGET 0 202610 3010 {} -70.00']);
		expect(read.rows).toEqual([['2026', '9', '6540', '250.00', '']]);
		expect(read.asides).toEqual([[1, -7000]]);
	});

	it('counts the objects and not the total of the same money', async () => {
		const read = await sums([
			'#PBUDGET 0 202601 6540 {} 100.00',
			'#PBUDGET 0 202601 6540 {1 "30"} 60.00',
			'#PBUDGET 0 202601 6540 {1 "40"} 40.00'
		]);
		expect(read.rows).toEqual([
			['2026', '1', '6540', '60.00', '30'],
			['2026', '1', '6540', '40.00', '40']
		]);
		expect(read.asides).toEqual([[1, 10000]]);
	});

	it('counts the total where the objects say only a part of it', async () => {
		const read = await sums(['#PBUDGET 0 202601 6540 {} 100.00', '#PBUDGET 0 202601 6540 {1 "30"} 60.00']);
		expect(read.rows).toEqual([['2026', '1', '6540', '100.00', '']]);
		expect(read.asides).toEqual([[1, 6000]]);
	});

	it('counts both where the balances show that a row without objects is only the rest', async () => {
		const read = await sums([
			'#RES 0 6540 10.00',
			'#PSALDO 0 202601 6540 {} 4.00',
			'#PSALDO 0 202601 6540 {1 "30"} 6.00',
			'#PBUDGET 0 202601 6540 {} 100.00',
			'#PBUDGET 0 202601 6540 {1 "30"} 60.00'
		]);
		expect(read.rows.map((row) => row[3])).toEqual(['100.00', '60.00']);
		expect(read.asides).toEqual([]);
	});

	it('flags a budget that stands in two dimensions with different sums', async () => {
		const read = await sums([
			'#PBUDGET 0 202601 6540 {1 "30"} 60.00',
			'#PBUDGET 0 202601 6540 {6 "P1"} 25.00'
		]);
		expect(read.rows.map((row) => row[3])).toEqual(['60.00', '25.00']);
		expect(read.records.slice(1).map((record) => record.remarks?.[0]?.kind)).toEqual([
			'ofullstandig_uppgift',
			'ofullstandig_uppgift'
		]);
	});

	it('keeps a budget row without a readable period', async () => {
		const read = await sums(['#PBUDGET 0 2026 6540 {} 60.00']);
		expect(read.records[1]?.broken).toContain('saknar period');
	});
});
